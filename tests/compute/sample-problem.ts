import { createRandom, normal } from "../../src/math/random";
import type { Rows } from "../../src/regression/streamed-moments";

/** n×p normal numbers, and a target made of the first two columns and noise; column j has mean `offset`. */
export function sampleRows(n: number, p: number, { seed = 1, offset = 0 } = {}): Rows {
  const random = createRandom(seed);
  const values = Float64Array.from({ length: n * p }, () => offset + normal(random));
  const y = Float64Array.from({ length: n }, (_, i) => 2 * (values[i]! - offset) - (values[n + i]! - offset) + normal(random));
  return { x: { values, rows: n, columns: p }, y };
}

/** The rows from `from` on, at most `count`. */
export function someRows({ x, y }: Rows, from: number, count: number): Rows {
  const to = Math.min(from + count, x.rows);
  const values = new Float64Array((to - from) * x.columns);
  for (let j = 0; j < x.columns; j++) values.set(x.values.subarray(j * x.rows + from, j * x.rows + to), j * (to - from));
  return { x: { values, rows: to - from, columns: x.columns }, y: y.slice(from, to) };
}
