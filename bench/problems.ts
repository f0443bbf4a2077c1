import { builtIn } from "../src/data/built-in";
import { designOf } from "../src/data/design";
import type { Matrix } from "../src/math/matrix";
import { createRandom, normal } from "../src/math/random";
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

/** Normal features that correlate by 0.3 with a common factor; `counting` of them count (a tenth if not said); noise as strong as the signal. */
export function drawn(rows: number, columns: number, counting = Math.ceil(columns / 10)): BenchProblem {
  const every = Math.floor(columns / counting);
  const random = createRandom(rows + columns);
  const common = Float64Array.from({ length: rows }, () => normal(random));
  const values = Float64Array.from({ length: rows * columns }, (_, at) => Math.sqrt(0.3) * (common[at % rows] ?? 0) + Math.sqrt(0.7) * normal(random));
  const x = { values, rows, columns };
  const signal = times(x, Float64Array.from({ length: columns }, (_, j) => (j % every === 0 ? normal(random) : 0)));
  const strength = Math.sqrt(signal.reduce((sum, value) => sum + value * value, 0) / rows);
  return { name: `drawn ${rows}×${columns}`, x, y: signal.map((value) => value + strength * normal(random)) };
}
