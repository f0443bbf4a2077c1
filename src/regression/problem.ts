import type { Matrix } from "../math/matrix";
import type { LossName } from "./note-objective";
import { targetOf } from "./target";

/**
 * min over w (and b): mean loss + λ(ρ‖w‖₁ + (1−ρ)/2·‖w‖²), the mean loss being 1/(2n)·‖y − b − Xw‖² or the mean log-loss; the
 * intercept b is not penalised, and with `standardize` w counts in units of each feature's standard deviation (with 1/n).
 */
export interface Problem {
  /** n×p: rows of numbers, or column-major values. */
  readonly x: ReadonlyArray<ArrayLike<number>> | Matrix;
  /** n. For "logistic" 0 or 1, for "softmax" 0 … k−1. */
  readonly y: ArrayLike<number>;
  /** Default "squared". */
  readonly loss?: LossName;
  /** ρ: 1 lasso (default), 0 ridge. */
  readonly l1Ratio?: number;
  /** Default true. */
  readonly standardize?: boolean;
  /** Default true. */
  readonly intercept?: boolean;
  /** Largest duality gap of an iterative solution (logistic, softmax, wide data), as a share of the loss without features. Default 1e-9. */
  readonly tolerance?: number;
}

/** A problem that has passed every check but that for values of x, with its defaults filled in; x and y are the caller's own where they need no conversion, and must stay what they are. */
export interface CheckedProblem {
  readonly x: Matrix;
  readonly y: Float64Array;
  readonly loss: LossName;
  /** Numbers that a row is scored with: k for "softmax", 1 otherwise. */
  readonly blocks: number;
  readonly l1Ratio: number;
  readonly standardize: boolean;
  readonly intercept: boolean;
  readonly tolerance: number;
}

const defaultTolerance = 1e-9;

/**
 * Whoever reads x finds values that are not finite on the way: to look for them here would be one more pass over all.
 * @throws RangeError or TypeError that names the argument: no rows or columns, lengths that differ, targets that are not finite numbers, classes that are not 0 … k−1 or fewer than two.
 */
export function checkProblem(problem: Problem): CheckedProblem {
  const { loss = "squared", l1Ratio = 1, standardize = true, intercept = true, tolerance = defaultTolerance } = problem;
  if (loss !== "squared" && loss !== "logistic" && loss !== "softmax") throw new RangeError(`loss: ${String(loss)} is not "squared", "logistic" or "softmax"`);
  if (!(l1Ratio >= 0 && l1Ratio <= 1)) throw new RangeError(`l1Ratio: ${l1Ratio} is not a number from 0 to 1`);
  if (!(tolerance > 0 && tolerance < 1)) throw new RangeError(`tolerance: ${tolerance} is not a number between 0 and 1`);
  const x = designOf(problem.x);
  const y = targetOf(problem.y, x.rows);
  const blocks = loss === "squared" ? 1 : blocksOf(y, loss);
  return { x, y, loss, blocks, l1Ratio, standardize, intercept, tolerance };
}

function designOf(x: Problem["x"]): Matrix {
  const matrix = isMatrix(x) ? x : fromRows(x);
  const { values, rows, columns } = matrix;
  if (!(rows >= 1)) throw new RangeError("x: there are no rows");
  if (!(columns >= 1)) throw new RangeError("x: there are no columns");
  if (!(values instanceof Float64Array)) throw new TypeError("x: the values are not a Float64Array");
  if (values.length !== rows * columns) throw new RangeError(`x: ${values.length} values do not fill ${rows} rows of ${columns} columns`);
  return matrix;
}

/** An array has a method of that name. */
function isMatrix(x: Problem["x"]): x is Matrix {
  return typeof x.values !== "function";
}

function fromRows(x: ReadonlyArray<ArrayLike<number>>): Matrix {
  const rows = x.length;
  const columns = x[0]?.length ?? 0;
  const values = new Float64Array(rows * columns);
  x.forEach((row, i) => {
    if (row.length !== columns) throw new RangeError(`x: row ${i} has ${row.length} values, row 0 has ${columns}`);
    for (let j = 0; j < columns; j++) {
      if (typeof row[j] !== "number") throw new TypeError(`x: row ${i} of column ${j} is not a number`);
      values[j * rows + i] = row[j]!;
    }
  });
  return { values, rows, columns };
}

/** Checks that the classes are 0 … k−1, each with a row. */
function blocksOf(y: Float64Array, loss: "logistic" | "softmax"): number {
  let largest = 1;
  y.forEach((label, i) => {
    if (!(Number.isInteger(label) && label >= 0)) throw new RangeError(`y: ${label} in row ${i} is not a class 0, 1, 2 …`);
    if (label > 1 && loss === "logistic") throw new RangeError(`y: ${label} in row ${i}, but "logistic" knows the classes 0 and 1`);
    if (label >= y.length) throw new RangeError(`y: class ${label} in row ${i}, but ${y.length} rows hold at most the classes 0 to ${y.length - 1}`);
    largest = Math.max(largest, label);
  });
  const seen = new Set(y);
  if (seen.size < 2) throw new RangeError(`y: there is only one class, ${y[0]}`);
  for (let label = 0; label <= largest; label++) if (!seen.has(label)) throw new RangeError(`y: no row has class ${label}`);
  return loss === "logistic" ? 1 : largest + 1;
}
