import { dot } from "../math/vector";
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

/** Written into `coefficients`, which holds zeros, and returned. */
export function originalCoefficients(weights: Float64Array, { scales, targetScale }: Scaling, coefficients: Float64Array = new Float64Array(weights.length)): Float64Array {
  for (let j = 0; j < weights.length; j++) {
    const weight = weights[j]!;
    if (weight !== 0 && scales[j] !== 0) coefficients[j] = (weight * targetScale) / scales[j]!;
  }
  return coefficients;
}

/** `kept` lists the columns that may have a weight, where they are known. */
export function originalIntercept(weights: Float64Array, { means, scales, targetMean, targetScale }: Scaling, kept?: readonly number[]): number {
  let rest = targetMean;
  const count = kept?.length ?? weights.length;
  for (let i = 0; i < count; i++) {
    const j = kept?.[i] ?? i;
    const weight = weights[j]!;
    if (weight !== 0 && scales[j] !== 0) rest -= ((weight * targetScale) / scales[j]!) * means[j]!;
  }
  return rest;
}

/** The same for many weight vectors of one scaling; `shares` holds p zeros, and is written to. */
export function interceptFrom({ means, scales, targetMean, targetScale }: Scaling, shares = new Float64Array(means.length)): (weights: Float64Array) => number {
  for (let j = 0; j < shares.length; j++) if (scales[j] !== 0) shares[j] = (means[j]! * targetScale) / scales[j]!;
  return (weights) => targetMean - dot(weights, shares);
}
