import type { Moments } from "../regression/least-squares";

/** The same features and the same noise with the unpenalised optimum at `weights`: c = Gw, and yᵀy/n grows or shrinks with wᵀGw. */
export function movedOptimum({ gram, correlations, meanSquare }: Moments, weights: readonly number[], before: readonly number[]): Moments {
  const times = (vector: readonly number[]) =>
    Float64Array.from(vector, (_, j) => vector.reduce((sum, weight, k) => sum + (gram.values[k * gram.rows + j] ?? 0) * weight, 0));
  const moved = times(weights);
  const dot = (values: Float64Array, vector: readonly number[]) => vector.reduce((sum, weight, j) => sum + (values[j] ?? 0) * weight, 0);
  const noise = Math.max(0, meanSquare - dot(correlations, before));
  return { gram, correlations: moved, meanSquare: dot(moved, weights) + noise };
}
