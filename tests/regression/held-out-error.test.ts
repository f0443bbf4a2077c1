import { describe, expect, it } from "vitest";
import { meanError, withRows } from "../../src/regression/held-out-error";
import { checkProblem } from "../../src/regression/problem";
import { validationCurve } from "../../src/regression/validation-curve";
import { matrix } from "./support/designs";

const x = matrix(3, 2, (i, j) => [[1, 2, -1], [0, 3, 4]][j]![i]!);

describe("the error of rows by a model", () => {
  it("is the mean of the squares for numbers", () => {
    const checked = checkProblem({ x, y: [1, 2, 3] });
    // Scores 0.5 + 2·x₀ − x₁: 2.5, 1.5, −5.5.
    expect(meanError(checked, { intercept: 0.5, coefficients: Float64Array.of(2, -1) })).toBeCloseTo((1.5 ** 2 + 0.5 ** 2 + 8.5 ** 2) / 3, 14);
    expect(meanError(checked, { intercept: 2, coefficients: new Float64Array(2) })).toBeCloseTo((1 + 0 + 1) / 3, 14);
  });

  it("is the mean of −ln of the probability of each row's class", () => {
    const two = checkProblem({ x, y: [1, 0, 1], loss: "logistic" });
    const scores = [2.5, 1.5, -5.5];
    const losses = [Math.log1p(Math.exp(-scores[0]!)), Math.log1p(Math.exp(scores[1]!)), Math.log1p(Math.exp(-scores[2]!))];
    expect(meanError(two, { intercept: 0.5, coefficients: Float64Array.of(2, -1) })).toBeCloseTo(losses.reduce((sum, value) => sum + value, 0) / 3, 14);

    const three = checkProblem({ x, y: [2, 0, 1], loss: "softmax" });
    const [intercept, coefficients] = [Float64Array.of(0.1, 0.2, -0.3), Float64Array.of(1, 0, -1, 2, 0, 0.5)];
    const byClass = [0, 1, 2].map((i) => [0, 1, 2].map((k) => intercept[k]! + coefficients[2 * k]! * x.values[i]! + coefficients[2 * k + 1]! * x.values[3 + i]!));
    const expected = byClass.map((row, i) => Math.log(row.reduce((sum, value) => sum + Math.exp(value), 0)) - row[[2, 0, 1][i]!]!);
    expect(meanError(three, { intercept, coefficients })).toBeCloseTo(expected.reduce((sum, value) => sum + value, 0) / 3, 14);
  });

  it("is that of some rows, in their order, when only these are taken", () => {
    const checked = checkProblem({ x, y: [1, 2, 3] });
    const some = withRows(checked, [2, 0]);
    expect([some.x.rows, some.x.columns, Array.from(some.x.values), Array.from(some.y)]).toEqual([2, 2, [-1, 1, 4, 0], [3, 1]]);
    expect(some.loss).toBe("squared");
    expect(meanError(some, { intercept: 0.5, coefficients: Float64Array.of(2, -1) })).toBeCloseTo((8.5 ** 2 + 1.5 ** 2) / 2, 14);
  });
});

describe("a curve of held-out errors", () => {
  // Folds of 2, 1 and 1 rows: shares ½, ¼, ¼.
  const errors = [Float64Array.of(4, 2, 1, 3), Float64Array.of(4, 4, 1.5, 1), Float64Array.of(8, 3, 2.5, 1)];
  const curve = validationCurve(Float64Array.of(8, 4, 2, 1), errors, [2, 1, 1]);

  it("weighs folds by their rows", () => {
    curve.mean.forEach((mean, l) => expect(mean).toBeCloseTo([5, 2.75, 1.5, 2][l]!, 14));
    const spread = (l: number) => Math.sqrt(errors.reduce((sum, error, fold) => sum + [0.5, 0.25, 0.25][fold]! * (error[l]! - curve.mean[l]!) ** 2, 0) / 2);
    curve.standardError.forEach((error, l) => expect(error).toBeCloseTo(spread(l), 14));
    expect(curve.folds.map(({ share }) => share)).toEqual([0.5, 0.25, 0.25]);
    expect(curve.folds.map((fold) => Array.from(fold.errors))).toEqual(errors.map((error) => Array.from(error)));
  });

  it("is best where its mean is smallest, at the largest such λ, and as good as best within one standard error of that", () => {
    expect(curve.best).toBe(2);
    // 1.5 + √(0.375/2) = 1.93: only λ = 2 itself.
    expect(curve.oneStandardError).toBe(2);
    const wide = validationCurve(Float64Array.of(8, 4, 2, 1), [Float64Array.of(9, 3, 1, 1), Float64Array.of(9, 2, 3, 3)], [1, 1]);
    expect(wide.best).toBe(2);
    // 2 + 1: λ = 4, whose mean is 2.5, is within.
    expect(wide.oneStandardError).toBe(4);
    const at = validationCurve(Float64Array.of(2, 1), [Float64Array.of(3, 1), Float64Array.of(3, 3)], [1, 1]);
    expect([at.best, at.oneStandardError]).toEqual([1, 2]);
  });
});
