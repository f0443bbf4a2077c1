import { builtIn } from "../src/data/built-in";
import { designOf } from "../src/data/design";
import type { Matrix } from "../src/math/matrix";
import { createRandom, normal, type Random } from "../src/math/random";
import { times } from "../src/math/products";

export interface BenchProblem {
  readonly name: string;
  readonly x: Matrix;
  readonly y: Float64Array;
}

/** The 442 patients of Efron et al. 2004. */
export function diabetes(): BenchProblem {
  const design = designOf(builtIn("diabetes"));
  if (!design.ok) throw new Error(design.code);
  return { name: "diabetes 442×10", x: design.x, y: design.y };
}

/** Normal features that correlate by 0.3 with a common factor; a tenth of them count; noise as strong as the signal. */
export function drawn(rows: number, columns: number): BenchProblem {
  const random = createRandom(rows + columns);
  const common = Float64Array.from({ length: rows }, () => normal(random));
  const values = Float64Array.from({ length: rows * columns }, (_, at) => Math.sqrt(0.3) * (common[at % rows] ?? 0) + Math.sqrt(0.7) * normal(random));
  const x = { values, rows, columns };
  return { name: `drawn ${rows}×${columns}`, x, y: target(x, random, 10) };
}

/** Normal features, each correlated by 0.5 with the one before it; twenty of them count; noise as strong as the signal. */
export function chained(rows: number, columns: number): BenchProblem {
  const random = createRandom(rows + columns);
  const values = Float64Array.from({ length: rows * columns }, () => normal(random));
  for (let at = rows; at < values.length; at++) values[at] = 0.5 * (values[at - rows] ?? 0) + Math.sqrt(0.75) * (values[at] ?? 0);
  const x = { values, rows, columns };
  return { name: `chained ${rows}×${columns}`, x, y: target(x, random, columns / 20) };
}

/** Every so many features one that counts. */
function target(x: Matrix, random: Random, every: number): Float64Array {
  const signal = times(x, Float64Array.from({ length: x.columns }, (_, j) => (j % every === 0 ? normal(random) : 0)));
  const strength = Math.sqrt(signal.reduce((sum, value) => sum + value * value, 0) / x.rows);
  return signal.map((value) => value + strength * normal(random));
}
