/**
 * Writes the problems that all solvers read, one folder each: shape.txt (n p λ-count classes loss), x.bin (n×p, column-major, mean 0
 * and standard deviation 1 with 1/n), y.bin (for the squared loss standardised too, so that all conventions for the L2 penalty
 * agree), lambdas.bin and, for cross-validation, folds.bin. All numbers are 64-bit floats.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRandom } from "../../src/math/random";
import { bringToScale } from "../../src/regression/standardize";
import { type BenchProblem, chained, diabetes, drawn } from "../problems";

const count = 100;
const foldCount = 10;

interface Plan {
  readonly folder: string;
  readonly loss: "squared" | "logistic" | "softmax";
  readonly make: () => BenchProblem;
}

/** Called in the folder that holds `raw`, where scikit-learn has left its data (see scikit-learn.py). */
const plans: readonly Plan[] = [
  { folder: "diabetes", loss: "squared", make: diabetes },
  { folder: "tall", loss: "squared", make: () => drawn(1000, 100) },
  { folder: "wide", loss: "squared", make: () => chained(200, 5000) },
  { folder: "wider", loss: "squared", make: () => chained(100, 20_000) },
  { folder: "long", loss: "squared", make: () => drawn(10_000, 200) },
  { folder: "cancer", loss: "logistic", make: () => raw("cancer", 569, 30) },
  { folder: "digits", loss: "softmax", make: () => raw("digits", 1797, 64) },
];

for (const plan of plans) {
  if (!existsSync(`${plan.folder}/shape.txt`) && (plan.loss === "squared" || existsSync(`raw/${plan.folder}.x.bin`))) write(plan);
}

function write({ folder, loss, make }: Plan): void {
  const { x, y: target } = make();
  const { rows: n, columns: p } = x;
  const values = x.values.slice();
  for (let j = 0; j < p; j++) bringToScale(values.subarray(j * n, (j + 1) * n), { center: true, scale: true });
  const y = target.slice();
  if (loss === "squared") bringToScale(y, { center: true, scale: true });
  const classes = loss === "softmax" ? Math.max(...y) + 1 : 1;
  const top = largestGradient(values, y, classes);
  const ratio = p > n ? 1e-2 : 1e-3;
  const random = createRandom(7);
  mkdirSync(folder, { recursive: true });
  const save = (name: string, numbers: Float64Array) => writeFileSync(`${folder}/${name}.bin`, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  save("x", values);
  save("y", y);
  save("lambdas", Float64Array.from({ length: count }, (_, l) => top * ratio ** (l / (count - 1))));
  save("folds", Float64Array.from({ length: n }, () => Math.floor(random() * foldCount)));
  writeFileSync(`${folder}/shape.txt`, `${n} ${p} ${count} ${classes} ${loss}\n`);
}

/** λmax of the L1 penalty: the steepest slope of the loss where all weights are zero. */
function largestGradient(values: Float64Array, y: Float64Array, classes: number): number {
  const n = y.length;
  let largest = 0;
  for (let k = 0; k < classes; k++) {
    const indicator = classes === 1 ? y.slice() : y.map((value) => (value === k ? 1 : 0));
    bringToScale(indicator, { center: true, scale: false });
    for (let start = 0; start < values.length; start += n) {
      let slope = 0;
      for (let i = 0; i < n; i++) slope += values[start + i]! * indicator[i]!;
      largest = Math.max(largest, Math.abs(slope / n));
    }
  }
  return largest;
}

function raw(name: string, rows: number, columns: number): BenchProblem {
  const read = (part: string) => new Float64Array(new Uint8Array(readFileSync(`raw/${name}.${part}.bin`)).buffer);
  return { name, x: { values: read("x"), rows, columns }, y: read("y") };
}
