import { describe, expect, it } from "vitest";
import type { Matrix } from "../../src/math/matrix";
import { createRandom, normal } from "../../src/math/random";
import { activeProduct, emptyActiveSet, enter, leave, solveActive, weightsAtBound, withRidge } from "../../src/regression/active-set";
import { takeIn } from "../../src/regression/direction";
import type { Moments } from "../../src/regression/least-squares";
import { leastSquares } from "../../src/regression/standardize";
import { at, autoregressive, gaussian, matrix, targetOf } from "./support/designs";

const random = createRandom(41);
const x = autoregressive(random, 50, 7, 0.6);
const problem = leastSquares(x, targetOf(random, x));

function setOf(moments: Moments, ridge: number, features: readonly (readonly [number, number])[]) {
  const set = emptyActiveSet(moments, ridge);
  for (const [index, sign] of features) expect(enter(set, index, sign)).toBe(true);
  return set;
}

/** Largest |(G_AA + ridge·I)w − rhs|. */
function residual(moments: Moments, { indices, ridge }: { indices: readonly number[]; ridge: number }, weights: Float64Array, rhs: Float64Array): number {
  const { values, rows: p } = moments.gram;
  return Math.max(...indices.map((a, i) => Math.abs(indices.reduce((sum, b, k) => sum + values[a * p + b]! * weights[k]!, ridge * weights[i]!) - rhs[i]!)));
}

describe.each([0, 0.3])("an active set over a ridge of %d", (ridge) => {
  it("solves for its features whatever came and went", () => {
    const set = setOf(problem, ridge, [[3, 1], [0, -1], [6, 1], [2, -1], [5, 1]]);
    leave(set, 1);
    leave(set, 2);
    expect(enter(set, 1, -1)).toBe(true);
    expect([set.indices, set.signs]).toEqual([[3, 6, 5, 1], [1, 1, 1, -1]]);
    const rhs = Float64Array.from(set.indices, () => normal(random));
    expect(residual(problem, set, solveActive(set, rhs), rhs)).toBeLessThanOrEqual(1e-14);
    const bound = 0.05;
    expect(residual(problem, set, weightsAtBound(set, bound), Float64Array.from(set.indices, (j, i) => problem.correlations[j]! - bound * set.signs[i]!))).toBeLessThanOrEqual(1e-14);
  });

  it("multiplies by columns of the Gram matrix, for features inside and outside", () => {
    const set = setOf(problem, ridge, [[4, 1], [1, -1]]);
    const product = activeProduct(set, Float64Array.of(2, -3));
    for (let j = 0; j < 7; j++) expect(product(j)).toBeCloseTo(2 * problem.gram.values[4 * 7 + j]! - 3 * problem.gram.values[7 + j]!, 12);
  });

  it("goes over to another ridge with the same features", () => {
    const moved = withRidge(setOf(problem, ridge, [[2, 1], [5, -1]]), 0.7);
    expect([moved.indices, moved.signs, moved.ridge]).toEqual([[2, 5], [1, -1], 0.7]);
    const rhs = Float64Array.of(1, -2);
    expect(residual(problem, moved, solveActive(moved, rhs), rhs)).toBeLessThanOrEqual(1e-14);
  });
});

