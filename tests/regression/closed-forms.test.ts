import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/math/random";
import { elasticNetPath } from "../../src/regression/elastic-net-path";
import { engineScale, type PenaltyName } from "../../src/regression/note-objective";
import { leastSquares } from "../../src/regression/standardize";
import { autoregressive, gaussian, orthonormal, targetOf } from "./support/designs";

const random = createRandom(7);
const design = orthonormal(40, 6);
const problem = leastSquares(design, targetOf(random, design), { standardizeTarget: true });
/** On an orthonormal design the unpenalised weights are the correlations. */
const unpenalised = problem.correlations;

function noteFit(penalty: PenaltyName, lambda: number, mix = 0.5): Float64Array {
  const scale = engineScale({ loss: "squared", penalty, lambda, mix });
  return elasticNetPath(problem, scale.l1Ratio).coefficientsAt(scale.lambda);
}

function expectClose(ours: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-13) {
  expect(ours.length).toBe(expected.length);
  Array.from(ours).forEach((weight, j) => expect(Math.abs(weight - (expected[j] as number))).toBeLessThanOrEqual(tolerance));
}

const softThreshold = (value: number, by: number) => Math.sign(value) * Math.max(0, Math.abs(value) - by);
const lambdas = [0, 0.05, 0.3, 0.9, 1.7];

describe("an orthonormal design", () => {
  it.each(lambdas)("L1 at the note's λ = %d moves each weight towards zero by λ/2 and no further", (lambda) => {
    expectClose(noteFit("l1", lambda), unpenalised.map((weight) => softThreshold(weight, lambda / 2)));
  });

  it.each(lambdas)("L2 at the note's λ = %d shrinks each weight by 1/(1 + λ)", (lambda) => {
    expectClose(noteFit("l2", lambda), unpenalised.map((weight) => weight / (1 + lambda)));
  });

  it.each(lambdas)("elastic net at the note's λ = %d and ρ = 0.3 thresholds by λρ/2 and shrinks by 1/(1 + λ(1 − ρ))", (lambda) => {
    expectClose(noteFit("elastic-net", lambda, 0.3), unpenalised.map((weight) => softThreshold(weight, lambda * 0.15) / (1 + lambda * 0.7)));
  });

  it("has the L1 knots at twice the absolute weights", () => {
    const knots = Array.from(elasticNetPath(problem, 1).knots, (lambda) => 2 * lambda);
    expectClose(knots, Array.from(unpenalised, (weight) => 2 * Math.abs(weight)).sort((a, b) => b - a));
  });
});

describe("one feature and its correlation c", () => {
  const single = leastSquares(gaussian(random, 30, 1), gaussian(random, 30, 1).values, { standardizeTarget: true });
  const c = single.correlations[0] as number;

  it("has the weight S(c, λρ)/(1 + λ(1 − ρ)) for every ρ", () => {
    for (const l1Ratio of [1, 0.7, 0.2, 0]) {
      for (const lambda of [0, 0.1 * Math.abs(c), 0.5 * Math.abs(c), 3]) {
        expectClose(elasticNetPath(single, l1Ratio).coefficientsAt(lambda), [softThreshold(c, lambda * l1Ratio) / (1 + lambda * (1 - l1Ratio))]);
      }
    }
  });
});

describe("the ends of a path", () => {
  const x = autoregressive(random, 50, 12, 0.7);
  const correlated = leastSquares(x, targetOf(random, x), { standardizeTarget: true });

  it.each([1, 0.5, 0.1])("for ρ = %d no weight is left from λmax on, and one just below", (l1Ratio) => {
    const path = elasticNetPath(correlated, l1Ratio);
    expect(path.lambdaMax * l1Ratio).toBeCloseTo(Math.max(...correlated.correlations.map(Math.abs)), 14);
    for (const lambda of [path.lambdaMax, 2 * path.lambdaMax, Infinity]) expect(path.coefficientsAt(lambda).every((weight) => weight === 0)).toBe(true);
    expect(path.coefficientsAt(path.lambdaMax * (1 - 1e-6)).filter((weight) => weight !== 0)).toHaveLength(1);
  });

  it.each([1, 0.5, 0.1, 0])("for ρ = %d λ = 0 is least squares: the residual is orthogonal to every feature", (l1Ratio) => {
    const weights = elasticNetPath(correlated, l1Ratio).coefficientsAt(0);
    const { values, columns } = correlated.gram;
    correlated.correlations.forEach((c, j) => {
      const fitted = weights.reduce((sum, weight, k) => sum + weight * (values[j * columns + k] as number), 0);
      expect(Math.abs(c - fitted)).toBeLessThanOrEqual(1e-12);
    });
  });

  it("ridge at λ = ∞ is zero", () => {
    expect(Array.from(elasticNetPath(correlated, 0).coefficientsAt(Infinity))).toEqual(new Array(12).fill(0));
  });

  it("λ below zero and ρ outside 0 to 1 throw a RangeError that names them", () => {
    for (const l1Ratio of [1, 0.5, 0]) {
      for (const lambda of [-1, NaN]) expect(() => elasticNetPath(correlated, l1Ratio).coefficientsAt(lambda)).toThrow(/^lambda: /);
    }
    for (const l1Ratio of [-0.1, 1.1, NaN]) expect(() => elasticNetPath(correlated, l1Ratio)).toThrow(/^l1Ratio: /);
  });
});

describe("a path", () => {
  it("writes into the array that it is given and returns it", () => {
    for (const l1Ratio of [1, 0.5, 0]) {
      const out = new Float64Array(6).fill(NaN);
      expect(elasticNetPath(problem, l1Ratio).coefficientsAt(0.01, out)).toBe(out);
      expect(out.every(Number.isFinite)).toBe(true);
    }
  });

  it("has descending knots and is continuous there", () => {
    const x = autoregressive(random, 50, 12, 0.7);
    const correlated = leastSquares(x, targetOf(random, x), { standardizeTarget: true });
    for (const l1Ratio of [1, 0.5, 0.05]) {
      const path = elasticNetPath(correlated, l1Ratio);
      path.knots.forEach((knot, i) => {
        if (i > 0) expect(knot).toBeLessThan(path.knots[i - 1] as number);
        expectClose(path.coefficientsAt(knot * (1 - 1e-12)), path.coefficientsAt(knot), 1e-9);
        expectClose(path.coefficientsAt(knot * (1 + 1e-12)), path.coefficientsAt(knot), 1e-9);
      });
    }
  });
});
