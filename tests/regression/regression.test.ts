import { describe, expect, it } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import { crossValidate } from "../../src/regression/cross-validation";
import { elasticNetPath } from "../../src/regression/elastic-net-path";
import { goesByProducts } from "../../src/regression/newton-solver";
import { checkProblem } from "../../src/regression/problem";
import { fit, hasMoments, path, pathSteps } from "../../src/regression/regression";
import { leastSquares } from "../../src/regression/standardize";
import { coordinateDescent, objective } from "./support/coordinate-descent";
import { autoregressive, gaussian, matrix, at, targetOf } from "./support/designs";
import { diabetes } from "./support/diabetes";

const data = diabetes();
/** Above the median or not: a problem that is solved λ by λ. */
const classes = { x: data.x, y: Array.from(data.y, (value) => (value > 140 ? 1 : 0)), loss: "logistic" as const };
const ratios = [1, 0.5, 0];

describe("the quickest road", () => {
  const shape = (rows: number, columns: number, loss: "squared" | "logistic" | "softmax", l1Ratio: number) => {
    const x = { values: new Float64Array(rows * columns), rows, columns };
    return hasMoments(checkProblem({ x, y: Float64Array.from({ length: rows }, (_, i) => i % 2), loss, l1Ratio }));
  };

  it.each([
    [20, 5, 1, true], [20, 5, 0.5, true], [20, 5, 0, true],
    // Curved pieces pay up to fifty features.
    [200, 50, 0.5, true], [200, 51, 0.5, false], [200, 51, 1, true], [200, 51, 0, true], [40, 50, 0.5, true],
    // All moments pay up to five hundred columns where rows are fewer, and always elsewhere.
    [100, 500, 1, true], [100, 501, 1, false], [100, 501, 0, false], [501, 501, 1, true], [500, 501, 1, false],
  ])("for the squared loss of %d rows and %d features, ρ = %d, is by moments: %s", (rows, columns, l1Ratio, expected) => {
    expect(shape(rows, columns, "squared", l1Ratio)).toBe(expected);
  });

  it("for classes never is by moments", () => {
    for (const loss of ["logistic", "softmax"] as const) for (const l1Ratio of ratios) expect(shape(20, 5, loss, l1Ratio)).toBe(false);
  });

  it.each([[1, 10, false], [1, 1000, false], [2, 50, false], [2, 51, true], [3, 33, false], [3, 34, true], [10, 64, true], [3, 300, true], [3, 301, false]])("under L2 alone for %d blocks of %d features is by products: %s", (blocks, columns, expected) => {
    expect(goesByProducts(blocks, columns)).toBe(expected);
  });
});

describe("a squared-loss fit", () => {
  it.each(ratios)("has the exact path's coefficients, objective and gap (ρ = %d)", (l1Ratio) => {
    const problem = leastSquares(data.x, data.y);
    const lambda = 4;
    const ours = fit({ ...data, l1Ratio, lambda });
    const expected = elasticNetPath(problem, l1Ratio).coefficientsAt(lambda);
    expected.forEach((weight, j) => expect(ours.standardizedCoefficients[j]).toBeCloseTo(weight, 10));
    expect(ours.objective).toBeCloseTo(objective(problem, ours.standardizedCoefficients, { lambda, l1Ratio }), 8);
    expect(ours.dualityGap).toBeLessThanOrEqual(1e-10 * ours.objective);
    expect(ours.separable).toBe(false);
  });

  it("is written as JSON with all its values, lists as arrays", () => {
    const ours = fit({ ...data, lambda: 4 });
    const { lambda, separable, objective: value, dualityGap, intercept, coefficients, standardizedCoefficients } = ours;
    const lists = { coefficients: [...coefficients], standardizedCoefficients: [...standardizedCoefficients] };
    expect(JSON.parse(JSON.stringify(ours))).toEqual({ lambda, separable, objective: value, dualityGap, intercept, ...lists });
  });

  it("predicts in original units: the mean of the residuals is 0", () => {
    const { intercept, coefficients } = fit({ ...data, lambda: 2 });
    const residuals = Array.from(data.y, (value, i) => coefficients.reduce((rest, weight, j) => rest - weight * at(data.x, i, j), value - (intercept as number)));
    expect(residuals.reduce((sum, value) => sum + value, 0) / data.y.length).toBeCloseTo(0, 9);
  });

  it("without an intercept has none, and without standardisation the same weights in both units", () => {
    expect(fit({ ...data, intercept: false, lambda: 1 }).intercept).toBe(0);
    const plain = fit({ ...data, standardize: false, lambda: 0.01 });
    expect(plain.coefficients).toEqual(plain.standardizedCoefficients);
  });
});

