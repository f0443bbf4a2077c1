/** The sizes that rounding is measured against, feature by feature, so that no result depends on the units of a column. */
import type { Moments } from "./least-squares";

/** Bound on |xⱼᵀr|/n for any residual that is no longer than the target. */
export function gradientSize({ gram, meanSquare }: Moments, j: number): number {
  return Math.sqrt(meanSquare * gram.values[j * gram.rows + j]!);
}

/** Bound on the weight that feature j alone would get under this ridge; 0 for a constant feature. */
export function weightSize(moments: Moments, j: number, ridge: number): number {
  const { gram } = moments;
  const size = gradientSize(moments, j);
  return size === 0 ? 0 : size / (gram.values[j * gram.rows + j]! + ridge);
}

/** λ below this changes the solution by less than rounding does. */
export function smallestLambda(moments: Moments): number {
  let smallest = Infinity;
  for (let j = 0; j < moments.gram.rows; j++) {
    const size = gradientSize(moments, j);
    if (size > 0) smallest = Math.min(smallest, size);
  }
  return 1e-12 * smallest;
}
