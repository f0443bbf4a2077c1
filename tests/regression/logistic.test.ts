import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Matrix } from "../../src/math/matrix";
import { createRandom, normal } from "../../src/math/random";
import { fit, path as pathOf } from "../../src/regression/regression";
import { leastSquares } from "../../src/regression/standardize";
import { classesOf } from "./support/classes";
import { autoregressive, awkwardDesigns, gaussian, matrix } from "./support/designs";
import { proximalGradient } from "./support/proximal-gradient";

const loss = "logistic";
const sigmoid = (score: number) => 1 / (1 + Math.exp(-score));

function expectFinite({ intercept, coefficients, objective, dualityGap }: ReturnType<typeof fit>) {
  expect([intercept, objective, dualityGap, ...coefficients].every((value) => Number.isFinite(value))).toBe(true);
}

describe("one binary feature", () => {
  // 30 rows with x = 0 (10 of class 1) and 20 with x = 1 (15 of class 1).
  const x = matrix(50, 1, (i) => (i < 30 ? 0 : 1));
  const y = Float64Array.from({ length: 50 }, (_, i) => (i < 10 || (i >= 30 && i < 45) ? 1 : 0));

  it.each([1, 0.5, 0])("without a penalty has the log odds as intercept and the log odds ratio as coefficient (ρ = %d)", (l1Ratio) => {
    const { intercept, coefficients, dualityGap, separable } = fit({ x, y, loss, lambda: 0, l1Ratio });
    expect(intercept).toBeCloseTo(Math.log(10 / 20), 9);
    expect(coefficients[0]).toBeCloseTo(Math.log(15 / 5) - Math.log(10 / 20), 9);
    expect(dualityGap).toBeLessThanOrEqual(1e-9 * Math.LN2);
    expect(separable).toBe(false);
  });

  it("with L1 meets its bound: |xᵀr|/n = λ, with Σr = 0", () => {
    const lambda = 0.03;
    const { intercept, coefficients } = fit({ x, y, loss, lambda, standardize: false, tolerance: 1e-14 });
    const rate = sigmoid((intercept as number) + coefficients[0]!);
    expect(Math.abs(15 - 20 * rate) / 50).toBeCloseTo(lambda, 9);
    expect(10 - 30 * sigmoid(intercept as number) + 15 - 20 * rate).toBeCloseTo(0, 8);
  });
});

describe("random problems", () => {
  const random = createRandom(31);
  const cases = [1, 0.5, 0].flatMap((l1Ratio) => [0.2, 0.02, 0.004].map((lambda) => ({ l1Ratio, lambda })));

  it.each(cases)("have the objective that FISTA reaches (ρ = $l1Ratio, λ = $lambda)", ({ l1Ratio, lambda }) => {
    for (const [n, p, intercept] of [[40, 5, true], [25, 8, false], [12, 30, true]] as const) {
      const x = autoregressive(random, n, p, 0.5);
      const y = classesOf(random, x, 2);
      const ours = fit({ x, y, loss, l1Ratio, lambda, intercept });
      const standard = leastSquares(x, y, { intercept }).x;
      const reference = proximalGradient({ x: standard, y, blocks: 1, lambda, l1Ratio, intercept });
      expect(Math.abs(ours.objective - reference.objective)).toBeLessThanOrEqual(1e-7);
      expect(ours.objective).toBeLessThanOrEqual(reference.objective + 1e-9);
      expect(ours.dualityGap).toBeLessThanOrEqual(1e-9 * Math.LN2);
      expect(ours.objective - reference.objective).toBeGreaterThanOrEqual(-ours.dualityGap - 1e-12 - 1e-7);
    }
  });

  it("without a penalty have the objective that FISTA reaches", () => {
    const x = gaussian(random, 60, 3);
    const y = classesOf(random, x, 2, 4);
    const ours = fit({ x, y, loss, lambda: 0 });
    const reference = proximalGradient({ x: leastSquares(x, y).x, y, blocks: 1, lambda: 0, l1Ratio: 1, intercept: true });
    expect(Math.abs(ours.objective - reference.objective)).toBeLessThanOrEqual(1e-7);
    expect(ours.separable).toBe(false);
  });
});

