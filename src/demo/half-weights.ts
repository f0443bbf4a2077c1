import type { PenaltyName } from "../regression/note-objective";
import type { Half } from "./half-samples";

/** One penalty at one λ over all halves. */
export interface HalfWeights {
  /** p: share of the halves in which the weight is not zero. */
  readonly kept: Float64Array;
  /** p. */
  readonly mean: Float64Array;
  /** p: standard deviation from half to half, with 1/(B−1). */
  readonly deviation: Float64Array;
  /** B: each half's weights (p). */
  readonly weights: readonly Float64Array[];
}

export function emptyHalfWeights(features: number, halves: number): HalfWeights {
  const vector = () => new Float64Array(features);
  return { kept: vector(), mean: vector(), deviation: vector(), weights: Array.from({ length: halves }, vector) };
}

/** Writes into `out`: nothing is solved, every half only evaluates its path. */
export function halfWeightsAt(halves: readonly Half[], penalty: PenaltyName, lambda: number, out: HalfWeights): HalfWeights {
  const { kept, mean, deviation, weights } = out;
  for (const sums of [kept, mean, deviation]) sums.fill(0);
  halves.forEach(({ fits }, half) => {
    const into = weights[half];
    if (into === undefined) return;
    fits.find((fit) => fit.penalty === penalty)?.weightsAt(lambda, into);
    for (let j = 0; j < into.length; j += 1) {
      const weight = into[j]!;
      if (weight !== 0) kept[j]! += 1 / halves.length;
      mean[j]! += weight / halves.length;
    }
  });
  for (const into of weights) for (let j = 0; j < into.length; j += 1) deviation[j]! += (into[j]! - mean[j]!) ** 2;
  for (let j = 0; j < deviation.length; j += 1) deviation[j] = Math.sqrt(deviation[j]! / Math.max(1, halves.length - 1));
  return out;
}

export interface Variation {
  /** √(Σ variance / Σ mean square) over the features: 0 where every half gives the same weights, near 1 where they share nothing. NaN where all are zero. */
  readonly size: number;
  /** B: each half's part in its square; their mean is size². */
  readonly parts: Float64Array;
}

/** How much the weights change from half to half, as a share of their size: shrinking all of them alike does not change it. */
export function variationOf({ mean, weights }: HalfWeights): Variation {
  const squares = weights.reduce((sum, into) => sum + into.reduce((own, weight) => own + weight * weight, 0), 0) / weights.length;
  const parts = Float64Array.from(weights, (into) => into.reduce((sum, weight, j) => sum + (weight - mean[j]!) ** 2, 0) / squares);
  return { size: Math.sqrt(parts.reduce((sum, part) => sum + part, 0) / parts.length), parts };
}

/** Shares of the halves in which both of two features are kept, only one, and neither. */
export function togetherOf({ weights }: HalfWeights, first: number, second: number): { both: number; one: number; neither: number } {
  const count = { both: 0, one: 0, neither: 0 };
  for (const into of weights) {
    const kept = Number(into[first] !== 0) + Number(into[second] !== 0);
    count[kept === 2 ? "both" : kept === 1 ? "one" : "neither"] += 1 / weights.length;
  }
  return count;
}
