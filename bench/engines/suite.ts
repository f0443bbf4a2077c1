/** Rows (a) to (e) as one script for any JavaScript engine: it defines `reglabSuite` and asks nothing of its host but a clock. */
import type { Matrix } from "../../src/math/matrix";
import { path } from "../../src/regression/regression";
import { finish } from "../../src/regression/steps";
import { wideDesign } from "../../src/regression/wide-design";
import { wideLasso } from "../../src/regression/wide-lasso";

export interface SuiteProblem {
  readonly rows: number;
  readonly columns: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly lambdas: Float64Array;
}

/** Milliseconds: the first call, and the median of those in the time allowed. */
export interface SuiteTimes {
  readonly first: number;
  readonly median: number;
  readonly runs: number;
  /** So that two engines can be seen to have found the same: Σ|w| over the path. */
  readonly norm: number;
}

export function reglabSuite({ rows, columns, x, y, lambdas }: SuiteProblem, clock: () => number, budget: number): SuiteTimes {
  const matrix = { values: x, rows, columns };
  const run = columns > rows ? () => wide(matrix, y, lambdas) : () => tall(matrix, y, lambdas);
  const begin = clock();
  const norm = run();
  const first = clock() - begin;
  const taken: number[] = [];
  for (const end = clock() + budget; taken.length < 3 || clock() < end; ) {
    const start = clock();
    run();
    taken.push(clock() - start);
  }
  taken.sort((a, b) => a - b);
  return { first, median: taken[taken.length >> 1] ?? NaN, runs: taken.length, norm };
}

function tall(x: Matrix, y: Float64Array, lambdas: Float64Array): number {
  return path({ x, y, lambdas }).fits.reduce((sum, { standardizedCoefficients }) => sum + size(standardizedCoefficients), 0);
}

function wide(x: Matrix, y: Float64Array, lambdas: Float64Array): number {
  const { solutions } = finish(wideLasso(wideDesign(x, { center: true, scale: true }), y).along(lambdas));
  return solutions.reduce((sum, { values }) => sum + size(values), 0);
}

function size(values: Float64Array): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0);
}

Object.assign(globalThis, { reglabSuite });