describe("a path", () => {
  const random = createRandom(5);
  const x = autoregressive(random, 80, 12, 0.6);
  const y = classesOf(random, x, 2);

  it.each([1, 0.5])("for ρ = %d starts at λmax = max |xⱼᵀ(y − ȳ)|/(nρ), with no weight there and one just below", (l1Ratio) => {
    const ours = pathOf({ x, y, loss, l1Ratio });
    const { correlations } = leastSquares(x, y);
    expect(ours.lambdaMax).toBeCloseTo(Math.max(...correlations.map(Math.abs)) / l1Ratio, 14);
    expect(ours.at(ours.lambdaMax).coefficients.every((weight) => weight === 0)).toBe(true);
    expect(ours.at(ours.lambdaMax * 0.999).coefficients.filter((weight) => weight !== 0)).toHaveLength(1);
    const mean = y.reduce((sum, value) => sum + value, 0) / 80;
    expect(ours.at(2 * ours.lambdaMax).intercept).toBeCloseTo(Math.log(mean / (1 - mean)), 10);
  });

  it.each([1, 0.7, 0.01, 0])("for ρ = %d has a gap of at most 1e-9·ln 2 at all of its λ, and between", (l1Ratio) => {
    const ours = pathOf({ x, y, loss, l1Ratio });
    const between = ours.lambdas.map((lambda) => lambda * 0.97);
    for (const { dualityGap } of [...ours.fits, ...Array.from(between, (lambda) => ours.at(lambda))]) expect(dualityGap).toBeLessThanOrEqual(1e-9 * Math.LN2);
  });

  it("asked in any order gives what a fit alone gives", () => {
    const ours = pathOf({ x, y, loss, count: 20 });
    for (const lambda of [0.01, 0.2, 0.003, 0.05]) {
      expect(Math.abs(ours.at(lambda).objective - fit({ x, y, loss, lambda }).objective)).toBeLessThanOrEqual(2e-9);
    }
  });
});

describe("separable classes", () => {
  const x = matrix(10, 1, (i) => i);
  const y = Float64Array.from({ length: 10 }, (_, i) => (i < 5 ? 0 : 1));

  it.each([1, 0])("without a penalty end with finite values, say so, and have a loss within the tolerance of 0 (ρ = %d)", (l1Ratio) => {
    const ours = fit({ x, y, loss, lambda: 0, l1Ratio });
    expectFinite(ours);
    expect(ours.separable).toBe(true);
    expect(ours.objective).toBeLessThanOrEqual(1e-9 * Math.LN2);
    expect(ours.dualityGap).toBeLessThanOrEqual(ours.objective);
    expect(ours.coefficients[0]).toBeGreaterThan(5);
  });

  it("with a penalty have a solution like any others", () => {
    for (const lambda of [0.1, 1e-3, 1e-6]) {
      const ours = fit({ x, y, loss, lambda });
      expect(ours.separable).toBe(false);
      expect(ours.dualityGap).toBeLessThanOrEqual(1e-9 * Math.LN2);
    }
  });

  it("are recognised where only some rows are told apart", () => {
    // x = 1 only in class 1; the rows with x = 0 are of both classes.
    const partly = fit({ x: matrix(10, 1, (i) => (i < 3 ? 1 : 0)), y: Float64Array.from({ length: 10 }, (_, i) => (i < 5 ? 1 : 0)), loss, lambda: 0 });
    expectFinite(partly);
    expect(partly.separable).toBe(true);
    expect(partly.dualityGap).toBeLessThanOrEqual(1e-9 * Math.LN2);
  });

  it("are recognised at a λ that is too small to count", () => {
    const ours = fit({ x, y, loss, lambda: 1e-300 });
    expectFinite(ours);
    expect(ours.separable).toBe(true);
  });

  it("of two rows are fitted", () => {
    for (const lambda of [0, 0.1]) {
      const ours = fit({ x: [[1], [2]], y: [0, 1], loss, lambda });
      expectFinite(ours);
      expect(ours.intercept as number).toBeCloseTo(-1.5 * ours.coefficients[0]!, 6);
    }
  });
});

