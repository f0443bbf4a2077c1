import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/math/random";
import { fit, path } from "../../src/regression/regression";
import { leastSquares } from "../../src/regression/standardize";
import { classesOf } from "./support/classes";
import { autoregressive, awkwardDesigns, gaussian, matrix } from "./support/designs";
import { proximalGradient } from "./support/proximal-gradient";

const loss = "softmax";

function sumOver(classes: number, values: Float64Array): Float64Array {
  const p = values.length / classes;
  return Float64Array.from({ length: p }, (_, j) => Array.from({ length: classes }, (_k, k) => values[k * p + j]!).reduce((sum, value) => sum + value, 0));
}

describe("random problems", () => {
  const random = createRandom(41);
  const cases = [1, 0.5, 0].flatMap((l1Ratio) => [0.1, 0.02, 0.004].map((lambda) => ({ l1Ratio, lambda })));

  it.each(cases)("have the objective that FISTA reaches (ρ = $l1Ratio, λ = $lambda)", { timeout: 30_000 }, ({ l1Ratio, lambda }) => {
    for (const [n, p, classes, intercept] of [[40, 4, 3, true], [25, 5, 4, false], [12, 20, 3, true]] as const) {
      const x = autoregressive(random, n, p, 0.4);
      const y = classesOf(random, x, classes);
      const ours = fit({ x, y, loss, l1Ratio, lambda, intercept });
      const reference = proximalGradient({ x: leastSquares(x, y, { intercept }).x, y, blocks: classes, lambda, l1Ratio, intercept });
      expect(Math.abs(ours.objective - reference.objective)).toBeLessThanOrEqual(1e-7);
      expect(ours.objective).toBeLessThanOrEqual(reference.objective + 2e-9);
      expect(ours.dualityGap).toBeLessThanOrEqual(1e-9 * Math.log(classes));
      expect(ours.coefficients).toHaveLength(classes * p);
    }
  });
});

describe("more weights than second derivatives are formed for, under L2", () => {
  const random = createRandom(57);
  const shapes = [
    { n: 120, p: 30, classes: 5, intercept: true },
    { n: 120, p: 30, classes: 5, intercept: false },
    { n: 50, p: 90, classes: 3, intercept: true },
    { n: 90, p: 12, classes: 10, intercept: true },
  ];

  it.each(shapes)("have certified solutions over eight decades of λ (n = $n, p = $p, $classes classes, intercept $intercept)", { timeout: 60_000 }, ({ n, p, classes, intercept }) => {
    const x = autoregressive(random, n, p, 0.6);
    // A column that is the same in every row, and one on a scale of its own.
    x.values.fill(3, 0, n);
    for (let i = n; i < 2 * n; i++) x.values[i]! *= 1e6;
    const y = classesOf(random, x, classes, 2);
    const lambdas = Array.from({ length: 9 }, (_, l) => 10 ** (2 - l));
    const { fits } = path({ x, y, loss, l1Ratio: 0, lambdas, intercept });
    const standard = leastSquares(x, y, { intercept }).x;
    for (const one of fits) {
      expect(one.dualityGap).toBeLessThanOrEqual(1e-9 * Math.log(classes));
      for (let k = 0; k < classes; k++) if (intercept) expect(one.standardizedCoefficients[k * p]).toBe(0);
      for (const sum of sumOver(classes, one.standardizedCoefficients)) expect(sum).toBeCloseTo(0, 6);
    }
    const { objective } = proximalGradient({ x: standard, y, blocks: classes, lambda: 0.1, l1Ratio: 0, intercept });
    expect(fits[3]!.objective).toBeLessThanOrEqual(objective + 2e-9);
    expect(fits[3]!.objective).toBeGreaterThanOrEqual(objective - 1e-6);
  });

  it("are the same from any λ that was solved before", () => {
    const x = autoregressive(random, 100, 25, 0.5);
    const y = classesOf(random, x, 5, 2);
    const along = path({ x, y, loss, l1Ratio: 0, lambdas: [1, 0.1, 0.01] });
    const later = along.at(0.03).standardizedCoefficients;
    fit({ x, y, loss, l1Ratio: 0, lambda: 0.03 }).standardizedCoefficients.forEach((weight, at) => expect(later[at]).toBeCloseTo(weight, 4));
  });
});

