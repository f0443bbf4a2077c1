import type { PenaltyFit } from "../model";
import type { LambdaRange } from "../slider-range";

/** λ at which a path is looked at to find its extremes: between knots weights turn only gently. */
const looks = 60;

/** The smallest and the largest weight of each feature (p each) along the slider; 0 is among them. */
export interface WeightExtremes {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Fits are the same objects for all views of a block, and for as long as it is drawn. */
const known = new WeakMap<PenaltyFit, { readonly min: number; readonly max: number; readonly extremes: WeightExtremes }>();

/** At every λ of the slider but its stop at 0, where weights without a penalty may be larger by orders of magnitude. */
export function weightExtremes(fit: PenaltyFit, { min, max }: LambdaRange): WeightExtremes {
  const found = known.get(fit);
  if (found?.min === min && found.max === max) return found.extremes;
  const inside = fit.knots.filter((knot) => knot > min && knot < max);
  const lambdas = [...Array.from({ length: looks + 1 }, (_, i) => min * (max / min) ** (i / looks)), ...inside];
  const weights = fit.weightsAt(min);
  const low = new Float64Array(weights.length);
  const high = new Float64Array(weights.length);
  for (const lambda of lambdas) {
    fit.weightsAt(lambda, weights).forEach((weight, j) => {
      if (weight < (low[j] ?? 0)) low[j] = weight;
      else if (weight > (high[j] ?? 0)) high[j] = weight;
    });
  }
  const extremes = { low, high };
  known.set(fit, { min, max, extremes });
  return extremes;
}

/** The `most` features that have the largest weights with any of these fits along the slider, largest first; of equals the first. */
export function largestFeatures(fits: readonly PenaltyFit[], range: LambdaRange, most: number): number[] {
  const all = fits.map((fit) => weightExtremes(fit, range));
  const count = all[0]?.low.length ?? 0;
  const sizes = Float64Array.from({ length: count }, (_, j) => Math.max(...all.map(({ low, high }) => Math.max(high[j] ?? 0, -(low[j] ?? 0)))));
  return Array.from(sizes.keys()).sort((i, j) => (sizes[j] ?? 0) - (sizes[i] ?? 0) || i - j).slice(0, most);
}
