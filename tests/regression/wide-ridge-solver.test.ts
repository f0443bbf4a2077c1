import { describe, expect, it } from "vitest";
import { column } from "../../src/math/products";
import { createRandom, normal } from "../../src/math/random";
import { dot } from "../../src/math/vector";
import { crossValidate } from "../../src/regression/cross-validation";
import { newtonSolver } from "../../src/regression/newton-solver";
import { checkProblem } from "../../src/regression/problem";
import { fit, path } from "../../src/regression/regression";
import { at, autoregressive } from "./support/designs";

const random = createRandom(78);
/** 40 × 600, in units of their own, the first feature constant. */
const x = autoregressive(random, 40, 600, 0.6);
for (let j = 0; j < 600; j++) column(x, j).forEach((value, i, own) => (own[i] = j === 0 ? 3 : 5 + (1 + (j % 7)) * value));
const y = Float64Array.from({ length: 40 }, (_, i) => 10 + 2 * at(x, i, 5) - at(x, i, 100) + normal(random));
const variance = dot(y, y) / 40 - (y.reduce((sum, value) => sum + value, 0) / 40) ** 2;

describe("ridge for more columns than rows", () => {
  it.each([{ standardize: true, intercept: true }, { standardize: false, intercept: true }, { standardize: true, intercept: false }])("is certified over twelve decades with %o", (choice) => {
    const { fits, lambdaMax } = path({ x, y, l1Ratio: 0, ...choice, count: 40, minRatio: 1e-12 });
    expect(lambdaMax).toBe(Infinity);
    for (const one of fits) expect(one.dualityGap).toBeLessThanOrEqual(1e-11 * (variance + one.objective));
    if (choice.standardize) expect(fits[3]!.coefficients[0]).toBe(0);
    expect(fits[3]!.intercept !== 0).toBe(choice.intercept);
  });

  it("has the solutions and intercepts that Newton steps find, down to none at all", () => {
    const problem = { x, y, l1Ratio: 0, tolerance: 1e-13 };
    const newton = newtonSolver(checkProblem(problem));
    for (const lambda of [1000, 1, 1e-3, 0]) {
      const ours = fit({ ...problem, lambda });
      const other = newton.solve(lambda);
      ours.coefficients.forEach((value, j) => expect(Math.abs(value - other.coefficients[j]!)).toBeLessThanOrEqual(1e-8));
      expect(ours.intercept).toBeCloseTo(other.intercept as number, 7);
    }
    const exact = fit({ ...problem, lambda: 0 });
    expect(exact.objective).toBeLessThanOrEqual(1e-20 * variance);
    expect(exact.dualityGap).toBeLessThanOrEqual(1e-12 * variance);
  });

  it("meets the normal equations in the units of the columns", () => {
    const lambda = 0.7;
    const { coefficients, standardizedCoefficients, intercept } = fit({ x, y, l1Ratio: 0, lambda });
    const residual = y.map((value, i) => value - (intercept as number) - coefficients.reduce((sum, weight, j) => sum + weight * at(x, i, j), 0));
    expect(Math.abs(residual.reduce((sum, value) => sum + value, 0))).toBeLessThanOrEqual(1e-9);
    for (const j of [5, 6, 100, 599]) {
      const mean = column(x, j).reduce((sum, value) => sum + value, 0) / 40;
      const deviation = Math.sqrt(column(x, j).reduce((sum, value) => sum + (value - mean) ** 2, 0) / 40);
      const gradient = dot(column(x, j).map((value) => (value - mean) / deviation), residual) / 40;
      expect(gradient).toBeCloseTo(lambda * standardizedCoefficients[j]!, 11);
    }
  });

  it("is cross-validated as fits on the other rows are", () => {
    const folds = Int32Array.from({ length: 40 }, (_, i) => i % 4);
    const lambdas = [10, 1];
    const { mean } = crossValidate({ x, y, l1Ratio: 0, lambdas, folds });
    lambdas.forEach((lambda, l) => {
      let total = 0;
      for (let fold = 0; fold < 4; fold++) {
        const rows = Array.from(folds.keys()).filter((i) => folds[i] !== fold);
        const others = Array.from(folds.keys()).filter((i) => folds[i] === fold);
        const row = (i: number) => Array.from({ length: 600 }, (_, j) => at(x, i, j));
        const { coefficients, intercept } = fit({ x: rows.map(row), y: rows.map((i) => y[i]!), l1Ratio: 0, lambda });
        for (const i of others) total += (y[i]! - (intercept as number) - coefficients.reduce((sum, weight, j) => sum + weight * at(x, i, j), 0)) ** 2;
      }
      expect(mean[l]).toBeCloseTo(total / 40, 8);
    });
  });
});
