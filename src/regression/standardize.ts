import type { Matrix } from "../math/matrix";
import { type ShiftedProducts, shiftedProducts } from "../math/kernels/gram";
import { column } from "../math/products";
import { dot, maxAbs, type Memory, memory, notFinite, sum, sumsLessFirst } from "../math/vector";
import { LeastSquares } from "./least-squares";
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
 * The least-squares problem of `x` (n×p) and `y` (n), centred and scaled as `options` say. What is standardised is written when it
 * is first read, so the caller's numbers must stay what they are.
 * A constant column becomes all zeros, so that its weight is exactly 0 (unless it is neither centred nor scaled).
 * @throws RangeError for no rows, no columns, lengths that differ, and values that are not finite; the message names the argument.
 */
export function leastSquares(x: Matrix, y: ArrayLike<number>, options: StandardizeOptions = {}): LeastSquares {
  const { standardize = true, standardizeTarget = false, intercept = true } = options;
  checkShape(x);
  return leastSquaresOf(x, targetOf(y, x.rows), { standardize, standardizeTarget, intercept });
}

/** Values that a least-squares problem of p features keeps beside x and y. */
export function leastSquaresRoom(p: number): number {
  return p * (p + 7) + 3;
}

/** The same where x has a shape and y is finite, in vectors of `vector`. */
export function leastSquaresOf(x: Matrix, y: Float64Array, { standardize, standardizeTarget, intercept }: Required<StandardizeOptions>, vector: Memory = memory(leastSquaresRoom(x.columns))): LeastSquares {
  const { rows: n, columns: p } = x;
  const target: Matrix = { values: y, rows: n, columns: 1 };
  const [means, scales, divisors, correlations] = [vector(p), vector(p), vector(p), vector(p)];
  // The target is the last column.
  const columns = { x, y, shifts: vector(p + 1) };
  const found = { products: vector(p * p), withTarget: vector(p + 1), sums: vector(p + 1) };
  const { products, withTarget, sums: missed } = found;
  if (intercept) for (let j = 0; j <= p; j++) columns.shifts[j] = j < p ? roughMean(x, j) : roughMean(target, 0);
  shiftedProducts(columns, found);
  for (let j = 0; j < p; j++) if (!Number.isFinite(missed[j])) checkColumn(x, j);
  if (intercept && isFarOff(found, n)) {
    for (let j = 0; j <= p; j++) columns.shifts[j]! += missed[j]! / n;
    shiftedProducts(columns, found);
  }
  // What the means have missed is in the sums of the columns less these means.
  for (let j = 0; j <= p; j++) missed[j] = intercept ? missed[j]! / n : 0;
  const moment = (sum: number, i: number, j: number): number => sum / n - missed[i]! * missed[j]!;

  const targetMean = columns.shifts[p]! + missed[p]!;
  const square = moment(withTarget[p]!, p, p);
  checkSquare(square, "y");
  const own = scaleOf(target, 0, { square, mean: targetMean, center: intercept, scale: standardizeTarget });
  checkSquare(own.scale * own.scale, "y");
  for (let j = 0; j < p; j++) {
    means[j] = columns.shifts[j]! + missed[j]!;
    const { scale, divisor } = scaleOf(x, j, { square: moment(products[j * (p + 1)]!, j, j), mean: means[j]!, center: intercept, scale: standardize });
    scales[j] = scale;
    divisors[j] = divisor;
  }
  // In the place of the products.
  for (let i = 0; i < p; i++) {
    const divisor = divisors[i]!;
    if (divisor !== 0) checkSquare(moment(products[i * (p + 1)]!, i, i), "x", i);
    for (let j = i; j < p; j++) {
      const both = divisor * divisors[j]!;
      products[i * p + j] = products[j * p + i] = both === 0 ? 0 : moment(products[i * p + j]!, i, j) / both;
    }
    const both = divisor * own.divisor;
    correlations[i] = both === 0 ? 0 : moment(withTarget[i]!, i, p) / both;
  }
  const gram = { values: products, rows: p, columns: p };
  const meanSquare = own.divisor === 0 ? 0 : square / (own.divisor * own.divisor);
  const scaling = { means, scales, targetMean, targetScale: own.scale };
  return new LeastSquares({ gram, correlations, meanSquare, scaling }, {
    x: () => standardised(x, means, divisors),
    y: () => scaled(target, { center: intercept, scale: standardizeTarget }),
  });
}

interface Spread {
  /** Mean square about `mean`, where `center` says so. */
  readonly square: number;
  readonly mean: number;
  readonly center: boolean;
  readonly scale: boolean;
}

/** The scale of a column, and what it is divided by: 0 says that it becomes all zeros. */
function scaleOf(x: Matrix, j: number, { square, mean, center, scale }: Spread): { scale: number; divisor: number } {
  if (!center && !scale) return { scale: 1, divisor: 1 };
  const quick = center ? Math.sqrt(Math.max(0, square)) : NaN;
  const plain = isPlain(quick, mean);
  const deviation = plain ? quick : deviationOf(column(x, j));
  if (!plain && deviation <= resolution * maxAbs(column(x, j))) return { scale: scale ? 0 : 1, divisor: 0 };
  return scale ? { scale: deviation, divisor: deviation } : { scale: 1, divisor: 1 };
}

function scaled(column: Matrix, wanted: { center: boolean; scale: boolean }): Float64Array {
  const out = new Float64Array(column.rows);
  scaledInto(out, 0, column, 0, wanted);
  return out;
}

/** Of a few values, spread over the column: near enough to the mean for the sums of what is left not to lose digits. */
function roughMean({ values, rows }: Matrix, j: number): number {
  const step = Math.ceil(rows / 8);
  let total = 0;
  let count = 0;
  for (let at = j * rows; at < (j + 1) * rows; at += step, count++) total += values[at]!;
  return total / count;
}

/** Whether some column is further off than four times its deviation, so that differences lose more than four bits. */
function isFarOff({ products, withTarget, sums }: ShiftedProducts, n: number): boolean {
  const p = sums.length - 1;
  for (let j = 0; j <= p; j++) {
    const missed = sums[j]! / n;
    const square = j < p ? products[j * (p + 1)]! : withTarget[p]!;
    if ((1 + 1 / 16) * missed * missed > square / n) return true;
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
