import { describe, expect, it } from "vitest";
import { column } from "../../src/math/products";
import { createRandom, normal } from "../../src/math/random";
import { elasticNetPath } from "../../src/regression/elastic-net-path";
import { toOriginalUnits } from "../../src/regression/original-units";
import { leastSquares } from "../../src/regression/standardize";
import { at, gaussian, matrix } from "./support/designs";

const random = createRandom(21);
const raw = matrix(50, 3, (_, j) => 10 ** j * normal(random) + 5 * j);
const target = Array.from({ length: 50 }, (_, i) => 3 + 2 * at(raw, i, 0) - 0.1 * at(raw, i, 1) + normal(random));
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const meanSquare = (values: ArrayLike<number>) => mean(Array.from(values, (value) => value * value));

describe("a standardised problem", () => {
  const problem = leastSquares(raw, target, { standardizeTarget: true });

  it("has columns and a target of mean 0 and standard deviation 1, with 1/n", () => {
    for (const values of [column(problem.x, 0), column(problem.x, 1), column(problem.x, 2), problem.y]) {
      expect(Math.abs(mean(values))).toBeLessThanOrEqual(1e-14);
      expect(meanSquare(values)).toBeCloseTo(1, 13);
    }
  });

  it("has the moments XᵀX/n, Xᵀy/n and yᵀy/n of its own columns", () => {
    const { x, y, gram, correlations } = problem;
    for (let j = 0; j < 3; j++) {
      expect(correlations[j]).toBeCloseTo(mean(y.map((value, i) => value * at(x, i, j))), 14);
      for (let k = 0; k < 3; k++) expect(gram.values[j * 3 + k]).toBeCloseTo(mean(y.map((_, i) => at(x, i, j) * at(x, i, k))), 14);
    }
    expect(problem.meanSquare).toBeCloseTo(1, 13);
  });

  it("leaves the caller's numbers alone", () => {
    const copy = raw.values.slice();
    const values = target.slice();
    leastSquares(raw, values, { standardizeTarget: true });
    expect(raw.values).toEqual(copy);
    expect(values).toEqual(target);
  });

  it("keeps a small spread on a large mean: 1e9 + 0, 1, 2, …", () => {
    const { x } = leastSquares(matrix(5, 1, (i) => 1e9 + i), [0, 0, 0, 0, 1]);
    Array.from(column(x, 0)).forEach((value, i) => expect(value).toBeCloseTo((i - 2) / Math.SQRT2, 14));
  });

  it("keeps that of a target, too: its mean square and correlations lose no digits", () => {
    const x = matrix(5, 1, (i) => i);
    const { y, correlations, meanSquare: square, scaling } = leastSquares(x, Float64Array.from({ length: 5 }, (_, i) => 1e9 + i));
    expect([...y]).toEqual([-2, -1, 0, 1, 2]);
    expect(square).toBeCloseTo(2, 14);
    expect(correlations[0]).toBeCloseTo(Math.SQRT2, 14);
    expect(scaling.targetMean).toBe(1e9 + 2);
    const far = Float64Array.from({ length: 5 }, (_, i) => (i === 3 ? 1e7 : 0));
    expect(leastSquares(x, far).meanSquare / 1.6e13).toBeCloseTo(1, 14);
    expect(leastSquares(x, far).correlations[0]! / (1e7 / 5 / Math.SQRT2)).toBeCloseTo(1, 14);
  });

  it("loses none either where the rows that are looked at first are nothing like the others", () => {
    const n = 100_000;
    const isFirst = (i: number) => i % (n / 8) === 0;
    const x = matrix(n, 1, (i) => Math.sin(i));
    const y = Float64Array.from({ length: n }, (_, i) => (isFirst(i) ? 0 : 1e9 + Math.cos(i)));
    const near = mean(Array.from({ length: n }, (_, i) => (isFirst(i) ? 0 : Math.cos(i))));
    const deviations = Array.from({ length: n }, (_, i) => (isFirst(i) ? -1e9 * (1 - 8 / n) - near : 1e9 * (8 / n) + (Math.cos(i) - near)));
    const { meanSquare: square, correlations, x: standard } = leastSquares(x, y);
    expect(Math.abs(square / meanSquare(deviations) - 1)).toBeLessThanOrEqual(1e-14);
    const exact = mean(deviations.map((value, i) => value * at(standard, i, 0)));
    expect(Math.abs(correlations[0]! - exact)).toBeLessThanOrEqual(1e-14 * Math.sqrt(square));
  });

  it.each([0, 0.1, 7, 1e9 + 0.1])("has nothing to explain where the target is always %d", (constant) => {
    const rows = 441;
    const { y, correlations, meanSquare: square, scaling } = leastSquares(gaussian(random, rows, 3), new Float64Array(rows).fill(constant), { standardizeTarget: true });
    expect(y).toEqual(new Float64Array(rows));
    expect([...correlations, square, scaling.targetScale]).toEqual([0, 0, 0, 0, 0]);
    expect(scaling.targetMean).toBeCloseTo(constant, 12);
  });

  it("loses no digits to outliers, wherever they stand: at the start, among the rows that are looked at first, or elsewhere", () => {
    const n = 1000;
    const outliers = [[0], [0, 125, 250, 375, 500, 625, 750, 875], [0, 111, 222, 333], [7]];
    const x = matrix(n, outliers.length, (i, j) => (outliers[j]!.includes(i) ? 1e7 : 0) + Math.cos(i * (j + 1)));
    const y = Float64Array.from({ length: n }, (_, i) => Math.sin(3 * i));
    const { gram, correlations, scaling, x: standard } = leastSquares(x, y);
    outliers.forEach((_, j) => {
      // Exactly summed: whole parts apart from the rest.
      const far = outliers[j]!.length / n;
      const near = mean(Array.from({ length: n }, (__, i) => Math.cos(i * (j + 1))));
      const deviations = Array.from({ length: n }, (__, i) => (outliers[j]!.includes(i) ? 1e7 * (1 - far) : -1e7 * far) + (Math.cos(i * (j + 1)) - near));
      expect(Math.abs(scaling.means[j]! - (1e7 * far + near))).toBeLessThanOrEqual(1e-9);
      const deviation = Math.sqrt(meanSquare(deviations));
      expect(Math.abs(scaling.scales[j]! / deviation - 1)).toBeLessThanOrEqual(1e-14);
      expect(Math.abs(correlations[j]! - mean(deviations.map((value, i) => (value / deviation) * (y[i]! - mean(y)))))).toBeLessThanOrEqual(1e-14);
      outliers.forEach((__, k) => {
        const exact = mean(Array.from({ length: n }, (___, i) => at(standard, i, j) * at(standard, i, k)));
        expect(Math.abs(gram.values[j * outliers.length + k]! - exact)).toBeLessThanOrEqual(1e-13);
      });
    });
  });

  it("makes a constant column all zeros, also one whose numbers cannot be averaged exactly", () => {
    for (const constant of [0, 7, 0.1, 1e300, -1e-300]) {
      const { x, scaling } = leastSquares(matrix(7, 1, () => constant), [1, 2, 3, 4, 5, 6, 7]);
      expect(Array.from(x.values)).toEqual(new Array(7).fill(0));
      expect(scaling.scales[0]).toBe(0);
    }
  });

  it("without standardising only centres, and without an intercept does not centre", () => {
    const centred = leastSquares(raw, target, { standardize: false });
    expect(mean(column(centred.x, 2))).toBeCloseTo(0, 12);
    expect(at(centred.x, 1, 2) - at(centred.x, 0, 2)).toBeCloseTo(at(raw, 1, 2) - at(raw, 0, 2), 10);
    const untouched = leastSquares(raw, target, { standardize: false, intercept: false });
    expect(untouched.x.values).toEqual(raw.values);
    expect(Array.from(untouched.y)).toEqual(target);
  });

  it.each([
    ["no rows", { values: new Float64Array(0), rows: 0, columns: 1 }, [], /^x: there are no rows/],
    ["no columns", { values: new Float64Array(0), rows: 1, columns: 0 }, [1], /^x: there are no columns/],
    ["values that do not fill the matrix", { values: new Float64Array(3), rows: 2, columns: 2 }, [1, 2], /^x: 3 values/],
    ["a target of another length", gaussian(random, 3, 1), [1, 2], /^y: 2 values for 3 rows/],
    ["NaN in x", matrix(2, 2, (i, j) => (i === 1 && j === 1 ? NaN : 1)), [1, 2], /^x: NaN in row 1 of column 1/],
    ["infinity in y", gaussian(random, 2, 1), [1, Infinity], /^y: Infinity in row 1/],
    ["x too large to square", matrix(2, 1, (i) => (i ? 1e200 : -1e200)), [1, 2], /^x: .* too large/],
    ["x too small to square", matrix(2, 1, (i) => (i ? 1e-161 : -1e-161)), [1, 2], /^x: .* too small/],
    ["y too small to square", gaussian(random, 2, 1), [1e-161, -1e-161], /^y: .* too small/],
    ["y too large to square", gaussian(random, 2, 1), [1e200, -1e200], /^y: .* too large/],
  ] as const)("refuses %s with a RangeError that names the argument", (_, x, y, message) => {
    const attempt = () => leastSquares(x, y);
    expect(attempt).toThrow(RangeError);
    expect(attempt).toThrow(message);
  });

  it("refuses a target that is not numbers with a TypeError", () => {
    expect(() => leastSquares(gaussian(random, 2, 1), ["1", "2"] as unknown as number[])).toThrow(TypeError);
  });
});

