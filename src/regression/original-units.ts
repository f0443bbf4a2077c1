import type { Scaling } from "./least-squares";

export interface OriginalUnits {
  readonly intercept: number;
  /** p, target units per feature unit; 0 for a constant feature. */
  readonly coefficients: Float64Array;
}

/** Coefficients of the standardised problem as an intercept and coefficients for the raw columns and target. */
export function toOriginalUnits(coefficients: Float64Array, scaling: Scaling): OriginalUnits {
  const { means, scales, targetMean, targetScale } = scaling;
  const raw = coefficients.map((weight, j) => {
    const scale = scales[j]!;
    return weight === 0 || scale === 0 ? 0 : (weight * targetScale) / scale;
  });
  const intercept = raw.reduce((rest, weight, j) => rest - weight * means[j]!, targetMean);
  return { intercept, coefficients: raw };
}
