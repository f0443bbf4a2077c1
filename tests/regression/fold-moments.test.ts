import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/math/random";
import { foldMoments, momentsOfSums } from "../../src/regression/fold-moments";
import { type Folds, rowsOf } from "../../src/regression/folds";
import { leastSquares } from "../../src/regression/standardize";
import { toOriginalUnits } from "../../src/regression/original-units";
import type { Matrix } from "../../src/math/matrix";
import { at, autoregressive, matrix, targetOf } from "./support/designs";

const random = createRandom(81);
const [n, p] = [40, 5];
const base = autoregressive(random, n, p, 0.5);
/** Columns far from 0 and of different sizes. */
const x = matrix(n, p, (i, j) => 10 ** j * (50 + at(base, i, j)));
const y = targetOf(random, base).map((value) => 300 + 7 * value);
const folds: Folds = { assignment: Int32Array.from({ length: n }, (_, i) => (i * 7) % 3), count: 3 };

function rowsOfX(rows: readonly number[], from: Matrix = x): Matrix {
  return matrix(rows.length, from.columns, (i, j) => at(from, rows[i]!, j));
}

function expectClose(found: ArrayLike<number>, wanted: ArrayLike<number>, share = 1e-10): void {
  expect(found).toHaveLength(wanted.length);
  const size = Math.max(...Array.from(wanted, Math.abs));
  Array.from(wanted).forEach((value, i) => expect(Math.abs(found[i]! - value)).toBeLessThanOrEqual(share * size));
}

describe.each([true, false])("sums over folds (standardize: %s)", (standardize) => {
  const moments = foldMoments({ x, y, folds, standardize });

  it.each([0, 1, 2])("have the problem of the rows that are not in fold %d", (fold) => {
    const rows = rowsOf(folds, fold, "trained on");
    const expected = leastSquares(rowsOfX(rows), rows.map((i) => y[i]!), { standardize });
    const found = moments.trainedWithout(fold)!;
    expectClose(found.moments.gram.values, expected.gram.values);
    expectClose(found.moments.correlations, expected.correlations);
    expectClose([found.moments.meanSquare], [expected.meanSquare]);
    for (const name of ["means", "scales"] as const) expected.scaling[name].forEach((value, j) => expectClose([found.scaling[name][j]!], [value]));
    expectClose([found.scaling.targetMean, found.scaling.targetScale], [expected.scaling.targetMean, 1]);
  });

  it("have that of all rows where no fold is left out", () => {
    const expected = leastSquares(x, y, { standardize });
    const found = moments.trainedWithout(-1)!;
    expectClose(found.moments.gram.values, expected.gram.values);
    expectClose(found.moments.correlations, expected.correlations);
  });

  it.each([0, 1, 2])("tell the error of the rows in fold %d with any weights, also where some are 0", (fold) => {
    const { scaling } = moments.trainedWithout(fold)!;
    const rows = rowsOf(folds, fold, "held out");
    for (const weights of [Float64Array.of(3, 0, -2, 0.5, 1), new Float64Array(p), Float64Array.of(0, 0, 0, 0, 9)]) {
      const { intercept, coefficients } = toOriginalUnits(weights, scaling);
      const errors = rows.map((i) => (y[i]! - coefficients.reduce((sum, weight, j) => sum + weight * at(x, i, j), intercept)) ** 2);
      expectClose([moments.heldOutError(fold, weights, scaling)!], [errors.reduce((sum, value) => sum + value, 0) / rows.length]);
    }
  });
});

describe("sums over folds that have too few digits", () => {
  /** Column 1 varies in fold 0 alone; the target is what column 0 says. */
  const lone = matrix(30, 2, (i, j) => (j === 0 ? i : i % 3 === 0 ? i : 4));
  const exact = Float64Array.from({ length: 30 }, (_, i) => 2 * i + 1);
  const thirds: Folds = { assignment: Int32Array.from({ length: 30 }, (_, i) => i % 3), count: 3 };
  const sums = () => {
    // [1, x, y] less the means of all rows.
    const means = [0, 1].map((j) => Array.from({ length: 30 }, (_, i) => at(lone, i, j)).reduce((sum, value) => sum + value, 0) / 30);
    const targetMean = exact.reduce((sum, value) => sum + value, 0) / 30;
    const row = (i: number) => [1, at(lone, i, 0) - means[0]!, at(lone, i, 1) - means[1]!, exact[i]! - targetMean];
    const ofFold = (fold: number) => Float64Array.from({ length: 16 }, (_, a) => rowsOf(thirds, fold, "held out").reduce((sum, i) => sum + row(i)[Math.floor(a / 4)]! * row(i)[a % 4]!, 0));
    return { sums: [0, 1, 2].map(ofFold), means: Float64Array.from(means), targetMean };
  };

  it("say so where rows can be asked: of a column's variation, of an error", () => {
    const moments = foldMoments({ x: lone, y: exact, folds: thirds, standardize: true });
    expect(moments.trainedWithout(0)).toBeUndefined();
    const { scaling } = moments.trainedWithout(1)!;
    expect(moments.heldOutError(1, Float64Array.of(2 * scaling.scales[0]!, 0), scaling)).toBeUndefined();
    expect(moments.heldOutError(1, Float64Array.of(scaling.scales[0]!, 0), scaling)).toBeGreaterThan(1);
  });

  it.each([true, false])("count as 0 where the rows are gone (standardize: %s)", (standardize) => {
    const moments = momentsOfSums(sums(), { standardize, rowsAreGone: true });
    const { scaling, moments: known } = moments.trainedWithout(0)!;
    expect(scaling.scales[1]).toBe(0);
    if (standardize) expect(known.gram.values[0]).toBeCloseTo(1, 12);
    else expect(scaling.scales[0]).toBe(1);
    expect([known.gram.values[1], known.gram.values[2], known.gram.values[3], known.correlations[1]].map(Math.abs as (value: number | undefined) => number)).toEqual([0, 0, 0, 0]);
    const other = moments.trainedWithout(1)!.scaling;
    expect(moments.heldOutError(1, Float64Array.of(2 * other.scales[0]!, 0), other)).toBe(0);
  });
});
