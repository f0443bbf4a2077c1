import { describe, expect, it } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import { certificate } from "../../src/regression/certificate";
import { certifier } from "../../src/regression/certifier";
import { checkProblem } from "../../src/regression/problem";
import { leastSquares } from "../../src/regression/standardize";
import { at, gaussian, matrix, targetOf } from "./support/designs";

const random = createRandom(141);
const base = gaussian(random, 20, 9);
const x = matrix(20, 9, (i, j) => 3 * j + (1 + j) * at(base, i, j));
const y = targetOf(random, base).map((value) => 5 + value);

describe.each([{ standardize: true, intercept: true }, { standardize: false, intercept: true }, { standardize: true, intercept: false }, { standardize: false, intercept: false }])("weights found elsewhere ($standardize, $intercept)", (choice) => {
  it.each([1, 0.3, 0])("are certified as those of the moments are, at any λ (ρ = %d)", (l1Ratio) => {
    const certify = certifier(checkProblem({ x, y, l1Ratio, ...choice }));
    const problem = leastSquares(x, y, choice);
    for (const lambda of [0.5, 0.01, 0]) {
      const weights = Float64Array.from({ length: 9 }, () => normal(random));
      const expected = certificate(problem, weights, { lambda, l1Ratio });
      const found = certify(weights, lambda);
      expect(Math.abs(found.objective - expected.objective)).toBeLessThanOrEqual(1e-10 * expected.objective);
      expect(Math.abs(found.dualityGap - expected.dualityGap)).toBeLessThanOrEqual(1e-9 * expected.objective);
    }
  });
});
