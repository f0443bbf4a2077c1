import type { Scaling } from "./least-squares";

export interface OriginalUnits {
  readonly intercept: number;
  /** p, target units per feature unit; 0 for a constant feature. */
  readonly coefficients: Float64Array;
}

/** Coefficients of the standardised problem as an intercept and coefficients for the raw columns and target. */
export function toOriginalUnits(weights: Float64Array, scaling: Scaling): OriginalUnits {
  return { intercept: originalIntercept(weights, scaling), coefficients: originalCoefficients(weights, scaling) };
}

export function originalCoefficients(weights: Float64Array, { scales, targetScale }: Scaling): Float64Array {
  const coefficients = new Float64Array(weights.length);
  for (let j = 0; j < weights.length; j++) {
    const weight = weights[j]!;
    if (weight !== 0 && scales[j] !== 0) coefficients[j] = (weight * targetScale) / scales[j]!;
  }
  return coefficients;
}

export function originalIntercept(weights: Float64Array, { means, scales, targetMean, targetScale }: Scaling): number {
  let rest = targetMean;
  for (let j = 0; j < weights.length; j++) {
    const weight = weights[j]!;
    if (weight !== 0 && scales[j] !== 0) rest -= ((weight * targetScale) / scales[j]!) * means[j]!;
  }
  return rest;
}
