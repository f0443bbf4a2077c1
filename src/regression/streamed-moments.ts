import { blockedGram } from "../math/kernels/gram";
import type { Matrix } from "../math/matrix";
import { maxAbs } from "../math/vector";
import type { Moments, Scaling } from "./least-squares";
import { checkSquare } from "./standardize";

/** Some rows of a data set that is too large to hold. */
export interface Rows {
  /** m×p. */
  readonly x: Matrix;
  /** m. */
  readonly y: Float64Array;
}

/** The moments of all rows that were streamed, in the units that the solvers work in, with the way back to the raw ones. */
export interface StreamedMoments extends Moments {
  readonly scaling: Scaling;
  /** n. */
  readonly rows: number;
}

/** Sums over the rows seen so far; none of the rows is kept. */
export interface MomentSums {
  readonly rows: number;
  /** @throws RangeError that names the argument and the row: values that are not finite, chunks that differ in columns. */
  add(chunk: Rows): void;
  /** @throws RangeError where there are no rows or the values are too large or too small to square. */
  moments(options?: { readonly standardize?: boolean; readonly intercept?: boolean }): StreamedMoments;
}

/** A deviation below this share of the largest value is the rounding of the stored numbers, not variation. */
const resolution = 2 * Number.EPSILON;

/**
 * Gram matrix and correlations of p features and a target from chunks of rows, in memory for one chunk and p² numbers. Each chunk
 * is centred on its own means before it is squared, and the means are merged afterwards (Chan, Golub & LeVeque 1979), so that
 * columns far from zero lose no digits.
 */
export function momentSums(columns: number): MomentSums {
  if (!(Number.isInteger(columns) && columns >= 1)) throw new RangeError(`columns: ${columns} is not a whole number ≥ 1`);
  // The target is the last column.
  const q = columns + 1;
  /** Means of the first chunk; all sums are of differences from them, which are small. */
  const origin = new Float64Array(q);
  const means = new Float64Array(q);
  const products = new Float64Array(q * q);
  const largest = new Float64Array(q);
  let rows = 0;

  function merge(count: number, theirMeans: Float64Array, theirProducts: Float64Array): void {
    const total = rows + count;
    const step = theirMeans.map((mean, a) => mean - means[a]!);
    const weight = (rows * count) / total;
    for (let a = 0; a < q; a++) {
      for (let b = 0; b < q; b++) products[a * q + b]! += theirProducts[a * q + b]! + weight * step[a]! * step[b]!;
    }
    for (let a = 0; a < q; a++) means[a]! += (step[a]! * count) / total;
    rows = total;
  }

  return {
    get rows() {
      return rows;
    },
    add({ x, y }) {
      if (x.columns !== columns) throw new RangeError(`x: ${x.columns} columns where there were ${columns}`);
      if (y.length !== x.rows) throw new RangeError(`y: ${y.length} values for ${x.rows} rows of x`);
      if (x.values.length !== x.rows * columns) throw new RangeError(`x: ${x.values.length} values do not fill ${x.rows} rows of ${columns} columns`);
      if (x.rows === 0) return;
      const centred = new Float64Array(x.rows * q);
      centred.set(x.values);
      centred.set(y, x.values.length);
      if (!Number.isFinite(maxAbs(centred))) {
        const bad = centred.findIndex((value) => !Number.isFinite(value));
        throw new RangeError(`${bad < x.values.length ? "x" : "y"}: ${centred[bad]} in row ${rows + (bad % x.rows)}`);
      }
      const theirMeans = new Float64Array(q);
      for (let a = 0; a < q; a++) {
        const values = centred.subarray(a * x.rows, (a + 1) * x.rows);
        largest[a] = Math.max(largest[a]!, maxAbs(values));
        if (rows === 0) origin[a] = average(values);
        for (let i = 0; i < values.length; i++) values[i]! -= origin[a]!;
        const mean = average(values);
        for (let i = 0; i < values.length; i++) values[i]! -= mean;
        theirMeans[a] = mean;
      }
      merge(x.rows, theirMeans, blockedGram({ values: centred, rows: x.rows, columns: q }).values);
    },
    moments({ standardize = true, intercept = true } = {}) {
      if (rows === 0) throw new RangeError("x: there are no rows");
      const deviations = Float64Array.from({ length: q }, (_, a) => Math.sqrt(products[a * q + a]! / rows));
      const constant = (a: number) => deviations[a]! <= resolution * largest[a]!;
      // What a constant becomes where it is centred or scaled; the target never is scaled.
      const blank = (a: number) => constant(a) && (intercept || (standardize && a < columns));
      const scales = Float64Array.from({ length: columns }, (_, j) => (!standardize ? 1 : constant(j) ? 0 : deviations[j]!));
      const meanOf = (a: number) => origin[a]! + means[a]!;
      const scaleOf = (a: number) => scales[a] ?? 1;
      const product = (a: number, b: number): number => {
        if (blank(a) || blank(b)) return 0;
        const offset = intercept ? 0 : meanOf(a) * meanOf(b);
        return (products[a * q + b]! / rows + offset) / (scaleOf(a) * scaleOf(b));
      };
      const values = new Float64Array(columns * columns);
      for (let i = 0; i < columns; i++) {
        checkSquare(products[i * q + i]!, "x", i);
        checkSquare(product(i, i), "x", i);
        for (let j = 0; j <= i; j++) values[i * columns + j] = values[j * columns + i] = product(i, j);
      }
      const meanSquare = product(columns, columns);
      checkSquare(meanSquare, "y");
      return {
        gram: { values, rows: columns, columns },
        correlations: Float64Array.from({ length: columns }, (_, j) => product(j, columns)),
        meanSquare,
        scaling: { means: intercept ? Float64Array.from(scales, (_, j) => meanOf(j)) : new Float64Array(columns), scales, targetMean: intercept ? meanOf(columns) : 0, targetScale: 1 },
        rows,
      };
    },
  };
}

function average(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
