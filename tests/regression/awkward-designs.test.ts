import { describe, expect, it } from "vitest";
import type { Matrix } from "../../src/math/matrix";
import { createRandom } from "../../src/math/random";
import { certificate } from "../../src/regression/certificate";
import { elasticNetPath } from "../../src/regression/elastic-net-path";
import { leastSquares } from "../../src/regression/standardize";
import { at, autoregressive, awkwardDesigns, gaussian, matrix, targetOf } from "./support/designs";
import { logSpaced, topLambda } from "./support/lambdas";

const ratios = [1, 0.9, 0.5, 0.1, 0.01, 0];
const sizes = [
  [60, 20],
  [30, 29],
  [15, 30],
] as const;

describe.each(Object.entries(awkwardDesigns))("%s", (_, design) => {
  it.each(ratios)("leave a KKT residual of at most 1e-9·λ for ρ = %d and every λ down to λmax/1000", { timeout: 30_000 }, (l1Ratio) => {
    const random = createRandom(99);
    for (const [n, p] of sizes) {
      for (let draw = 0; draw < 2; draw++) {
        const x = design(random, n, p);
        const problem = leastSquares(x, targetOf(random, standardised(x)), { standardizeTarget: true });
        const path = elasticNetPath(problem, l1Ratio);
        const top = topLambda(path, problem);
        for (const lambda of [...path.knots.filter((knot) => knot >= top / 1000), ...logSpaced(top, 1e-3, 25)]) {
          const { kktResidual, relativeGap } = certificate(problem, path.coefficientsAt(lambda), { lambda, l1Ratio });
          expect(kktResidual / lambda).toBeLessThanOrEqual(1e-9);
          expect(relativeGap).toBeLessThanOrEqual(1e-10);
        }
        for (const lambda of [0, 1e-300, 1e-12 * top, 1e-7 * top]) expect(path.coefficientsAt(lambda).every(Number.isFinite)).toBe(true);
      }
    }
  });
});

/** So that every feature counts in the target, whatever its units. */
function standardised(x: Matrix): Matrix {
  return leastSquares(x, new Float64Array(x.rows)).x;
}

describe("degenerate problems", () => {
  const random = createRandom(4);

  it("a constant column gets weight zero", () => {
    const x = matrix(30, 4, (i, j) => (j === 2 ? 5 : Math.sin(i * (j + 1))));
    const problem = leastSquares(x, targetOf(random, x));
    for (const l1Ratio of ratios) for (const lambda of [0, 0.01, 0.1]) expect(elasticNetPath(problem, l1Ratio).coefficientsAt(lambda)[2]).toBe(0);
  });

  it("elastic net and ridge share a weight equally between equal columns", () => {
    const base = gaussian(random, 30, 3);
    const x = matrix(30, 4, (i, j) => at(base, i, j % 3));
    const problem = leastSquares(x, targetOf(random, x), { standardizeTarget: true });
    for (const l1Ratio of [0.9, 0.1, 0]) {
      const weights = elasticNetPath(problem, l1Ratio).coefficientsAt(0.05);
      expect(weights[0]).not.toBe(0);
      expect(weights[3]).toBeCloseTo(weights[0] as number, 12);
    }
  });

  it("a constant target leaves every weight zero at every λ", () => {
    const problem = leastSquares(gaussian(random, 10, 3), new Float64Array(10).fill(4), { standardizeTarget: true });
    for (const l1Ratio of ratios) {
      const path = elasticNetPath(problem, l1Ratio);
      for (const lambda of [0, 1e-9, 1]) expect(Array.from(path.coefficientsAt(lambda), Math.abs)).toEqual([0, 0, 0]);
      expect(certificate(problem, path.coefficientsAt(0.1), { lambda: 0.1, l1Ratio }).relativeGap).toBe(0);
    }
  });

  it("columns that are all constant leave every weight zero", () => {
    const problem = leastSquares(matrix(5, 2, () => 1), [1, 2, 3, 4, 5]);
    for (const l1Ratio of ratios) expect(Array.from(elasticNetPath(problem, l1Ratio).coefficientsAt(0.1))).toEqual([0, 0]);
  });

  it("two rows are fitted with one feature by L1, whatever the number of features", () => {
    const problem = leastSquares(gaussian(random, 2, 9), [0, 1], { standardizeTarget: true });
    const weights = elasticNetPath(problem, 1).coefficientsAt(0.3);
    expect(weights.filter((weight) => weight !== 0)).toHaveLength(1);
    expect(certificate(problem, weights, { lambda: 0.3, l1Ratio: 1 }).relativeGap).toBeLessThanOrEqual(1e-14);
  });

  it("columns of size 1e9 and 1e-9 that are not standardised end, and are solved to rounding where L1 keeps any", () => {
    const base = gaussian(random, 60, 8);
    const x = matrix(60, 8, (i, j) => at(base, i, j) * (j % 2 ? 1e9 : 1e-9));
    const problem = leastSquares(x, targetOf(random, base), { standardize: false, standardizeTarget: true });
    for (const l1Ratio of [1, 0.99, 0.5, 0.01]) {
      const path = elasticNetPath(problem, l1Ratio);
      expect(path.knots.length).toBeLessThan(40);
      for (const lambda of logSpaced(path.lambdaMax, 1e-6, 20)) {
        expect(certificate(problem, path.coefficientsAt(lambda), { lambda, l1Ratio }).relativeGap).toBeLessThanOrEqual(1e-10);
      }
    }
  });

  it("n < p: L1 never keeps more features than rows, less one for the intercept", () => {
    const x = autoregressive(random, 12, 50, 0.5);
    const problem = leastSquares(x, targetOf(random, x), { standardizeTarget: true });
    const path = elasticNetPath(problem, 1);
    for (const lambda of [...path.knots, 0]) expect(path.coefficientsAt(lambda).filter((weight) => weight !== 0).length).toBeLessThanOrEqual(11);
  });

  it("tied features enter together and keep the symmetry of their columns", () => {
    // Two orthogonal columns with the same correlation, and the target their sum.
    const x = matrix(4, 2, (i, j) => (j === 0 ? [1, 1, -1, -1] : [1, -1, 1, -1])[i] as number);
    const problem = leastSquares(x, [2, 0, 0, -2]);
    for (const l1Ratio of [1, 0.5]) {
      const path = elasticNetPath(problem, l1Ratio);
      expect(path.knots).toHaveLength(1);
      const [a, b] = path.coefficientsAt(0.25);
      expect(a).toBeGreaterThan(0);
      expect(b).toBe(a);
    }
  });
});