describe("coefficients in original units", () => {
  it.each([
    ["both standardised", { standardizeTarget: true }],
    ["the target only centred", {}],
    ["features only centred", { standardize: false }],
    ["no intercept", { intercept: false, standardize: false }],
    ["scaled without an intercept", { intercept: false }],
  ])("predict on raw columns what the weights predict on prepared ones: %s", (_, options) => {
    const problem = leastSquares(raw, target, options);
    const weights = elasticNetPath(problem, 1).coefficientsAt(0.05);
    const { intercept, coefficients } = toOriginalUnits(weights, problem.scaling);
    const { targetMean, targetScale } = problem.scaling;
    for (let i = 0; i < 50; i++) {
      const predicted = intercept + coefficients.reduce((sum, weight, j) => sum + weight * at(raw, i, j), 0);
      const prepared = weights.reduce((sum, weight, j) => sum + weight * at(problem.x, i, j), 0);
      expect(predicted).toBeCloseTo(targetMean + targetScale * prepared, 10);
    }
    if ("intercept" in options) expect(intercept).toBe(0);
  });

  it("are exactly 0 for a constant column and where the weight is", () => {
    const x = matrix(4, 2, (i, j) => (j === 0 ? 3 : i));
    const { scaling } = leastSquares(x, [1, 2, 4, 8]);
    const { intercept, coefficients } = toOriginalUnits(Float64Array.of(0, 0), scaling);
    expect(Array.from(coefficients)).toEqual([0, 0]);
    expect(intercept).toBe(3.75);
  });
});

it("keeps its digits where the rows that are looked at first are unlike all others", () => {
  // One row in so many that eight are looked at.
  const n = 24_000;
  const own = createRandom(251);
  const x = matrix(n, 2, (i, j) => (j === 0 && i % (n / 8) === 0 ? 0 : 1e6 * (1 - j) + normal(own)));
  const { gram, scaling, correlations } = leastSquares(x, Float64Array.from({ length: n }, (_, i) => at(x, i, 1)));
  const first = Array.from({ length: n }, (_, i) => at(x, i, 0));
  // Sums of differences from a value near the mean: exact to the last digits.
  const mean = 1e6 + first.reduce((sum, value) => sum + (value - 1e6), 0) / n;
  const deviation = Math.sqrt(first.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
  expect(Math.abs(scaling.means[0]! / mean - 1)).toBeLessThanOrEqual(1e-15);
  expect(Math.abs(scaling.scales[0]! / deviation - 1)).toBeLessThanOrEqual(2e-14);
  expect(Math.abs(gram.values[0]! - 1)).toBeLessThanOrEqual(2e-14);
  expect(correlations[1]).toBeCloseTo(scaling.scales[1]!, 13);
});
