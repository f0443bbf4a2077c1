import { describe, expect, it } from "vitest";
import type { Matrix } from "../../src/math/matrix";
import { gram, transposeTimes } from "../../src/math/products";
import { createRandom } from "../../src/math/random";
import type { Moments } from "../../src/regression/least-squares";
import { ridgePath } from "../../src/regression/ridge-path";
import { leastSquares } from "../../src/regression/standardize";
import { at, autoregressive, gaussian, matrix, targetOf } from "./support/designs";

const random = createRandom(51);
const x = autoregressive(random, 40, 6, 0.7);
const problem = leastSquares(x, targetOf(random, x));

/** Largest |c − Gw − λw|. */
function imbalance({ gram: { values, columns: p }, correlations }: Moments, weights: Float64Array, lambda: number): number {
  return Math.max(...Array.from(correlations, (c, j) => Math.abs(c - lambda * weights[j]! - weights.reduce((sum, weight, k) => sum + values[j * p + k]! * weight, 0))));
}

describe("a ridge path", () => {
  const path = ridgePath(problem);

  it("solves (G + λI)w = c at every λ, and at 0", () => {
    for (const lambda of [0, 1e-9, 1e-3, 0.1, 1, 30, 1e6]) expect(imbalance(problem, path.coefficientsAt(lambda), lambda)).toBeLessThanOrEqual(1e-13);
  });

  it("has no knots and no λ from which on all is zero; only at infinity nothing is left", () => {
    expect(path).toMatchObject({ l1Ratio: 0, lambdaMax: Infinity });
    expect(path.knots).toHaveLength(0);
    expect(path.coefficientsAt(1e12).every((weight) => weight !== 0)).toBe(true);
    expect(Array.from(path.coefficientsAt(Infinity))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("overwrites what it is given, whatever stood there, and gives it back", () => {
    for (const lambda of [0, 0.3, Infinity]) {
      const out = new Float64Array(6).fill(99);
      expect(path.coefficientsAt(lambda, out)).toBe(out);
      expect(out).toEqual(path.coefficientsAt(lambda));
    }
  });

  it("refuses a λ that is negative or no number", () => {
    for (const lambda of [-1e-9, NaN]) expect(() => path.coefficientsAt(lambda)).toThrow(/^lambda: /);
  });
});

describe("a ridge path of columns that depend on each other", () => {
  const base = gaussian(random, 30, 4);
  // 4 repeats 0, 5 is the sum of 1 and 2, 6 is constant.
  const dependent: Matrix = matrix(30, 7, (i, j) => (j < 4 ? at(base, i, j) : j === 4 ? at(base, i, 0) : j === 5 ? at(base, i, 1) + at(base, i, 2) : 1));
  const full = leastSquares(dependent, targetOf(random, base));
  /** Without the columns themselves: all that is known are their products. */
  const sumsAlone: Moments = { gram: gram(full.x, 1 / 30), correlations: transposeTimes(full.x, full.y, 1 / 30), meanSquare: full.meanSquare };

  it.each([["columns", full], ["sums alone", sumsAlone]] as const)("goes to the least-squares solution of smallest norm, from %s", (_, moments) => {
    const path = ridgePath(moments);
    const limit = path.coefficientsAt(0);
    expect(imbalance(moments, limit, 0)).toBeLessThanOrEqual(1e-12);
    // As λ falls towards 0, ridge goes there and nowhere else.
    path.coefficientsAt(1e-8).forEach((weight, j) => expect(Math.abs(weight - limit[j]!)).toBeLessThanOrEqual(1e-6));
    expect(Math.abs(limit[0]! - limit[4]!)).toBeLessThanOrEqual(1e-12);
    expect(limit[6]).toBe(0);
  });

  it("gives a constant column exactly nothing at any λ", () => {
    for (const lambda of [0, 1e-15, 1e-3, 1]) expect(ridgePath(sumsAlone).coefficientsAt(lambda)[6]).toBe(0);
  });

  it("keeps what rounding cannot tell from 0 out of it, also at a λ that is not above it", () => {
    for (const lambda of [1e-18, 1e-16]) {
      const weights = ridgePath(sumsAlone).coefficientsAt(lambda);
      expect(Math.max(...weights.map(Math.abs))).toBeLessThanOrEqual(10);
      expect(imbalance(sumsAlone, weights, lambda)).toBeLessThanOrEqual(1e-12);
    }
  });
});
