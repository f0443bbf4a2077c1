import { describe, expect, it } from "vitest";
import { times, transposeTimes } from "../../src/math/products";
import { createRandom, normal } from "../../src/math/random";
import { originalCoefficients, originalIntercept, interceptFrom, toOriginalUnits } from "../../src/regression/original-units";
import { rowSpace } from "../../src/regression/row-space";
import { at, gaussian, matrix } from "./support/designs";

describe("the space that rows span", () => {
  const random = createRandom(151);

  it.each([["full", 5], ["of two dimensions", 2]] as const)("has the products of the rows with each other, in columns at right angles: %s", (_, rank) => {
    const [base, mix] = [gaussian(random, 5, rank), gaussian(random, rank, 12)];
    const x = matrix(5, 12, (i, j) => Array.from({ length: rank }, (_, r) => at(base, i, r) * at(mix, r, j)).reduce((sum, value) => sum + value, 0));
    const { z, squares, toWeights } = rowSpace(x);
    expect([z.rows, z.columns, squares.length]).toEqual([5, rank, rank]);
    for (let a = 0; a < 5; a++) for (let b = 0; b < 5; b++) {
      const product = (one: typeof x) => Array.from({ length: one.columns }, (_, j) => at(one, a, j) * at(one, b, j)).reduce((sum, value) => sum + value, 0);
      expect(product(z)).toBeCloseTo(product(x), 11);
    }
    for (let a = 0; a < rank; a++) for (let b = 0; b < rank; b++) {
      const product = Array.from({ length: 5 }, (_, i) => at(z, i, a) * at(z, i, b)).reduce((sum, value) => sum + value, 0);
      expect(product).toBeCloseTo(a === b ? squares[a]! : 0, 11);
    }
    const inSpace = Float64Array.from({ length: rank }, () => normal(random));
    const weights = toWeights(inSpace);
    const scores = times(x, weights);
    times(z, inSpace).forEach((score, i) => expect(scores[i]).toBeCloseTo(score, 11));
    // Of smallest norm: no part that the rows do not see, so as long as in the space.
    expect(weights.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(inSpace.reduce((sum, value) => sum + value * value, 0), 11);
    expect(Array.from(toWeights(new Float64Array(rank)))).toEqual(new Array(12).fill(0));
  });

  it("of nothing but zeros has no dimension", () => {
    const { z, toWeights } = rowSpace(matrix(3, 4, () => 0));
    expect(z.columns).toBe(0);
    expect(Array.from(toWeights(new Float64Array(0)))).toEqual([0, 0, 0, 0]);
    expect(transposeTimes(z, new Float64Array(3))).toHaveLength(0);
  });
});

describe("original units", () => {
  const scaling = { means: Float64Array.of(10, -3, 5), scales: Float64Array.of(2, 0.5, 0), targetMean: 7, targetScale: 4 };
  const weights = Float64Array.of(1, -2, 9);

  it("predict on raw columns what weights predict on standardised ones; a constant column has none", () => {
    const { intercept, coefficients } = toOriginalUnits(weights, scaling);
    expect(Array.from(coefficients)).toEqual([2, -16, 0]);
    expect(intercept).toBe(7 - 2 * 10 - 16 * 3);
    for (const raw of [[12, -2, 5], [0, 0, 5]]) {
      const standard = 7 + 4 * (((raw[0]! - 10) / 2) * 1 + ((raw[1]! + 3) / 0.5) * -2);
      expect(intercept + coefficients[0]! * raw[0]! + coefficients[1]! * raw[1]!).toBeCloseTo(standard, 12);
    }
    expect(interceptFrom(scaling)(weights)).toBe(intercept);
  });

  it("look at some columns where the others are known to have no weight", () => {
    const sparse = Float64Array.of(0, -2, 0);
    expect(originalIntercept(sparse, scaling, [1])).toBe(originalIntercept(sparse, scaling));
    expect(originalIntercept(sparse, scaling, [])).toBe(7);
    const out = new Float64Array(3);
    expect(originalCoefficients(sparse, scaling, out)).toBe(out);
    expect(Array.from(out)).toEqual([0, -16, 0]);
  });
});