describe("awkward designs", () => {
  it.each(Object.keys(awkwardDesigns))("%s: every fit is finite and certified", (name) => {
    const random = createRandom(17);
    const x = (awkwardDesigns[name] as (typeof awkwardDesigns)[string])(random, 60, 12);
    const y = Float64Array.from({ length: 60 }, () => (random() < 0.5 ? 0 : 1));
    for (const l1Ratio of [1, 0.5, 0]) {
      for (const ours of pathOf({ x, y, loss, l1Ratio, count: 25 }).fits) {
        expectFinite(ours);
        expect(ours.dualityGap, `ρ ${l1Ratio}, λ ${ours.lambda}`).toBeLessThanOrEqual(1e-9 * Math.LN2);
      }
      const last = fit({ x, y, loss, l1Ratio, lambda: 0 });
      expectFinite(last);
      expect(last.dualityGap).toBeLessThanOrEqual(1e-9 * Math.LN2);
    }
  });

  it("features that are all constant get weight 0", () => {
    const ours = fit({ x: matrix(6, 2, () => 3), y: [0, 1, 0, 1, 1, 1], loss, lambda: 0.1 });
    expect(Array.from(ours.coefficients)).toEqual([0, 0]);
    expect(ours.intercept).toBeCloseTo(Math.log(2), 12);
    for (const { coefficients } of pathOf({ x: matrix(6, 2, () => 3), y: [0, 1, 0, 1, 1, 1], loss }).fits) expect(Array.from(coefficients)).toEqual([0, 0]);
  });

  it("more features than rows: L2 without a p×p matrix has a certified solution in the span of the rows", () => {
    const random = createRandom(8);
    const x = gaussian(random, 20, 3000);
    const y = Float64Array.from({ length: 20 }, (_, i) => (x.values[i]! + normal(random) > 0 ? 1 : 0));
    for (const l1Ratio of [1, 0.5, 0]) {
      for (const ours of pathOf({ x, y, loss, l1Ratio, count: 5 }).fits) expect(ours.dualityGap).toBeLessThanOrEqual(1e-9 * Math.LN2);
    }
  });
});

describe("breast cancer", () => {
  const shared = path.resolve(import.meta.dirname, "../../../shared");
  const [dataFile, solutionFile] = [path.join(shared, "data/breast-cancer.csv"), path.join(shared, "reference/solutions.json")];

  /** 569×30 and the diagnosis. */
  function breastCancer(): { x: Matrix; y: Float64Array } {
    const rows = readFileSync(dataFile, "utf8").trim().split("\n").slice(1).map((line) => line.split(",").map(Number));
    return { x: matrix(rows.length, 30, (i, j) => rows[i]![j]!), y: Float64Array.from(rows, (row) => row[30]!) };
  }

  it("agrees with the stored scikit-learn solutions, zeros being exact zeros", (context) => {
    if (!existsSync(dataFile) || !existsSync(solutionFile)) context.skip(`no ${dataFile} or ${solutionFile}`);
    interface Solution {
      data: string;
      l1_ratio: number;
      lambda: number;
      intercept: number;
      coef: number[];
      kkt: number;
    }
    const known = (JSON.parse(readFileSync(solutionFile, "utf8")) as Solution[]).filter(({ data }) => data === "breast-cancer");
    expect(known.length).toBeGreaterThanOrEqual(10);
    for (const { l1_ratio: l1Ratio, lambda, coef } of known) {
      const ours = fit({ ...breastCancer(), loss, l1Ratio, lambda, tolerance: 1e-13 });
      const largest = Math.max(...coef.map(Math.abs));
      coef.forEach((weight, j) => {
        if (weight === 0) expect(ours.standardizedCoefficients[j]).toBe(0);
        else expect(Math.abs(ours.standardizedCoefficients[j]! - weight)).toBeLessThanOrEqual(1e-6 * Math.max(1, largest));
      });
    }
  });

  it("has a gap of at most 1e-9·ln 2 at 100 λ, and is separable without a penalty", (context) => {
    if (!existsSync(dataFile)) context.skip(`no ${dataFile}`);
    const data = breastCancer();
    for (const { dualityGap } of pathOf({ ...data, loss, minRatio: 1e-3 }).fits) expect(dualityGap).toBeLessThanOrEqual(1e-9 * Math.LN2);
    const last = fit({ ...data, loss, lambda: 0 });
    expectFinite(last);
    expect(last.separable).toBe(true);
  });
});
