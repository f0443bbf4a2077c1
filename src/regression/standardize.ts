import type { Matrix } from "../math/matrix";
import { blockedGram } from "../math/kernels/gram";
import { column, transposeTimes } from "../math/products";
import { dot, maxAbs } from "../math/vector";
import type { LeastSquares } from "./least-squares";

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

/**
 * The least-squares problem of `x` (n×p) and `y` (n), copied, centred and scaled as `options` say.
 * A constant column becomes all zeros, so that its weight is exactly 0 (unless it is neither centred nor scaled).
 * @throws RangeError for no rows, no columns, lengths that differ, and values that are not finite; the message names the argument.
 */
export function leastSquares(x: Matrix, y: ArrayLike<number>, options: StandardizeOptions = {}): LeastSquares {
  const { standardize = true, standardizeTarget = false, intercept = true } = options;
  check(x, y);
  const { rows: n, columns: p } = x;
  const design: Matrix = { values: x.values.slice(), rows: n, columns: p };
  const means = new Float64Array(p);
  const scales = new Float64Array(p).fill(1);
  for (let j = 0; j < p; j++) {
    const { mean, scale } = bringToScale(column(design, j), { center: intercept, scale: standardize });
    means[j] = mean;
    scales[j] = scale;
  }
  const target = Float64Array.from(y);
  const { mean: targetMean, scale: targetScale } = bringToScale(target, { center: intercept, scale: standardizeTarget });
  const meanSquare = dot(target, target) / n;
  if (!Number.isFinite(targetScale + meanSquare)) throw new RangeError("y: the values are too large to square");
  const products = blockedGram(design, 1 / n);
  for (let j = 0; j < p; j++) {
    if (!Number.isFinite(scales[j]! + products.values[j * p + j]!)) throw new RangeError(`x: the values of column ${j} are too large to square`);
  }
  return {
    x: design,
    y: target,
    gram: products,
    correlations: transposeTimes(design, target, 1 / n),
    meanSquare,
    scaling: { means, scales, targetMean, targetScale },
  };
}

/** Centres and scales `values` in place; returns what was taken away. A constant counts as scale 0 and becomes all zeros. */
export function bringToScale(values: Float64Array, wanted: { center: boolean; scale: boolean }): { mean: number; scale: number } {
  if (!wanted.center && !wanted.scale) return { mean: 0, scale: 1 };
  const largest = maxAbs(values);
  const mean = meanOf(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - mean) ** 2;
  const deviation = Math.sqrt(squares / values.length);
  if (deviation <= resolution * largest) {
    values.fill(0);
    return { mean: wanted.center ? mean : 0, scale: wanted.scale ? 0 : 1 };
  }
  const center = wanted.center ? mean : 0;
  const scale = wanted.scale ? deviation : 1;
  for (let i = 0; i < values.length; i++) values[i] = (values[i]! - center) / scale;
  return { mean: center, scale };
}

/** Two passes: the second adds back what rounding lost in the first, which counts for columns like 10⁹ + a little. */
function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  const rough = sum / values.length;
  let rest = 0;
  for (let i = 0; i < values.length; i++) rest += values[i]! - rough;
  return rough + rest / values.length;
}

function check(x: Matrix, y: ArrayLike<number>): void {
  if (x.rows < 1) throw new RangeError("x: there are no rows");
  if (x.columns < 1) throw new RangeError("x: there are no columns");
  if (x.values.length !== x.rows * x.columns) {
    throw new RangeError(`x: ${x.values.length} values do not fill ${x.rows} rows of ${x.columns} columns`);
  }
  if (y.length !== x.rows) throw new RangeError(`y: ${y.length} values for ${x.rows} rows of x`);
  const bad = firstNotFinite(x.values);
  if (bad >= 0) throw new RangeError(`x: ${x.values[bad]} in row ${bad % x.rows} of column ${Math.floor(bad / x.rows)}`);
  for (let i = 0; i < y.length; i++) {
    if (typeof y[i] !== "number") throw new TypeError(`y: row ${i} is not a number`);
    if (!Number.isFinite(y[i])) throw new RangeError(`y: ${y[i]} in row ${i}`);
  }
}

function firstNotFinite(values: Float64Array): number {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i]!)) return i;
  return -1;
}
