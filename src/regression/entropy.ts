import { dot } from "../math/vector";
import type { LossPoint } from "./loss";

/** What the dual objective needs to know of n rows. */
export interface Rows {
  readonly n: number;
  /** t. */
  readonly share: number;
  /** u and ℓ of row i. */
  readonly missing: (i: number) => number;
  readonly loss: (i: number) => number;
}

/**
 * The dual of a log-loss is the mean entropy of class probabilities. At r = t · residuals it needs, for each row, only its loss ℓ
 * and how far the row's own class is from probability 1 (u): with H the entropy, Σ H(t·r) = t(ηᵀr + Σuℓ) − Σ(tu·ln t + (1 − tu)ln(1 − tu)).
 */
export function meanEntropy(scores: Float64Array, { value, residuals }: LossPoint, { n, share, missing, loss }: Rows): number {
  const product = dot(scores, residuals);
  if (share === 1) return value + product / n;
  const logShare = Math.log(share);
  let sum = share * product;
  for (let i = 0; i < n; i++) {
    const u = missing(i);
    const rest = share * u;
    sum += share * u * loss(i) - rest * logShare - (1 - rest) * Math.log1p(-rest);
  }
  return sum / n;
}

/** −q·ln q; 0 at 0. */
export function entropyTerm(q: number): number {
  return q > 0 ? -q * Math.log(q) : 0;
}
