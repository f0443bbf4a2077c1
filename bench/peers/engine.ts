/** This engine behind the line protocol of player.mjs: raw columns in, every coefficient out; all that lies between is timed. Laying them out for the file is not. */
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { preferKernels } from "../../src/math/kernels/kernels";
import type { Matrix } from "../../src/math/matrix";
import { crossValidate } from "../../src/regression/cross-validation";
import type { Fit } from "../../src/regression/fit";
import type { LossName } from "../../src/regression/note-objective";
import { path } from "../../src/regression/regression";
import { ridgeLeaveOneOut } from "../../src/regression/ridge-leave-one-out";

interface Read {
  readonly x: Matrix;
  readonly y: Float64Array;
  readonly lambdas: Float64Array;
  readonly folds: Float64Array;
  readonly classes: number;
  readonly loss: LossName;
}

type Method = (problem: Read, tolerance: number) => Float64Array | readonly Fit[];

const methods: Record<string, Method> = {
  lasso: (problem, tolerance) => fitted(problem, tolerance, 1),
  ridge: (problem, tolerance) => fitted(problem, tolerance, 0),
  "cross-validation": ({ x, y, lambdas, folds }) => crossValidate({ x, y, lambdas, folds }).mean,
  "leave-one-out": ({ x, y, lambdas }) => ridgeLeaveOneOut({ x, y, lambdas }).mean,
  "one-lambda": oneLambda,
};

/** What is read here, is computed here. */
function fitted({ x, y, lambdas, loss }: Read, tolerance: number, l1Ratio: number): readonly Fit[] {
  const { fits } = path({ x, y, lambdas, loss, l1Ratio, ...(tolerance > 0 && { tolerance }) });
  let count = 0;
  for (const { standardizedCoefficients, intercept } of fits) count += standardizedCoefficients.length + (typeof intercept === "number" ? 1 : intercept.length);
  if (count === 0) throw new Error("there are no coefficients");
  return fits;
}

/** For each λ and class the intercept and its weights. */
function laidOut(fits: readonly Fit[], classes: number): Float64Array {
  const p = (fits[0]?.standardizedCoefficients.length ?? 0) / classes;
  const all = new Float64Array(fits.length * classes * (p + 1));
  fits.forEach(({ intercept, standardizedCoefficients }, l) => {
    for (let k = 0; k < classes; k++) {
      const at = (l * classes + k) * (p + 1);
      all[at] = typeof intercept === "number" ? intercept : intercept[k]!;
      all.set(standardizedCoefficients.subarray(k * p, (k + 1) * p), at + 1);
    }
  });
  return all;
}

const known = new Map<string, ReturnType<typeof path>>();

/** Every λ of the grid and the one half-way to the next, from a path already computed. */
function oneLambda({ x, y, lambdas }: Read): Float64Array {
  const key = `${x.rows}×${x.columns}`;
  const computed = known.get(key) ?? path({ x, y, lambdas });
  known.set(key, computed);
  const out = new Float64Array(x.columns);
  for (const lambda of lambdas) {
    computed.coefficientsAt!(lambda, out);
    computed.coefficientsAt!(0.97 * lambda, out);
  }
  return out;
}

const problems = new Map<string, Read>();

function read(folder: string): Read {
  const found = problems.get(folder);
  if (found) return found;
  const [n, p, , classes, loss] = readFileSync(`${folder}/shape.txt`, "utf8").trim().split(" ");
  const numbers = (name: string) => new Float64Array(new Uint8Array(readFileSync(`${folder}/${name}.bin`)).buffer);
  const problem = {
    x: { values: numbers("x"), rows: Number(n), columns: Number(p) },
    y: numbers("y"),
    lambdas: numbers("lambdas"),
    folds: numbers("folds"),
    classes: Number(classes),
    loss: loss as LossName,
  };
  problems.set(folder, problem);
  return problem;
}

function answer(folder: string, method: string, tolerance: number, budget: number, file: string): string {
  const run = methods[method];
  if (!run) return `failed there is no ${method}`;
  const problem = read(folder);
  const taken: number[] = [];
  let result: ReturnType<Method> = [];
  for (const end = performance.now() + budget; taken.length === 0 || performance.now() < end; ) {
    const start = performance.now();
    result = run(problem, tolerance);
    taken.push(performance.now() - start);
  }
  if (file) {
    const numbers = result instanceof Float64Array ? result : laidOut(result, problem.classes);
    writeFileSync(file, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  }
  taken.sort((a, b) => a - b);
  return `done ${taken[taken.length >> 1]} ${taken.length}`;
}

// As where there is no SIMD, if this is asked for.
if (process.argv[2] === "scalar") preferKernels("scalar");
console.log(`ready Node ${process.versions.node}`);
for await (const line of createInterface({ input: process.stdin })) {
  const [folder = "", method = "", tolerance, budget, file = ""] = line.split("\t");
  try {
    console.log(answer(folder, method, Number(tolerance), Number(budget), file));
  } catch (error) {
    console.log(`failed ${error instanceof Error ? error.message : String(error)}`);
  }
}
