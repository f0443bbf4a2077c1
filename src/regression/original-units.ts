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

export function originalCoefficients(weights: Float64Array, scaling: Scaling): Float64Array {
  const coefficients = new Float64Array(weights.length);
  for (let j = 0; j < weights.length; j++) coefficients[j] = perUnit(weights, scaling, j);
  return coefficients;
}

export function originalIntercept(weights: Float64Array, scaling: Scaling): number {
  let rest = scaling.targetMean;
  for (let j = 0; j < weights.length; j++) rest -= perUnit(weights, scaling, j) * scaling.means[j]!;
  return rest;
}

function perUnit(weights: Float64Array, { scales, targetScale }: Scaling, j: number): number {
  const [weight, scale] = [weights[j]!, scales[j]!];
  return weight === 0 || scale === 0 ? 0 : (weight * targetScale) / scale;
}
