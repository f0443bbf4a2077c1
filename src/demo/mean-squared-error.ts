import type { Moments } from "../regression/least-squares";

/** meanSquare − 2cᵀw + wᵀGw; rounding must not make a perfect fit negative. */
export function meanSquaredError({ gram, correlations, meanSquare }: Moments, weights: Float64Array): number {
  let sum = meanSquare;
  for (const [j, weight] of weights.entries()) {
    if (weight === 0) continue;
    let slope = 0;
    for (const [k, other] of weights.entries()) slope += (gram.values[j * gram.columns + k] ?? 0) * other;
    sum += weight * (slope - 2 * (correlations[j] ?? 0));
  }
  return Math.max(0, sum);
}