describe("the parametrisation", () => {
  const random = createRandom(43);
  const x = autoregressive(random, 60, 6, 0.4);
  const y = classesOf(random, x, 4, 2);

  it.each([1, 0.5, 0])("has intercepts that sum to 0 (ρ = %d)", (l1Ratio) => {
    const { intercept } = fit({ x, y, loss, l1Ratio, lambda: 0.01 });
    expect(intercept).toHaveLength(4);
    expect(sumOver(4, intercept as Float64Array)[0]).toBeCloseTo(0, 13);
    expect(Array.from(fit({ x, y, loss, l1Ratio, lambda: 0.01, intercept: false }).intercept as Float64Array)).toEqual([0, 0, 0, 0]);
  });

  it.each([0.1, 1e-4, 0])("has L2 coefficients that sum to 0 over the classes, the unique solution (λ = %d)", (lambda) => {
    const { standardizedCoefficients } = fit({ x, y, loss, l1Ratio: 0, lambda });
    for (const sum of sumOver(4, standardizedCoefficients)) expect(sum).toBeCloseTo(0, 9);
  });

  it("with L1 leaves no feature a weight of the same sign in more than half of the classes", () => {
    for (const { coefficients } of path({ x, y, loss, count: 15, minRatio: 1e-2 }).fits) {
      for (let j = 0; j < 6; j++) {
        const signs = [0, 1, 2, 3].map((k) => Math.sign(coefficients[k * 6 + j]!));
        expect(signs.filter((sign) => sign > 0).length).toBeLessThanOrEqual(2);
        expect(signs.filter((sign) => sign < 0).length).toBeLessThanOrEqual(2);
      }
    }
  });

  it("of two classes is logistic regression: with L1 at the same λ, with L2 at half of it", () => {
    const labels = classesOf(random, x, 2, 3);
    const options = { x, y: labels, tolerance: 1e-13 };
    const lambda = 0.02;
    expect(fit({ ...options, loss, lambda }).objective).toBeCloseTo(fit({ ...options, loss: "logistic", lambda }).objective, 11);
    const [two, one] = [fit({ ...options, loss, lambda, l1Ratio: 0 }), fit({ ...options, loss: "logistic", lambda: lambda / 2, l1Ratio: 0 })];
    expect(two.objective).toBeCloseTo(one.objective, 12);
    one.coefficients.forEach((weight, j) => expect(two.coefficients[6 + j]! - two.coefficients[j]!).toBeCloseTo(weight, 6));
    expect((two.intercept as Float64Array)[1]! * 2).toBeCloseTo(one.intercept as number, 6);
  });
});

describe("a path", () => {
  const random = createRandom(47);
  const x = autoregressive(random, 90, 8, 0.5);
  const y = classesOf(random, x, 3, 1.5);

  it("starts at λmax = max |xⱼᵀ(1[y = k] − share of k)|/n, and has no weight there", () => {
    const ours = path({ x, y, loss, count: 3 });
    const design = leastSquares(x, y).x;
    const steepest = [0, 1, 2].map((k) => Math.max(...leastSquares(design, Float64Array.from(y, (label) => (label === k ? 1 : 0))).correlations.map(Math.abs)));
    expect(ours.lambdaMax).toBeCloseTo(Math.max(...steepest), 12);
    expect(ours.fits[0]!.coefficients.every((weight) => weight === 0)).toBe(true);
    expect(ours.at(ours.lambdaMax * 0.999).coefficients.some((weight) => weight !== 0)).toBe(true);
  });

  it.each([1, 0.5, 0.01, 0])("for ρ = %d has a gap of at most 1e-9·ln k at all of its λ", { timeout: 30_000 }, (l1Ratio) => {
    for (const { dualityGap } of path({ x, y, loss, l1Ratio }).fits) expect(dualityGap).toBeLessThanOrEqual(1e-9 * Math.log(3));
  });
});

describe("separable classes", () => {
  const x = matrix(12, 2, (i, j) => [Math.cos((i % 3) * 2.1) + 0.1 * Math.sin(i), Math.sin((i % 3) * 2.1)][j]!);
  const y = Float64Array.from({ length: 12 }, (_, i) => i % 3);

  it("without a penalty end with finite values and say so", () => {
    for (const l1Ratio of [1, 0]) {
      const ours = fit({ x, y, loss, l1Ratio, lambda: 0 });
      expect(ours.separable).toBe(true);
      expect([...ours.coefficients, ...(ours.intercept as Float64Array)].every(Number.isFinite)).toBe(true);
      expect(ours.dualityGap).toBeLessThanOrEqual(1e-9 * Math.log(3));
    }
  });

  it("are recognised where one class alone is told apart", () => {
    const partly = matrix(12, 1, (i) => (y[i] === 2 ? 1 : 0));
    const ours = fit({ x: partly, y, loss, lambda: 0 });
    expect(ours.separable).toBe(true);
    expect(ours.dualityGap).toBeLessThanOrEqual(1e-9 * Math.log(3));
  });

  it("with a penalty have a solution like any others", () => {
    const ours = fit({ x, y, loss, lambda: 1e-4 });
    expect(ours.separable).toBe(false);
    expect(ours.dualityGap).toBeLessThanOrEqual(1e-9 * Math.log(3));
  });
});

describe("awkward designs", () => {
  it.each(Object.keys(awkwardDesigns))("%s: every fit is finite and certified", { timeout: 60_000 }, (name) => {
    const random = createRandom(53);
    const x = (awkwardDesigns[name] as (typeof awkwardDesigns)[string])(random, 50, 8);
    const y = Float64Array.from({ length: 50 }, (_, i) => (i < 3 ? i : Math.floor(3 * random())));
    for (const l1Ratio of [1, 0.5, 0]) {
      for (const ours of [...path({ x, y, loss, l1Ratio, count: 15 }).fits, fit({ x, y, loss, l1Ratio, lambda: 0 })]) {
        expect([...ours.coefficients, ...(ours.intercept as Float64Array)].every(Number.isFinite)).toBe(true);
        expect(ours.dualityGap, `ρ ${l1Ratio}, λ ${ours.lambda}`).toBeLessThanOrEqual(1e-9 * Math.log(3));
      }
    }
  });

  it("as many classes as rows are fitted", () => {
    const x = gaussian(createRandom(59), 5, 2);
    for (const lambda of [0.1, 0]) expect(fit({ x, y: [0, 1, 2, 3, 4], loss, lambda }).dualityGap).toBeLessThanOrEqual(1e-9 * Math.log(5));
  });
});
