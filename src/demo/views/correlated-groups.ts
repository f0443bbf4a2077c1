import type { Matrix } from "../../math/matrix";
import type { Moments } from "../../regression/least-squares";
import { correlation } from "../correlation";

/** Features that go together. */
export interface FeatureGroup {
  /** In the order of the data. */
  readonly features: readonly number[];
  /** The largest |correlation| inside; 0 for a feature on its own. */
  readonly correlation: number;
}

/** From here on two features share half of what varies in them: r² ≥ ½. */
const together = Math.SQRT1_2;

/** Groups in which each feature has |r| ≥ 1/√2 with some other one, then the features that go with none. */
export function correlatedGroups(gram: Matrix): FeatureGroup[] {
  const p = gram.columns;
  const group = Array.from({ length: p }, (_, j) => j);
  for (let j = 0; j < p; j += 1) {
    for (let k = j + 1; k < p; k += 1) {
      if (Math.abs(correlation(gram, j, k)) < together) continue;
      const [from, to] = [group[k] ?? k, group[j] ?? j];
      group.forEach((own, l) => {
        if (own === from) group[l] = to;
      });
    }
  }
  const groups = [...new Set(group)].map((own): FeatureGroup => {
    const features = group.flatMap((other, j) => (other === own ? [j] : []));
    return { features, correlation: strongest(gram, features)?.correlation ?? 0 };
  });
  return [...groups.filter(({ features }) => features.length > 1), ...groups.filter(({ features }) => features.length === 1)];
}

export interface FeaturePair {
  readonly pair: readonly [number, number];
  /** |r|. */
  readonly correlation: number;
}

/**
 * The pair that shows best what correlation does to a penalty: the two features that go together most, in the group that goes most
 * with the target; where there is no group, of all features. Null for fewer than two.
 */
export function pairToWatch({ gram, correlations }: Pick<Moments, "gram" | "correlations">): FeaturePair | null {
  const withTarget = ({ features }: FeatureGroup) => Math.max(...features.map((j) => Math.abs(correlations[j] ?? 0)));
  const [first] = correlatedGroups(gram).filter(({ features }) => features.length > 1).sort((a, b) => withTarget(b) - withTarget(a));
  return strongest(gram, first?.features ?? Array.from({ length: gram.columns }, (_, j) => j));
}

function strongest(gram: Matrix, features: readonly number[]): FeaturePair | null {
  let found: FeaturePair | null = null;
  features.forEach((j, i) => {
    for (const k of features.slice(i + 1)) {
      const size = Math.abs(correlation(gram, j, k));
      if (found === null || size > found.correlation) found = { pair: [j, k], correlation: size };
    }
  });
  return found;
}
