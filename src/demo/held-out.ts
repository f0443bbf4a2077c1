import type { Design } from "../data/design";
import { fewestRows } from "../data/design";
import type { Matrix } from "../math/matrix";
import { column } from "../math/products";
import { createRandom, shuffle } from "../math/random";
import { addScaled } from "../math/vector";
import type { LeastSquares, Scaling } from "../regression/least-squares";

/** Rows that no fit has seen. */
export interface HeldOut {
  readonly rows: number;
  /** Their mean squared error with these weights, as a share of the variance of the fitted rows; for classes their mean cross-entropy. */
  error(weights: Float64Array): number;
}

/** The rows that are fitted, and those that are held out: drawn by chance, or the last ones where the rows are in the order of their dates. */
export function splitRows(design: Design, { share, seed, dated }: { share: number; seed: number; dated: boolean }): { fitted: Design; held: Design } | null {
  const n = design.y.length;
  const count = Math.min(Math.round(share * n), n - fewestRows);
  if (count < 1) return null;
  const order = Array.from({ length: n }, (_, row) => row);
  if (!dated) shuffle(order, createRandom(seed));
  const inOrder = (rows: number[]) => rowsOf(design, rows.sort((a, b) => a - b));
  return { fitted: inOrder(order.slice(0, n - count)), held: inOrder(order.slice(n - count)) };
}

export function rowsOf(design: Design, rows: readonly number[]): Design {
  const { x, y } = design;
  const values = new Float64Array(rows.length * x.columns);
  for (let j = 0; j < x.columns; j++) rows.forEach((row, i) => (values[j * rows.length + i] = x.values[j * x.rows + row] ?? NaN));
  return { ...design, x: { values, rows: rows.length, columns: x.columns }, y: Float64Array.from(rows, (row) => y[row] ?? NaN), rows: rows.map((row) => design.rows[row] ?? NaN) };
}

/** Rows brought to scale by the rows that were fitted alone. */
export function scaledAs(x: Matrix, { means, scales }: Pick<Scaling, "means" | "scales">): Matrix {
  return { ...x, values: x.values.map((value, at) => scaledBy(value - (means[Math.floor(at / x.rows)] ?? 0), scales[Math.floor(at / x.rows)] ?? 1)) };
}

/** What fits of `problem` make of the held rows. */
export function heldOut({ x, y }: Design, { scaling }: LeastSquares): HeldOut {
  const { targetMean, targetScale } = scaling;
  const scaled = scaledAs(x, scaling);
  const target = y.map((value) => scaledBy(value - targetMean, targetScale));
  return {
    rows: x.rows,
    error(weights) {
      const rest = target.slice();
      weights.forEach((weight, j) => {
        if (weight !== 0) addScaled(rest, -weight, column(scaled, j));
      });
      return rest.reduce((sum, value) => sum + value * value, 0) / x.rows;
    },
  };
}

function scaledBy(value: number, scale: number): number {
  return scale === 0 ? 0 : value / scale;
}
