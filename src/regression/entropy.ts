import { dot } from "../math/vector";
import type { LossPoint } from "./loss";

/**
 * The dual of a log-loss is the mean entropy of class probabilities. At r = t · residuals it needs, for each row, only its loss ℓ
 * and how far the row's own class is from probability 1 (u): with H the entropy, Σ H(t·r) = t(ηᵀr + Σuℓ) − Σ(tu·ln t + (1 − tu)ln(1 − tu)).
 */
export function meanEntropy(scores: Float64Array, point: LossPoint, { share, missing }: { share: number; missing: (i: number) => number }): number {
  const { residuals, losses } = point;
  const n = losses.length;
  const product = dot(scores, residuals);
  if (share === 1) return point.value + product / n;
  const logShare = Math.log(share);
  let sum = share * product;
  for (let i = 0; i < n; i++) {
    const u = missing(i);
    const rest = share * u;
    sum += share * u * losses[i]! - rest * logShare - (1 - rest) * Math.log1p(-rest);
  }
  return sum / n;
}

/** −q·ln q; 0 at 0. */
export function entropyTerm(q: number): number {
  return q > 0 ? -q * Math.log(q) : 0;
}
