import { describe, expect, it } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import { briskLassoPath } from "../../src/regression/brisk-lasso-path";
import { certificate } from "../../src/regression/certificate";
import { lassoPath } from "../../src/regression/lasso-path";
import type { Moments } from "../../src/regression/least-squares";
import { leastSquares } from "../../src/regression/standardize";
import { at, autoregressive, awkwardDesigns, gaussian, matrix, targetOf } from "./support/designs";
import { diabetes } from "./support/diabetes";
import { logSpaced } from "./support/lambdas";

/** Certifies the path from λmax down to `lowest` of it. */
function expectCertified(problem: ReturnType<typeof leastSquares>, lowest: number) {
  const [ours, known] = [briskLassoPath(problem), lassoPath(problem)];
  expect(ours.lambdaMax).toBe(known.lambdaMax);
  const knots = ours.knots.filter((lambda) => lambda >= lowest * ours.lambdaMax);
  for (const lambda of [...knots, ...logSpaced(known.lambdaMax || 1, 1e-5, 20)]) {
    const weights = ours.coefficientsAt(lambda);
    expect(certificate(problem, weights, { lambda, l1Ratio: 1 }).relativeGap, `λ ${lambda}`).toBeLessThanOrEqual(1e-10);
  }
}

describe("the brisk lasso path", () => {
  it("on diabetes has the knots and weights of the careful one", () => {
    const problem = leastSquares(diabetes().x, diabetes().y);
    const [ours, known] = [briskLassoPath(problem), lassoPath(problem)];
    expect(ours.knots).toHaveLength(known.knots.length);
    for (const lambda of [...known.knots, ...logSpaced(known.lambdaMax, 1e-5, 50), 0]) {
      const expected = known.coefficientsAt(lambda);
      ours.coefficientsAt(lambda).forEach((weight, j) => expect(Math.abs(weight - expected[j]!)).toBeLessThanOrEqual(1e-9));
    }
  });

  it("is certified on 300 random problems of 2 to 60 rows and 1 to 40 features", () => {
    const random = createRandom(97);
    for (let draw = 0; draw < 300; draw++) {
      const [n, p] = [2 + Math.floor(58 * random()), 1 + Math.floor(39 * random())];
      const x = autoregressive(random, n, p, 0.95 * random());
      expectCertified(leastSquares(x, draw % 2 === 0 ? targetOf(random, x) : gaussian(random, n, 1).values), 0);
    }
  });

  it.each(Object.keys(awkwardDesigns))("is certified for a design with %s", (name) => {
    const random = createRandom(101);
    const x = (awkwardDesigns[name] as (typeof awkwardDesigns)[string])(random, 50, 12);
    expectCertified(leastSquares(x, targetOf(random, x)), 1e-6);
  });

  it("keeps every knot of a path with hundreds, and is certified at them", () => {
    const random = createRandom(103);
    const x = autoregressive(random, 330, 300, 0.6);
    const problem = leastSquares(x, targetOf(random, x));
    const { knots, coefficientsAt } = briskLassoPath(problem);
    expect(knots.length).toBeGreaterThan(257);
    for (const at of [1, 100, 254, 255, 256, 257, knots.length - 1]) {
      const lambda = knots[at]!;
      expect(certificate(problem, coefficientsAt(lambda), { lambda, l1Ratio: 1 }).relativeGap).toBeLessThanOrEqual(1e-12);
      expect(coefficientsAt(lambda).filter((weight) => weight !== 0).length).toBeLessThanOrEqual(at);
    }
  });

  it("has exactly nothing of a feature that leaves, where it leaves", () => {
    const { knots, coefficientsAt } = briskLassoPath(leastSquares(diabetes().x, diabetes().y));
    const active = knots.map((knot) => coefficientsAt(knot).filter((weight) => weight !== 0).length);
    const between = knots.map((knot, i) => coefficientsAt((knot + (knots[i + 1] ?? 0)) / 2).filter((weight) => weight !== 0).length);
    expect(Array.from(between).some((count, i) => count < (between[i - 1] ?? 0))).toBe(true);
    // At a knot has a weight what has one on both sides.
    active.forEach((count, i) => expect(count).toBe(Math.min(between[i - 1] ?? 0, between[i]!)));
  });

  describe("which road is taken", () => {
    /** The plain walk asks for the Gram matrix twice for each feature and three times more; the careful one at every step, eight times for each feature or more. */
    function isPlain(moments: Moments): boolean {
      let count = 0;
      const watched: Moments = {
        ...moments,
        get gram() {
          count++;
          return moments.gram;
        },
      };
      briskLassoPath(watched);
      return count <= 2 * moments.gram.columns + 3;
    }
    const random = createRandom(107);
    const apart = gaussian(random, 40, 6);

    it("is the plain walk for data without ties, features that leave and paths of many knots among them", () => {
      expect(isPlain(leastSquares(diabetes().x, diabetes().y))).toBe(true);
      expect(isPlain(leastSquares(apart, targetOf(random, apart)))).toBe(true);
      const many = autoregressive(random, 330, 300, 0.6);
      expect(isPlain(leastSquares(many, targetOf(random, many)))).toBe(true);
      const alone = gaussian(random, 10, 1);
      expect(isPlain(leastSquares(alone, targetOf(random, alone)))).toBe(true);
    });

    it("is the careful one for ties and for near-copies", () => {
      const copies = matrix(40, 4, (i, j) => at(apart, i, j % 3) + (j === 3 ? 1e-5 * at(apart, i, 4) : 0));
      expect(isPlain(leastSquares(copies, targetOf(random, apart)))).toBe(false);
      const crossed = matrix(8, 2, (i, j) => ((i >> j) % 2 === 0 ? 1 : -1));
      expect(isPlain(leastSquares(crossed, Float64Array.from({ length: 8 }, (_, i) => at(crossed, i, 0) + at(crossed, i, 1))))).toBe(false);
    });
  });

  it("has exactly nothing from λmax on, whatever stood in what it writes into", () => {
    const path = briskLassoPath(leastSquares(diabetes().x, diabetes().y));
    for (const factor of [1, 1.5, 1e6, Infinity]) expect(path.coefficientsAt(factor * path.lambdaMax, new Float64Array(10).fill(9))).toEqual(new Float64Array(10));
    expect(path.coefficientsAt(0.999 * path.lambdaMax, new Float64Array(10).fill(9)).filter((weight) => weight !== 0)).toHaveLength(1);
  });

  it("without any correlation is zero", () => {
    const x = { values: Float64Array.of(1, -1, 1, -1), rows: 4, columns: 1 };
    expect(briskLassoPath(leastSquares(x, [1, 1, -1, -1])).coefficientsAt(0)).toEqual(Float64Array.of(0));
    const constant = { values: new Float64Array(4).fill(3), rows: 4, columns: 1 };
    expect(briskLassoPath(leastSquares(constant, [1, 2, normal(createRandom(1)), 4])).coefficientsAt(0.1)).toEqual(Float64Array.of(0));
  });
});
