import type { Matrix } from "../../../src/math/matrix";
import { times, transposeTimes } from "../../../src/math/products";
import { dot } from "../../../src/math/vector";

/** How far weights are from the lasso solution, computed from X and y with nothing of the solver's. */
export interface Optimality {
  /** Duality gap as a share of ½·yᵀy/n. */
  readonly gap: number;
  /** Largest violation of stationarity as a share of λ. */
  readonly kkt: number;
}

export function optimality(x: Matrix, y: Float64Array, { weights, lambda }: { weights: Float64Array; lambda: number }): Optimality {
  const fitted = times(x, weights);
  const residual = y.map((value, i) => value - fitted[i]!);
  const gradient = transposeTimes(x, residual, 1 / x.rows);
  let [steepest, kkt, slack] = [0, 0, 0];
  gradient.forEach((value, j) => {
    const weight = weights[j]!;
    steepest = Math.max(steepest, Math.abs(value));
    kkt = Math.max(kkt, weight === 0 ? Math.abs(value) - lambda : Math.abs(value - Math.sign(weight) * lambda));
  });
  const scale = Math.min(1, lambda / steepest);
  weights.forEach((weight, j) => (slack += lambda * Math.abs(weight) - scale * weight * gradient[j]!));
  const gap = ((1 - scale) ** 2 * dot(residual, residual)) / (2 * x.rows) + Math.max(0, slack);
  return { gap: gap / (dot(y, y) / (2 * x.rows)), kkt: Math.max(0, kkt) / lambda };
}
