/** Times `wideLasso` from standardised columns to 100 checked solutions; the largest relative duality gap stands beside it. */
import { preferKernels } from "../src/math/kernels/kernels";
import type { Matrix } from "../src/math/matrix";
import { column } from "../src/math/products";
import { createRandom, normal, type Random } from "../src/math/random";
import { addScaled, dot } from "../src/math/vector";
import { finish } from "../src/regression/steps";
import { wideDesign } from "../src/regression/wide-design";
import type { WideFollowed } from "../src/regression/wide-following";
import { wideLasso } from "../src/regression/wide-lasso";

interface Wide {
  readonly name: string;
  readonly x: Matrix;
  readonly y: Float64Array;
}

/** Normal columns, each correlated with the one before it (within blocks of `block`), standardised; twenty of them count. */
function drawn(random: Random, { rows, columns, correlation, block }: { rows: number; columns: number; correlation: number; block: number }): Wide {
  const x = { values: new Float64Array(rows * columns), rows, columns };
  const fresh = Math.sqrt(1 - correlation ** 2);
  for (let j = 0; j < columns; j++) {
    const own = column(x, j);
    for (let i = 0; i < rows; i++) own[i] = j % block === 0 ? normal(random) : correlation * column(x, j - 1)[i]! + fresh * normal(random);
  }
  for (let j = 0; j < columns; j++) standardise(column(x, j));
  const y = new Float64Array(rows);
  for (let t = 0; t < 20; t++) addScaled(y, (t % 2 === 0 ? 1 : -1) * (1 + random()), column(x, Math.floor((t * columns) / 20)));
  for (let i = 0; i < rows; i++) y[i]! += 2 * normal(random);
  standardise(y);
  return { name: `${rows}×${columns}, ρ = ${correlation}, blocks of ${block}`, x, y };
}

function standardise(values: Float64Array): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  values.forEach((value, i) => (values[i] = value - mean));
  const deviation = Math.sqrt(dot(values, values) / values.length);
  values.forEach((value, i) => (values[i] = value / deviation));
}

/** Largest duality gap over the λ of the path, as a share of ½·yᵀy/n. */
function largestGap({ x, y }: Wide, { lambdas, solutions }: Solved): number {
  const n = x.rows;
  let largest = 0;
  lambdas.forEach((lambda, l) => {
    const { columns, values } = solutions[l]!;
    const residual = y.slice();
    columns.forEach((j, i) => addScaled(residual, -values[i]!, column(x, j)));
    let steepest = 0;
    for (let j = 0; j < x.columns; j++) steepest = Math.max(steepest, Math.abs(dot(column(x, j), residual)) / n);
    const scale = Math.min(1, lambda / steepest);
    const slack = columns.reduce((sum, j, i) => sum + lambda * Math.abs(values[i]!) - (scale * values[i]! * dot(column(x, j), residual)) / n, 0);
    largest = Math.max(largest, ((1 - scale) ** 2 * dot(residual, residual)) / (2 * n) + slack);
  });
  return largest / (dot(y, y) / (2 * n));
}

interface Solved extends WideFollowed {
  readonly lambdas: Float64Array;
}

/** At 100 λ from λmax to λmax/100. */
function solved({ x, y }: Wide): Solved {
  const { lambdaMax, along } = wideLasso(wideDesign(x, { center: false, scale: false }), y);
  const lambdas = Float64Array.from({ length: 100 }, (_, l) => lambdaMax * 1e-2 ** (l / 99));
  return { lambdas, ...finish(along(lambdas)) };
}

const random = createRandom(5);
const problems = [
  drawn(random, { rows: 200, columns: 5000, correlation: 0.5, block: 5000 }),
  drawn(random, { rows: 100, columns: 20_000, correlation: 0.5, block: 20_000 }),
  drawn(random, { rows: 200, columns: 5000, correlation: 0.9, block: 50 }),
  drawn(random, { rows: 100, columns: 20_000, correlation: 0.9, block: 50 }),
];
const rounds = Number(process.env.ROUNDS ?? 9);

for (const problem of problems) {
  for (const kind of ["simd", "scalar"] as const) {
    preferKernels(kind);
    const times: number[] = [];
    let path: Solved | undefined;
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      path = solved(problem);
      times.push(performance.now() - start);
    }
    const [first = NaN] = times;
    times.sort((a, b) => a - b);
    const { passes, rollbacks, rescues, workingColumns } = path!.effort;
    console.log(
      `${problem.name}, ${kind}: ${times[times.length >> 1]!.toFixed(1)} ms (best ${times[0]!.toFixed(1)}, first ${first.toFixed(0)}), gap ${largestGap(problem, path!).toExponential(1)}; ` +
        `${passes} passes, ${rollbacks} rollbacks, ${rescues} rescues, ${workingColumns} working columns, at most ${Math.max(...path!.solutions.map(({ columns }) => columns.length))} active`,
    );
  }
}
