import type { Half } from "../half-samples";
import { emptyHalfWeights, halfWeightsAt } from "../half-weights";
import type { Model } from "../model";
import type { FeatureGroup } from "./correlated-groups";

/** More rows do not fit a screen together with the slider. */
const most = 24;

export interface StabilityRow {
  readonly feature: number;
  /** Among the groups of several features; null for one on its own. */
  readonly group: number | null;
  /** First and last row of its group. */
  readonly first: boolean;
  readonly last: boolean;
  readonly correlation: number;
}

/** Features that go together stand together; the rest by the size of the unpenalised weight. */
export function stabilityRows(model: Model, groups: readonly FeatureGroup[]): StabilityRow[] {
  const free = model.fits[0]?.weightsAt(0);
  const size = ({ features: [first = 0] }: FeatureGroup) => Math.abs(free?.[first] ?? 0);
  const several = groups.filter(({ features }) => features.length > 1);
  const single = groups.filter(({ features }) => features.length === 1).sort((a, b) => size(b) - size(a));
  const rows = [...several, ...single].flatMap(({ features, correlation }, group) =>
    features.map((feature, i): StabilityRow => ({ feature, group: features.length > 1 ? group : null, first: i === 0, last: i === features.length - 1, correlation })),
  );
  return rows.slice(0, most);
}

/** Shares of the largest λ at which the halves are looked at: as λ grows, weights and their spread get smaller, with few exceptions. */
const looks = [0.01, 0.05, 0.25];

/** Weights that the scale holds: mean ± deviation over the upper two decades of λ. Below, unpenalised halves may go anywhere: they are cut off. */
export function halfDomain({ fits, features, lambdaRange: { max } }: Model, halves: readonly Half[] | null): readonly [number, number] {
  if (halves === null) return [-1, 1];
  let [low, high] = [0, 0];
  const values = emptyHalfWeights(features.length, halves.length);
  for (const { penalty } of fits) {
    for (const share of looks) {
      const { mean, deviation } = halfWeightsAt(halves, penalty, max * share, values);
      mean.forEach((weight, j) => {
        low = Math.min(low, weight - (deviation[j] ?? 0));
        high = Math.max(high, weight + (deviation[j] ?? 0));
      });
    }
  }
  return low === high ? [-1, 1] : [low, high];
}
