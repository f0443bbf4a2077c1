import { describe, expect, it } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import { certificate } from "../../src/regression/certificate";
import { elasticNetPath } from "../../src/regression/elastic-net-path";
import { leastSquares } from "../../src/regression/standardize";
import { objective } from "./support/coordinate-descent";
import { autoregressive, gaussian, targetOf } from "./support/designs";

const random = createRandom(12);
const x = autoregressive(random, 40, 15, 0.6);
const problem = leastSquares(x, targetOf(random, x), { standardizeTarget: true });
const strengths = [1, 0.6, 0.1, 0].flatMap((l1Ratio) => [0, 0.01, 0.1, 0.6].map((lambda) => ({ l1Ratio, lambda })));

describe("a certificate", () => {
  it.each(strengths)("has the objective by its definition (ρ = $l1Ratio, λ = $lambda)", (strength) => {
    const weights = Float64Array.from({ length: 15 }, () => normal(random));
    const expected = objective(problem, weights, strength);
    expect(Math.abs(certificate(problem, weights, strength).objective - expected)).toBeLessThanOrEqual(1e-13 * expected);
  });

  it.each(strengths)("bounds how far any coefficients are from the optimum (ρ = $l1Ratio, λ = $lambda)", (strength) => {
    const best = elasticNetPath(problem, strength.l1Ratio).coefficientsAt(strength.lambda);
    const optimum = objective(problem, best, strength);
    for (let draw = 0; draw < 40; draw++) {
      const size = 10 ** (-6 * random());
      const weights = best.map((weight) => weight + (random() < 0.5 ? size * normal(random) : 0));
      const { dualityGap, objective: value } = certificate(problem, weights, strength);
      expect(dualityGap).toBeGreaterThanOrEqual(value - optimum - 1e-14);
    }
  });

  it.each(strengths)("vanishes at the optimum and nowhere near it (ρ = $l1Ratio, λ = $lambda)", (strength) => {
    const best = elasticNetPath(problem, strength.l1Ratio).coefficientsAt(strength.lambda);
    const exact = certificate(problem, best, strength);
    expect(exact.relativeGap).toBeLessThanOrEqual(1e-12);
    expect(exact.kktResidual).toBeLessThanOrEqual(1e-12);
    const wrong = best.map((weight, j) => weight + (j === 3 ? 0.01 : 0));
    expect(certificate(problem, wrong, strength).relativeGap).toBeGreaterThan(1e-6);
    expect(certificate(problem, wrong, strength).kktResidual).toBeGreaterThan(1e-3);
  });

  it("gives the gap as a share of half the target's mean square", () => {
    const { dualityGap, relativeGap } = certificate(problem, new Float64Array(15), { lambda: 0.1, l1Ratio: 1 });
    expect(relativeGap).toBeCloseTo(dualityGap / (problem.meanSquare / 2), 15);
  });

  it("says exactly 0 for no weights at λ ≥ λmax", () => {
    const { lambdaMax } = elasticNetPath(problem, 1);
    expect(certificate(problem, new Float64Array(15), { lambda: lambdaMax * 1.01, l1Ratio: 1 })).toMatchObject({ dualityGap: 0, kktResidual: 0 });
  });

  it("for least squares with more features than rows measures what can still be explained", () => {
    const wide = leastSquares(gaussian(random, 8, 20), Array.from({ length: 8 }, () => normal(random)), { standardizeTarget: true });
    expect(certificate(wide, new Float64Array(20), { lambda: 0, l1Ratio: 1 }).dualityGap).toBeCloseTo(0.5, 12);
    expect(certificate(wide, elasticNetPath(wide, 1).coefficientsAt(0), { lambda: 0, l1Ratio: 1 }).dualityGap).toBeLessThanOrEqual(1e-12);
  });

  it("throws a RangeError that names the argument", () => {
    expect(() => certificate(problem, new Float64Array(15), { lambda: -1, l1Ratio: 1 })).toThrow(/^lambda: /);
    expect(() => certificate(problem, new Float64Array(3), { lambda: 1, l1Ratio: 1 })).toThrow(/^coefficients: 3 for 15/);
  });
});