describe("an active set of features that depend on each other", () => {
  const base = gaussian(random, 40, 3);
  /** 3 repeats 0, 4 nearly repeats 1, 5 is 1e-11 of its length away from 2. */
  const dependent: Matrix = matrix(40, 6, (i, j) => (j < 3 ? at(base, i, j) : at(base, i, j - 3) + [0, 1e-5, 1e-11][j - 3]! * Math.cos(7 * i + j)));
  const full = leastSquares(dependent, targetOf(random, base));
  const sumsAlone: Moments = { gram: full.gram, correlations: full.correlations, meanSquare: full.meanSquare };

  it("leaves a copy out, and does not change", () => {
    for (const moments of [full, sumsAlone]) {
      const set = setOf(moments, 0, [[0, 1], [2, 1]]);
      expect(enter(set, 3, 1)).toBe(false);
      expect(enter(set, 5, 1)).toBe(false);
      expect(set.indices).toEqual([0, 2]);
      const rhs = Float64Array.of(1, 1);
      expect(residual(full, set, solveActive(set, rhs), rhs)).toBeLessThanOrEqual(1e-14);
      expect(set.fragile).toBe(false);
    }
  });

  it("takes a near-copy where the columns are at hand to measure it on, and does its products on them from then on", () => {
    const set = setOf(full, 0, [[1, 1], [0, 1], [4, -1]]);
    expect(set.fragile).toBe(true);
    const weights = solveActive(set, Float64Array.of(0.1, 0.2, 0.1 + 1e-7));
    const product = activeProduct(set, weights);
    expect(product(1)).toBeCloseTo(0.1, 9);
    expect(product(4)).toBeCloseTo(0.1 + 1e-7, 9);
    const fitted = Float64Array.from({ length: 40 }, (_, i) => [1, 0, 4].reduce((sum, j, k) => sum + weights[k]! * at(full.x, i, j), 0));
    for (let j = 0; j < 6; j++) expect(product(j)).toBeCloseTo(fitted.reduce((sum, value, i) => sum + value * at(full.x, i, j), 0) / 40, 9);
  });

  it("without the columns takes it too, for what its products still say", () => {
    expect(setOf(sumsAlone, 0, [[1, 1], [4, -1]]).fragile).toBe(false);
  });

  it("takes copies over a ridge", () => {
    const set = setOf(full, 0.1, [[0, 1], [3, 1]]);
    const weights = weightsAtBound(set, 0.01);
    expect(weights[0]).toBeCloseTo(weights[1]!, 12);
  });
});

describe("of features at their bound", () => {
  /** Three features with unit length and these products; the rest of the moments does not matter. */
  const momentsOf = (a: number, b: number, c: number): Moments => ({ gram: { values: Float64Array.of(1, a, b, a, 1, c, b, c, 1), rows: 3, columns: 3 }, correlations: Float64Array.of(0.5, 0.5, 0.5), meanSquare: 1 });
  const lasso = (_index: number, sign: number) => sign;
  const bounded = (...signs: number[]) => signs.map((sign, index) => ({ index, sign }));

  it("all come in that move to their side together", () => {
    const set = emptyActiveSet(momentsOf(0.2, 0.1, 0.3), 0);
    takeIn(set, bounded(1, 1, 1), lasso);
    expect([...set.indices].sort()).toEqual([0, 1, 2]);
    expect(set.signs).toEqual([1, 1, 1]);
  });

  it("those stay out that the others carry along", () => {
    // G⁻¹·1 is negative for the third alone: 0 and 1 explain more of it than it could move itself.
    const set = emptyActiveSet(momentsOf(0, 0.7, 0.7), 0);
    takeIn(set, bounded(1, 1, 1), lasso);
    expect([...set.indices].sort()).toEqual([0, 1]);
  });

  it("one that came first is let go where the others drive it to the wrong side", () => {
    // Alone the third comes in first (it is pressed most); with the others it would fall.
    const set = emptyActiveSet(momentsOf(0, 0.7, 0.7), 0);
    takeIn(set, [{ index: 2, sign: 1 }, { index: 0, sign: 1 }, { index: 1, sign: 1 }], (index, sign) => sign * (index === 2 ? 1.3 : 1));
    expect([...set.indices].sort()).toEqual([0, 1]);
  });

  it("signs count: one at its lower bound comes in with a negative sign", () => {
    const set = emptyActiveSet(momentsOf(0.2, 0.1, 0.3), 0);
    takeIn(set, bounded(1, -1, 1), lasso);
    expect(Object.fromEntries(set.indices.map((index, i) => [index, set.signs[i]]))).toEqual({ 0: 1, 1: -1, 2: 1 });
  });

  it("features with a weight stay, and one that is not at its bound is not asked", () => {
    const set = setOf(momentsOf(0.2, 0.1, 0.3), 0, [[1, 1]]);
    takeIn(set, [{ index: 2, sign: 1 }], lasso);
    expect(set.indices).toEqual([1, 2]);
  });

  it("one that runs along its bound exactly stays out", () => {
    const set = setOf(momentsOf(1, 0.1, 0.1), 0, [[0, 1]]);
    takeIn(set, [{ index: 1, sign: 1 }], lasso);
    expect(set.indices).toEqual([0]);
  });
});
