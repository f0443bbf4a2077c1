import type { Matrix } from "../../../src/math/matrix";
import { normal, type Random } from "../../../src/math/random";

/** A matrix from one function of row and column. */
export function matrix(rows: number, columns: number, entry: (i: number, j: number) => number): Matrix {
  const values = new Float64Array(rows * columns);
  for (let j = 0; j < columns; j++) for (let i = 0; i < rows; i++) values[j * rows + i] = entry(i, j);
  return { values, rows, columns };
}

export function at({ values, rows }: Matrix, i: number, j: number): number {
  return values[j * rows + i] as number;
}

export function gaussian(random: Random, rows: number, columns: number): Matrix {
  return matrix(rows, columns, () => normal(random));
}

/** Each column correlates with the one before it. */
export function autoregressive(random: Random, rows: number, columns: number, correlation: number): Matrix {
  const noise = gaussian(random, rows, columns);
  const fresh = Math.sqrt(1 - correlation ** 2);
  for (let at = rows; at < noise.values.length; at++) {
    noise.values[at] = correlation * (noise.values[at - rows] as number) + fresh * (noise.values[at] as number);
  }
  return noise;
}

/** XᵀX/n = I to rounding, all columns with mean 0: cosines of different frequencies. */
export function orthonormal(rows: number, columns: number): Matrix {
  return matrix(rows, columns, (i, j) => Math.SQRT2 * Math.cos((Math.PI * (j + 1) * (2 * i + 1)) / (2 * rows)));
}

/** 2·x₀ − x₁ + … + noise: a few features with a weight, of both signs, the rest without. */
export function targetOf(random: Random, x: Matrix, noise = 1): Float64Array {
  const weights = [2, -1, 1.5, -0.5, 1].slice(0, x.columns);
  return Float64Array.from({ length: x.rows }, (_, i) => weights.reduce((sum, weight, j) => sum + weight * at(x, i, j), noise * normal(random)));
}

/** Designs that break careless solvers, each rows×columns with at least 8 columns. */
export const awkwardDesigns: Record<string, (random: Random, rows: number, columns: number) => Matrix> = {
  "a constant column": (random, n, p) => overwritten(gaussian(random, n, p), (_i, j, own) => (j === 0 ? 7 : j === p - 1 ? 0 : own)),
  "equal columns": (random, n, p) => overwritten(gaussian(random, n, p), (i, j, own, x) => (j % 4 === 1 ? at(x, i, j - 1) : own)),
  "negated columns": (random, n, p) => overwritten(gaussian(random, n, p), (i, j, own, x) => (j % 4 === 1 ? -2 * at(x, i, j - 1) : own)),
  "collinear columns": (random, n, p) =>
    overwritten(gaussian(random, n, p), (i, j, own, x) => (j % 4 === 3 ? at(x, i, j - 1) + at(x, i, j - 2) - at(x, i, j - 3) : own)),
  "near-copies with noise of 1e-7": (random, n, p) =>
    overwritten(gaussian(random, n, p), (i, j, own, x) => (j % 3 === 1 ? at(x, i, j - 1) + 1e-7 * own : own)),
  "all levels of a category": (random, n, p) => {
    const levels = Array.from({ length: n }, () => Math.floor(random() * p));
    return matrix(n, p, (i, j) => (levels[i] === j ? 1 : 0));
  },
  "zeros and ones": (random, n, p) => matrix(n, p, () => (random() < 0.5 ? 0 : 1)),
  "columns that correlate by 0.99": (random, n, p) => autoregressive(random, n, p, 0.99),
  "columns of size 1e9 and 1e-9": (random, n, p) =>
    overwritten(gaussian(random, n, p), (_i, j, own) => (j % 3 === 1 ? 1e9 * own + 1e12 : j % 3 === 2 ? 1e-9 * own : own)),
};

function overwritten(x: Matrix, entry: (i: number, j: number, own: number, x: Matrix) => number): Matrix {
  for (let j = 0; j < x.columns; j++) for (let i = 0; i < x.rows; i++) x.values[j * x.rows + i] = entry(i, j, at(x, i, j), x);
  return x;
}
