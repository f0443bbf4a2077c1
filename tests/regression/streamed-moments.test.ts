import { describe, expect, test } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import { certificate } from "../../src/regression/certificate";
import { leastSquares } from "../../src/regression/standardize";
import { momentSums, type Rows } from "../../src/regression/streamed-moments";
import { streamedPath } from "../../src/regression/streamed-path";
import { sampleRows, someRows } from "../compute/sample-problem";

function summed(rows: Rows, size: number) {
  const sums = momentSums(rows.x.columns);
  for (let from = 0; from < rows.x.rows; from += size) sums.add(someRows(rows, from, size));
  return sums;
}

function expectClose(ours: Float64Array, theirs: Float64Array, digits: number): void {
  expect(ours).toHaveLength(theirs.length);
  ours.forEach((value, at) => expect(Math.abs(value - theirs[at]!)).toBeLessThanOrEqual(10 ** -digits * Math.max(1, Math.abs(theirs[at]!))));
}

const choices = [true, false].flatMap((standardize) => [true, false].map((intercept) => ({ standardize, intercept })));

describe("moments of rows in chunks", () => {
  test.each(choices)("are those of all rows at once ($standardize, $intercept)", (choice) => {
    const rows = sampleRows(500, 5, { offset: 3 });
    // A constant, a near-constant and a copied column.
    rows.x.values.fill(7, 1000, 1500);
    for (let i = 0; i < 500; i++) rows.x.values[1500 + i] = 1e9 + (i % 2);
    const theirs = leastSquares(rows.x, rows.y, choice);
    for (const size of [1, 64, 500]) {
      const ours = summed(rows, size).moments(choice);
      expectClose(ours.gram.values, theirs.gram.values, 9);
      expectClose(ours.correlations, theirs.correlations, 8);
      expect(ours.meanSquare).toBeCloseTo(theirs.meanSquare, 10);
      expectClose(ours.scaling.means, theirs.scaling.means, 14);
      expectClose(ours.scaling.scales, theirs.scaling.scales, 9);
      expect(ours.scaling.targetMean).toBeCloseTo(theirs.scaling.targetMean, 12);
      expect(ours.rows).toBe(500);
    }
  });

  test("know a constant, which is nothing where it is centred or scaled, and itself elsewhere", () => {
    const x = { values: Float64Array.of(3, 3, 3, 3, 1, -1, 2, 0), rows: 4, columns: 2 };
    const still: Rows = { x, y: new Float64Array(4).fill(5) };
    const own = (choice: { standardize: boolean; intercept: boolean }) => {
      const { gram, meanSquare, scaling } = summed(still, 2).moments(choice);
      return [gram.values[0], meanSquare, scaling.scales[0]];
    };
    expect(own({ standardize: false, intercept: false })).toEqual([9, 25, 1]);
    // The target is never scaled.
    expect(own({ standardize: true, intercept: false })).toEqual([0, 25, 0]);
    expect(own({ standardize: false, intercept: true })).toEqual([0, 0, 1]);
    expect(own({ standardize: true, intercept: true })).toEqual([0, 0, 0]);
  });

  test("keep ten digits of columns that stand far from zero", () => {
    const random = createRandom(3);
    const noise = Float64Array.from({ length: 4000 }, () => normal(random));
    const near: Rows = { x: { values: noise, rows: 2000, columns: 2 }, y: noise.slice(0, 2000) };
    const far: Rows = { ...near, x: { ...near.x, values: noise.map((value) => Math.fround(value) + 2 ** 24) } };
    const same: Rows = { ...near, x: { ...near.x, values: far.x.values.map((value) => value - 2 ** 24) } };
    const [ours, theirs] = [summed(far, 100).moments(), summed(same, 2000).moments()];
    expectClose(ours.gram.values, theirs.gram.values, 10);
    expectClose(ours.correlations, theirs.correlations, 10);
  });

  test("refuse chunks that do not fit together, naming the argument", () => {
    const sums = momentSums(3);
    sums.add(sampleRows(10, 3));
    expect(() => sums.add(sampleRows(10, 2))).toThrow(/^x: 2 columns/);
    expect(() => sums.add({ ...sampleRows(10, 3), y: new Float64Array(9) })).toThrow(/^y: 9 values/);
    expect(() => sums.add({ ...sampleRows(10, 3), y: new Float64Array(10).fill(Infinity) })).toThrow("y: Infinity in row 10");
    expect(sums.rows).toBe(10);
    expect(() => momentSums(0)).toThrow(/^columns: /);
    expect(() => momentSums(2).moments()).toThrow("x: there are no rows");
  });
});

describe("a path from streamed moments", () => {
  const rows = sampleRows(300, 8);
  const problem = leastSquares(rows.x, rows.y);

  test.each([1, 0.5, 0])("has the certificate that the rows give (ρ = %d)", (l1Ratio) => {
    const path = streamedPath(summed(rows, 70).moments(), { l1Ratio });
    for (const lambda of [path.lambdas[1]!, path.lambdas[50]!, path.lambdas[99]!, 0]) {
      const ours = path.at(lambda);
      const theirs = certificate(problem, ours.standardizedCoefficients, { lambda, l1Ratio });
      expect(Math.abs(ours.objective - theirs.objective)).toBeLessThanOrEqual(1e-12 * problem.meanSquare);
      expect(ours.dualityGap).toBeLessThanOrEqual(1e-12 * problem.meanSquare);
      expect(theirs.dualityGap).toBeLessThanOrEqual(1e-12 * problem.meanSquare);
    }
  });

  test("says how far weights are that are not the solution", () => {
    const path = streamedPath(summed(rows, 70).moments(), { lambdas: [0.3, 0.2] });
    const weights = path.fits[0]!.standardizedCoefficients;
    const spoilt = weights.map((value) => value + 0.01);
    const honest = certificate(problem, spoilt, { lambda: 0.3, l1Ratio: 1 });
    weights.set(spoilt);
    expect(path.fits[0]!.dualityGap).toBeCloseTo(honest.dualityGap, 10);
    expect(honest.dualityGap).toBeGreaterThan(1e-4);
  });

  test("refuses a bad request, naming the argument", () => {
    const moments = summed(rows, 100).moments();
    expect(() => streamedPath(moments, { l1Ratio: 2 })).toThrow(/^l1Ratio: /);
    expect(() => streamedPath(moments, { lambdas: [-1] })).toThrow(/^lambdas: /);
    expect(() => streamedPath(moments).at(NaN)).toThrow(/^lambda: /);
  });
});
