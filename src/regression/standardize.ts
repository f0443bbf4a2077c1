import type { Matrix } from "../math/matrix";
import { shiftedProducts } from "../math/kernels/gram";
import { column } from "../math/products";
import { dot, maxAbs, notFinite, stretchOf, sum, sumsLessFirst } from "../math/vector";
import type { LeastSquares } from "./least-squares";
import { targetOf } from "./target";

export interface StandardizeOptions {
  /** Bring each feature to standard deviation 1 (with 1/n). Default true. */
  readonly standardize?: boolean;
  /** Bring the target to standard deviation 1, so that MSE is a share of its variance. Default false. */
  readonly standardizeTarget?: boolean;
  /** Fit an intercept, which is not penalised: features and target are centred. Default true. */
  readonly intercept?: boolean;
}

/** A deviation below this share of the largest value is the rounding of the stored numbers, not variation. */
const resolution = 2 * Number.EPSILON;
/** A first value that is further from the mean than the root of this, in deviations, is not near the others. */
const mostShift = 30;
/** Below this share of its mean a deviation may be that, and is looked at; with any number of rows the largest value is not far from the mean then. */
const farBelowMean = 1e-14;

/**
 * The least-squares problem of `x` (n×p) and `y` (n), centred and scaled as `options` say. The standardised `x` is written when it
 * is first read, so the caller's numbers must stay what they are.
 * A constant column becomes all zeros, so that its weight is exactly 0 (unless it is neither centred nor scaled).
 * @throws RangeError for no rows, no columns, lengths that differ, and values that are not finite; the message names the argument.
 */
export function leastSquares(x: Matrix, y: ArrayLike<number>, options: StandardizeOptions = {}): LeastSquares {
  const { standardize = true, standardizeTarget = false, intercept = true } = options;
  checkShape(x);
  return leastSquaresOf(x, targetOf(y, x.rows), { standardize, standardizeTarget, intercept });
}

/** The same where x has a shape and y is finite. */
export function leastSquaresOf(x: Matrix, y: Float64Array, { standardize, standardizeTarget, intercept }: Required<StandardizeOptions>): LeastSquares {
  const { rows: n, columns: p } = x;
  const vector = stretchOf(p * (p + 5) + n);
  const [means, scales, divisors, target] = [vector(p), vector(p).fill(1), vector(p).fill(1), vector(n)];
  const found = { products: vector(p * p), withTarget: vector(p), sums: vector(p) };
  const { products, withTarget, sums } = found;
  const { mean: targetMean, scale: targetScale, length } = scaledInto(target, 0, { values: y, rows: n, columns: 1 }, 0, { center: intercept, scale: standardizeTarget });
  const meanSquare = length / n;
  checkSquare(targetScale * targetScale, "y");
  checkSquare(meanSquare, "y");

  if (intercept) for (let j = 0; j < p; j++) means[j] = roughMean(x, j);
  const data = { x, y: target, shifts: means };
  shiftedProducts(data, found);
  for (let j = 0; j < p; j++) if (!Number.isFinite(sums[j])) checkColumn(x, j);
  if (intercept && isFarOff(products, sums, n)) {
    for (let j = 0; j < p; j++) means[j]! += sums[j]! / n;
    shiftedProducts(data, found);
  }
  // What the means have missed is in the sums of the columns less these means.
  const missed = sums;
  for (let j = 0; j < p; j++) missed[j] = intercept ? sums[j]! / n : 0;
  const moment = (i: number, j: number): number => products[i * p + j]! / n - missed[i]! * missed[j]!;
  // Columns are divided by their scale; 0 says that one becomes all zeros.
  for (let j = 0; j < p; j++) {
    means[j]! += missed[j]!;
    if (!intercept && !standardize) continue;
    const quick = intercept ? Math.sqrt(Math.max(0, moment(j, j))) : NaN;
    const plain = isPlain(quick, means[j]!);
    const deviation = plain ? quick : deviationOf(column(x, j));
    const constant = !plain && deviation <= resolution * maxAbs(column(x, j));
    if (standardize) scales[j] = constant ? 0 : deviation;
    divisors[j] = constant ? 0 : scales[j]!;
  }

  // In the place of the products.
  for (let i = 0; i < p; i++) {
    const divisor = divisors[i]!;
    if (divisor !== 0) checkSquare(moment(i, i), "x", i);
    withTarget[i] = divisor === 0 ? 0 : withTarget[i]! / n / divisor;
    for (let j = i; j < p; j++) {
      const both = divisor * divisors[j]!;
      products[i * p + j] = products[j * p + i] = both === 0 ? 0 : moment(i, j) / both;
    }
  }
  let design: Matrix | undefined;
  return {
    get x() {
      return (design ??= standardised(x, means, divisors));
    },
    y: target,
    gram: { values: products, rows: p, columns: p },
    correlations: withTarget,
    meanSquare,
    scaling: { means, scales, targetMean, targetScale },
  };
}

