import { describe, expect, it } from "vitest";
import { column } from "../../src/math/products";
import { createRandom, normal } from "../../src/math/random";
import { dot } from "../../src/math/vector";
import { newtonSolver } from "../../src/regression/newton-solver";
import { checkProblem } from "../../src/regression/problem";
import { fit, path, pathSteps } from "../../src/regression/regression";
import { autoregressive } from "./support/designs";

const random = createRandom(77);
/** 40 × 600, in units of their own, the first feature constant; three features count. */
const x = autoregressive(random, 40, 600, 0.6);
for (let j = 0; j < 600; j++) column(x, j).forEach((value, i, own) => (own[i] = j === 0 ? 3 : 5 + (1 + (j % 7)) * value));
const y = Float64Array.from({ length: 40 }, (_, i) => 10 + 2 * x.values[40 * 5 + i]! - x.values[40 * 100 + i]! + 0.5 * x.values[40 * 300 + i]! + normal(random));
const variance = dot(y, y) / 40 - (y.reduce((sum, value) => sum + value, 0) / 40) ** 2;

describe("a lasso path of more columns than rows", () => {
  it.each([{ standardize: true, intercept: true }, { standardize: false, intercept: true }, { standardize: true, intercept: false }])("is exact with %o, down to 1e-6 of λmax", (choice) => {
    const { fits, lambdaMax } = path({ x, y, ...choice, count: 40, minRatio: 1e-6 });
    for (const one of fits) expect(one.dualityGap).toBeLessThanOrEqual(1e-11 * variance);
    expect(fits[0]!.coefficients.every((value) => value === 0)).toBe(true);
    expect(fits[0]!.lambda).toBe(lambdaMax);
    expect(fits.at(-1)!.coefficients[0]).toBe(0);
  });

  it("has the solutions and intercepts that Newton steps find", () => {
    const problem = { x, y, tolerance: 1e-12 };
    const newton = newtonSolver(checkProblem(problem));
    const { lambdaMax } = path({ ...problem, count: 2 });
    const lambdas = [0.7, 0.3, 0.1].map((share) => share * lambdaMax);
    path({ ...problem, lambdas }).fits.forEach((one, l) => {
      const other = newton.solve(lambdas[l]!);
      one.coefficients.forEach((value, j) => expect(Math.abs(value - other.coefficients[j]!)).toBeLessThanOrEqual(1e-5));
      expect(one.intercept).toBeCloseTo(other.intercept as number, 4);
    });
  });

  it("takes any λ: above the largest, twice the same, between two, and 0", () => {
    const { lambdaMax, at, fits } = path({ x, y, lambdas: [1e3, 0.2, 0.2, 0] });
    expect(fits[0]!.standardizedCoefficients.every((value) => value === 0)).toBe(true);
    expect(fits[1]!.coefficients).toEqual(fits[2]!.coefficients);
    expect(fits[3]!.objective).toBeLessThanOrEqual(1e-6 * variance);
    expect(at(0.5 * lambdaMax).dualityGap).toBeLessThanOrEqual(1e-11 * variance);
    expect(at(0.2)).toBe(fits[1]);
    expect(fit({ x, y, lambda: 0.2 }).coefficients).toEqual(fits[1]!.coefficients);
  });

  it("can pause while another is followed", () => {
    const other = { x, y: y.map((value, i) => value * (i % 3)) };
    const [first, second] = [pathSteps({ x, y }), pathSteps(other)];
    let [a, b] = [first.next(), second.next()];
    while (!a.done || !b.done) {
      if (!a.done) a = first.next();
      if (!b.done) b = second.next();
    }
    expect(a.value.fits.map(({ coefficients }) => coefficients)).toEqual(path({ x, y }).fits.map(({ coefficients }) => coefficients));
    expect(b.value.fits.map(({ coefficients }) => coefficients)).toEqual(path(other).fits.map(({ coefficients }) => coefficients));
  });
});
