import type { Moments } from "../../regression/least-squares";
import type { PenaltyName } from "../../regression/note-objective";

/** What one penalty makes of a weight where features do not interfere: everything up to `threshold` is 0, the rest is moved and divided. */
export interface Shrinkage {
  /** Half the width of the dead zone. */
  readonly threshold: number;
  readonly divisor: number;
}

/**
 * For an orthonormal design (XᵀX/n = I) the note's formula falls apart into (w − z)² + λ(ρ|w| + (1−ρ)w²) for each weight, z being
 * the unpenalised one. Its minimum is sign(z)·max(0, |z| − λρ/2) / (1 + λ(1−ρ)): L1 is ρ = 1, L2 is ρ = 0.
 */
export function shrinkageOf(penalty: PenaltyName, lambda: number, mix: number): Shrinkage {
  const rho = l1Share(penalty, mix);
  return penalty === "none" ? { threshold: 0, divisor: 1 } : { threshold: (lambda * rho) / 2, divisor: 1 + lambda * (1 - rho) };
}

export function shrunk({ threshold, divisor }: Shrinkage, unpenalised: number): number {
  return (Math.sign(unpenalised) * Math.max(0, Math.abs(unpenalised) - threshold)) / divisor;
}

/** ρ of the note's formula: the share of a penalty that is Σ|w|. */
export function l1Share(penalty: PenaltyName, mix: number): number {
  return penalty === "l1" ? 1 : penalty === "elastic-net" ? mix : 0;
}

/** Rounding of sums over a few hundred rows stays far below. */
const rounding = 1e-9;

/** The largest correlation between two features, 0 for a single one; null where a feature is not on the scale 1. */
export function largestCorrelation({ gram: { values, columns } }: Moments): number | null {
  let largest = 0;
  for (let j = 0; j < columns; j += 1) {
    if (Math.abs((values[j * columns + j] ?? 0) - 1) > rounding) return null;
    for (let k = 0; k < j; k += 1) largest = Math.max(largest, Math.abs(values[j * columns + k] ?? 0));
  }
  return largest <= rounding ? 0 : largest;
}