describe("a path", () => {
  const ours = path(data);

  it("goes through 100 λ from λmax down to its ten-thousandth", () => {
    expect(ours.lambdas).toHaveLength(100);
    expect(ours.fits).toHaveLength(100);
    expect(ours.lambdas[0]).toBeCloseTo(45.16, 2);
    expect(ours.lambdas[99]! / ours.lambdas[0]!).toBeCloseTo(1e-4, 12);
    expect(ours.lambdaMax).toBeCloseTo(ours.lambdas[0]!, 10);
    expect(ours.fits.map(({ lambda }) => lambda)).toEqual(Array.from(ours.lambdas));
  });

  it("has no weight at its first λ and one just below", () => {
    expect(ours.fits[0]!.coefficients.every((weight) => Math.abs(weight) <= 1e-12)).toBe(true);
    expect(ours.at(ours.lambdaMax * 0.999).coefficients.filter((weight) => weight !== 0)).toHaveLength(1);
  });

  it("gives any λ between, and the stored fit where there is one", () => {
    expect(ours.at(ours.lambdas[30]!)).toBe(ours.fits[30]);
    expect(ours.at(3).standardizedCoefficients).toEqual(fit({ ...data, lambda: 3 }).standardizedCoefficients);
    expect(ours.coefficientsAt!(3, new Float64Array(10))).toEqual(ours.at(3).standardizedCoefficients);
  });

  it("sorts the λ that it is given, and stops a hundred times less far down where features outnumber rows", () => {
    expect(Array.from(path({ ...data, lambdas: [1, 4, 2] }).lambdas)).toEqual([4, 2, 1]);
    const random = createRandom(3);
    const wide = path({ x: gaussian(random, 10, 20), y: Array.from({ length: 10 }, () => normal(random)) });
    expect(wide.lambdas[99]! / wide.lambdas[0]!).toBeCloseTo(1e-2, 12);
  });

  it("for ridge starts where ρ = 1e-3 would", () => {
    const ridge = path({ ...data, l1Ratio: 0, count: 3 });
    expect(ridge.lambdaMax).toBe(Infinity);
    expect(ridge.lambdas[0]).toBeCloseTo(1000 * ours.lambdas[0]!, 6);
  });

  it("says how far it is, and stops when it is told to", () => {
    const shares: number[] = [];
    path({ ...classes, count: 4, onProgress: (share) => shares.push(share) });
    expect(shares).toEqual([0.25, 0.5, 0.75, 1, 1]);
    let asked = 0;
    const stopped = () => path({ ...classes, shouldStop: () => ++asked > 3 });
    expect(stopped).toThrow(expect.objectContaining({ name: "AbortError" }));
    expect(asked).toBe(4);
  });

  it("can be computed in slices", () => {
    const steps = pathSteps({ ...classes, count: 3 });
    expect([steps.next().value, steps.next().value, steps.next().value]).toEqual([1 / 3, 2 / 3, 1]);
    const last = steps.next();
    expect(last.done && last.value.fits).toHaveLength(3);
  });

  it("takes no steps where every solution is known at once", () => {
    const first = pathSteps({ ...data, count: 3 }).next();
    expect(first.done && first.value.fits).toHaveLength(3);
  });
});