/** Of a few values, spread over the column: near enough to the mean for the sums of what is left not to lose digits. */
function roughMean({ values, rows }: Matrix, j: number): number {
  const step = Math.ceil(rows / 8);
  let total = 0;
  let count = 0;
  for (let at = j * rows; at < (j + 1) * rows; at += step, count++) total += values[at]!;
  return total / count;
}

/** Whether some column is further off than four times its deviation, so that differences lose more than four bits. `products` are as in ShiftedProducts. */
function isFarOff(products: Float64Array, sums: Float64Array, n: number): boolean {
  const p = sums.length;
  for (let j = 0; j < p; j++) {
    const missed = sums[j]! / n;
    if ((1 + 1 / 16) * missed * missed > products[j * (p + 1)]! / n) return true;
  }
  return false;
}

/** (column − mean) / divisor; all zeros where the divisor is 0. */
function standardised({ values, rows, columns }: Matrix, means: Float64Array, divisors: Float64Array): Matrix {
  const all = new Float64Array(values.length);
  for (let j = 0; j < columns; j++) {
    const mean = means[j]!;
    const divisor = divisors[j]!;
    if (divisor === 0) continue;
    for (let at = j * rows; at < (j + 1) * rows; at++) all[at] = (values[at]! - mean) / divisor;
  }
  return { values: all, rows, columns };
}

/** Centres and scales `values` in place; returns what was taken away. A constant counts as scale 0 and becomes all zeros. */
export function bringToScale(values: Float64Array, wanted: { center: boolean; scale: boolean }): { mean: number; scale: number } {
  if (!wanted.center && !wanted.scale) return { mean: 0, scale: 1 };
  return quicklyScaled(values, 0, { from: values, at: 0, n: values.length }, wanted) ?? slowlyScaled(values, wanted);
}

/** A copy of the target, centred where an intercept is fitted. @throws RangeError where it is too large or too small to square. */
export function centredTarget({ y, intercept }: { y: Float64Array; intercept: boolean }): { y: Float64Array; mean: number } {
  const own = y.slice();
  const { mean } = bringToScale(own, { center: intercept, scale: false });
  checkSquare(dot(own, own), "y");
  return { y: own, mean };
}

/**
 * Like `bringToScale` for column j of a matrix, written from out[at] on; `length` is the squared length of what is written.
 * @throws RangeError where a value is not finite.
 */
export function scaledInto(out: Float64Array, at: number, x: Matrix, j: number, wanted: { center: boolean; scale: boolean }): Scaled {
  const quick = quicklyScaled(out, at, { from: x.values, at: j * x.rows, n: x.rows }, wanted);
  if (quick) return quick;
  checkColumn(x, j);
  const own = out.subarray(at, at + x.rows);
  own.set(column(x, j));
  const { mean, scale } = !wanted.center && !wanted.scale ? { mean: 0, scale: 1 } : slowlyScaled(own, wanted);
  return { mean, scale, length: dot(own, own) };
}

