import type { LeastSquares } from "../../../src/regression/least-squares";

export interface Strength {
  readonly lambda: number;
  readonly l1Ratio: number;
}

/**
 * Cyclic coordinate descent on the residuals, written from the objective alone and sharing no code with the solvers: slow, and
 * sure. Stops where a whole sweep moves no fitted value by more than 1e-13 of the target's length.
 */
export function coordinateDescent({ x, y }: LeastSquares, { lambda, l1Ratio }: Strength): Float64Array {
  const { rows: n, columns: p } = x;
  const weights = new Float64Array(p);
  const residual = Array.from(y);
  const columns = Array.from({ length: p }, (_, j) => Array.from(x.values.slice(j * n, (j + 1) * n)));
  const squares = columns.map((column) => column.reduce((sum, value) => sum + value * value, 0) / n);
  const length = Math.sqrt(residual.reduce((sum, value) => sum + value * value, 0) / n);
  for (let sweep = 0; sweep < 100_000; sweep++) {
    let moved = 0;
    columns.forEach((column, j) => {
      const square = squares[j] as number;
      if (square === 0) return;
      const old = weights[j] as number;
      const pull = column.reduce((sum, value, i) => sum + value * (residual[i] as number), 0) / n + square * old;
      const kept = Math.sign(pull) * Math.max(0, Math.abs(pull) - lambda * l1Ratio);
      const next = kept / (square + lambda * (1 - l1Ratio));
      if (next === old) return;
      column.forEach((value, i) => (residual[i] = (residual[i] as number) - (next - old) * value));
      weights[j] = next;
      moved = Math.max(moved, Math.abs(next - old) * Math.sqrt(square));
    });
    if (moved <= 1e-13 * length) return weights;
  }
  return weights;
}

/** ½·MSE + λ(ρ‖w‖₁ + (1−ρ)/2·‖w‖²), by its definition. */
export function objective({ x, y }: LeastSquares, weights: ArrayLike<number>, { lambda, l1Ratio }: Strength): number {
  let loss = 0;
  for (let i = 0; i < x.rows; i++) {
    let rest = y[i] as number;
    for (let j = 0; j < x.columns; j++) rest -= (weights[j] as number) * (x.values[j * x.rows + i] as number);
    loss += rest * rest;
  }
  const list = Array.from(weights);
  const l1 = list.reduce((sum, weight) => sum + Math.abs(weight), 0);
  const l2 = list.reduce((sum, weight) => sum + weight * weight, 0);
  return loss / (2 * x.rows) + lambda * (l1Ratio * l1 + ((1 - l1Ratio) / 2) * l2);
}