describe("wide data, beyond what moments are formed for", () => {
  const random = createRandom(21);
  const x = autoregressive(random, 30, 600, 0.5);
  const y = targetOf(random, x);
  const exact = leastSquares(x, y);

  it.each([1, 0.5, 0.1])("have the solutions that coordinate descent finds, certified (ρ = %d)", (l1Ratio) => {
    for (const ours of path({ x, y, l1Ratio, count: 8, tolerance: 1e-12 }).fits) {
      expect(ours.dualityGap).toBeLessThanOrEqual(1e-11 * exact.meanSquare);
      const expected = coordinateDescent(exact, { lambda: ours.lambda, l1Ratio });
      expected.forEach((weight, j) => expect(Math.abs(weight - ours.standardizedCoefficients[j]!)).toBeLessThanOrEqual(1e-4));
      const best = objective(exact, expected, { lambda: ours.lambda, l1Ratio });
      expect(Math.abs(ours.objective - best)).toBeLessThanOrEqual(1e-11 * exact.meanSquare);
    }
  });

  it("have the ridge solution of the n×n dual problem", () => {
    const reference = elasticNetPath(exact, 0);
    for (const lambda of [100, 1, 1e-3]) {
      const ours = fit({ x, y, l1Ratio: 0, lambda });
      const expected = reference.coefficientsAt(lambda);
      expected.forEach((weight, j) => expect(Math.abs(weight - ours.standardizedCoefficients[j]!)).toBeLessThanOrEqual(1e-9));
    }
  });

  it("are fitted exactly at λ = 0", () => {
    const ours = fit({ x, y, lambda: 0 });
    expect(ours.objective).toBeLessThanOrEqual(1e-9 * exact.meanSquare);
  });

  it("with a constant column give it weight 0", () => {
    const constant = matrix(30, 600, (i, j) => (j === 5 ? 4 : at(x, i, j)));
    for (const l1Ratio of ratios) expect(fit({ x: constant, y, l1Ratio, lambda: 0.1 }).coefficients[5]).toBe(0);
  });
});

describe("what is known in closed form", () => {
  const random = createRandom(23);
  const problemOf = (rows: number, columns: number) => ({ x: gaussian(random, rows, columns), y: Float64Array.from({ length: rows }, () => normal(random)) });
  const isClosed = (request: Parameters<typeof path>[0]) => path({ ...request, lambdas: [1] }).coefficientsAt !== undefined;

  it("is the squared loss: lasso and ridge up to 500 columns, more where there are as many rows, elastic nets up to 50", () => {
    expect([problemOf(8, 500), problemOf(8, 501), problemOf(501, 501)].map((problem) => isClosed({ ...problem, l1Ratio: 1 }))).toEqual([true, false, true]);
    expect([problemOf(8, 500), problemOf(8, 501)].map((problem) => isClosed({ ...problem, l1Ratio: 0 }))).toEqual([true, false]);
    expect([problemOf(8, 50), problemOf(60, 50), problemOf(8, 51), problemOf(60, 51)].map((problem) => isClosed({ ...problem, l1Ratio: 0.5 }))).toEqual([true, true, false, false]);
    expect(isClosed(classes)).toBe(false);
  });

  it.each([
    ["squared, moments", { ...data, l1Ratio: 1 }],
    ["squared, elastic net of many columns", { ...problemOf(60, 52), l1Ratio: 0.5 }],
    ["squared, lasso of many columns", { ...problemOf(8, 501), l1Ratio: 1 }],
    ["squared, ridge of many columns", { ...problemOf(8, 501), l1Ratio: 0 }],
    ["classes, ridge", { ...classes, l1Ratio: 0 }],
    ["classes, lasso", classes],
  ])("or not, a path starts where cross-validation does (%s)", (_, request) => {
    const { lambdas } = path({ ...request, count: 4 });
    const validated = crossValidate({ ...request, count: 4, folds: 2 }).lambdas;
    lambdas.forEach((lambda, l) => expect(Math.abs(validated[l]! - lambda)).toBeLessThanOrEqual(1e-12 * lambda));
  });
});

describe("a λ that cannot be", () => {
  const ours = path({ ...data, count: 3 });

  it.each([-1, NaN, Infinity])("is refused by name: %d", (lambda) => {
    expect(() => fit({ ...data, lambda })).toThrow(/^lambda: /);
    expect(() => ours.at(lambda)).toThrow(/^lambda: /);
    expect(() => path({ ...data, lambdas: [1, lambda] })).toThrow(/^lambdas: /);
  });
});