interface Scaled {
  readonly mean: number;
  readonly scale: number;
  readonly length: number;
}

/** In two passes; undefined where the sums of the first have lost their digits, or nothing is to be centred. */
function quicklyScaled(out: Float64Array, to: number, { from: values, at: from, n }: { from: Float64Array; at: number; n: number }, wanted: { center: boolean; scale: boolean }): Scaled | undefined {
  if (!wanted.center) return undefined;
  const first = values[from]!;
  const { sum: less, squares: lessSquares } = sumsLessFirst(values, from, n);
  const rest = less / n;
  const squares = lessSquares - n * rest * rest;
  const deviation = Math.sqrt(squares / n);
  if (!isExact(deviation, { first, rest })) return undefined;
  const scale = wanted.scale ? deviation : 1;
  const share = 1 / scale;
  for (let i = 0; i < n; i++) out[to + i] = (values[from + i]! - first - rest) * share;
  return { mean: first + rest, scale, length: wanted.scale ? n : squares };
}

function slowlyScaled(values: Float64Array, wanted: { center: boolean; scale: boolean }): { mean: number; scale: number } {
  const mean = meanOf(values);
  const deviation = deviationOf(values, mean);
  if (deviation <= resolution * maxAbs(values)) {
    values.fill(0);
    return { mean: wanted.center ? mean : 0, scale: wanted.scale ? 0 : 1 };
  }
  const center = wanted.center ? mean : 0;
  const scale = wanted.scale ? deviation : 1;
  for (let i = 0; i < values.length; i++) values[i] = (values[i]! - center) / scale;
  return { mean: center, scale };
}

/** Whether a deviation from sums of squares can be trusted: it is no rounding, and nothing has overflowed. */
function isPlain(deviation: number, mean: number): boolean {
  return deviation > farBelowMean * Math.abs(mean) && deviation < Infinity;
}

/** Whether a deviation from sums less the first value has lost no digits; `rest` is the mean less the first value. */
export function isExact(deviation: number, { first, rest }: { first: number; rest: number }): boolean {
  return isPlain(deviation, first) && rest * rest < mostShift * deviation * deviation;
}

/** Squares outside these, multiplied with each other, would overflow or lose their digits. */
const smallestSquare = 1e-150;
const largestSquare = 1e150;

/** @throws RangeError where `square`, a sum or mean of squares (of a column), is too large or too small, or no number after an overflow. */
export function checkSquare(square: number, argument: "x" | "y", column?: number): void {
  if (!(square <= largestSquare)) throw new RangeError(`${valuesOf(argument, column)} are too large to square`);
  if (square > 0 && square < smallestSquare) throw new RangeError(`${valuesOf(argument, column)} are too small to square`);
}

function valuesOf(argument: string, column: number | undefined): string {
  return `${argument}: the values${column === undefined ? "" : ` of column ${column}`}`;
}

function deviationOf(values: Float64Array, mean = meanOf(values)): number {
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - mean) ** 2;
  return Math.sqrt(squares / values.length);
}

/** Two passes: the second adds back what rounding lost in the first, which counts for columns like 10⁹ + a little. */
function meanOf(values: Float64Array): number {
  const rough = sum(values) / values.length;
  let rest = 0;
  for (let i = 0; i < values.length; i++) rest += values[i]! - rough;
  return rough + rest / values.length;
}

function checkShape({ values, rows, columns }: Matrix): void {
  if (rows < 1) throw new RangeError("x: there are no rows");
  if (columns < 1) throw new RangeError("x: there are no columns");
  if (values.length !== rows * columns) throw new RangeError(`x: ${values.length} values do not fill ${rows} rows of ${columns} columns`);
}

function checkColumn(x: Matrix, j: number): void {
  const row = notFinite(column(x, j));
  if (row >= 0) throw new RangeError(`x: ${column(x, j)[row]} in row ${row} of column ${j}`);
}
