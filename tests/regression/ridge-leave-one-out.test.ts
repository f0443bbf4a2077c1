import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/math/random";
import { fit } from "../../src/regression/regression";
import { ridgeLeaveOneOut } from "../../src/regression/ridge-leave-one-out";
import { leastSquares } from "../../src/regression/standardize";
import { at, autoregressive, matrix, targetOf } from "./support/designs";

const random = createRandom(83);

describe("leave-one-out errors of ridge", () => {
  it.each([
    [25, 6, true],
    [25, 6, false],
    [15, 30, true],
  ] as const)("are those of fitting every row's others anew (%d×%d, intercept %s)", (n, p, intercept) => {
    const x = autoregressive(random, n, p, 0.6);
    const y = targetOf(random, x);
    const lambdas = [5, 0.5, 0.01];
    const ours = ridgeLeaveOneOut({ x, y, lambdas, intercept });
    // The scales of all rows stay, so the features are scaled once; the penalty is nλ in all.
    const { scaling } = leastSquares(x, y, { intercept });
    const scaled = matrix(n, p, (i, j) => at(x, i, j) / scaling.scales[j]!);
    lambdas.forEach((lambda, l) => {
      const errors = Array.from({ length: n }, (_, left) => {
        const others = Array.from({ length: n - 1 }, (_r, i) => (i < left ? i : i + 1));
        const train = matrix(n - 1, p, (i, j) => at(scaled, others[i]!, j));
        const model = fit({ x: train, y: others.map((i) => y[i]!), lambda: (lambda * n) / (n - 1), l1Ratio: 0, standardize: false, intercept });
        return (model.coefficients.reduce((rest, weight, j) => rest - weight * at(scaled, left, j), y[left]!) - (model.intercept as number)) ** 2;
      });
      const mean = errors.reduce((sum, error) => sum + error, 0) / n;
      expect(Math.abs(ours.mean[l]! - mean)).toBeLessThanOrEqual(1e-9 * mean);
      const spread = errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / n;
      expect(Math.abs(ours.standardError[l]! - Math.sqrt(spread / (n - 1)))).toBeLessThanOrEqual(1e-9 * mean);
    });
  });

  it("of one feature and no intercept are y − x·Σxy/(Σx² − xᵢ² + nλ) with the row's own terms taken out", () => {
    const x = matrix(4, 1, (i) => [1, -2, 3, 0.5][i]!);
    const y = [1, -1, 2, 2];
    const expected = [0, 1, 2, 3].map((left) => {
      const others = [0, 1, 2, 3].filter((i) => i !== left);
      const weight = others.reduce((sum, i) => sum + x.values[i]! * y[i]!, 0) / (others.reduce((sum, i) => sum + x.values[i]! ** 2, 0) + 4 * 0.3);
      return (y[left]! - weight * x.values[left]!) ** 2;
    });
    const ours = ridgeLeaveOneOut({ x, y, lambdas: [0.3], intercept: false, standardize: false });
    expect(ours.mean[0]).toBeCloseTo(expected.reduce((sum, error) => sum + error, 0) / 4, 13);
  });
});
