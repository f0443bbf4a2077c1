import { describe, expect, it } from "vitest";
import { gapOf, holdOf, slopesOf } from "../../../src/demo/views/slopes";
import { penaltyNames } from "../../../src/demo/spec/values";
import { fitOf, modelOf } from "../model-of";

const model = modelOf("penalties: [none, l1, l2, elastic-net]\nmix: 0.4");
const problem = model.problem ?? (() => { throw new Error("no rows"); })();
const lambdas = [0.02, 0.1, 0.2, 0.5, 0.8, 1.3];

describe("the slope of the loss in a weight", () => {
  it("is (2/n)xᵀr, computed from the rows", () => {
    const weights = fitOf(model, "l2").weightsAt(0.3);
    const { x, y } = problem;
    const residual = y.map((value, i) => value - weights.reduce((sum, w, j) => sum + w * (x.values[j * x.rows + i] ?? 0), 0));
    slopesOf(problem, weights).forEach((slope, j) => {
      const sum = residual.reduce((total, value, i) => total + value * (x.values[j * x.rows + i] ?? 0), 0);
      expect(slope).toBeCloseTo((2 * sum) / x.rows, 12);
    });
  });

  it.each(penaltyNames)("with %s is held exactly for a kept weight, and within the bound for a zero", (penalty) => {
    for (const lambda of lambdas) {
      const weights = fitOf(model, penalty).weightsAt(lambda);
      slopesOf(problem, weights).forEach((slope, j) => {
        const weight = weights[j] ?? 0;
        const { bound, ridge } = holdOf({ penalty, lambda, mix: 0.4 }, weight);
        if (weight === 0) expect(Math.abs(slope)).toBeLessThanOrEqual(bound + 1e-12);
        else {
          expect(Math.abs(slope)).toBeCloseTo(bound + ridge, 11);
          // Outwards, away from 0; without a penalty there is no slope to have a sign.
          if (penalty !== "none") expect(Math.sign(slope)).toBe(Math.sign(weight));
        }
      });
    }
  });
});

describe("the gap in the note's scale", () => {
  it.each(penaltyNames)("of %s is rounding, beside MSE + λ·penalty", (penalty) => {
    const fit = fitOf(model, penalty);
    for (const lambda of lambdas) {
      const weights = fit.weightsAt(lambda);
      const { objective, gap, violation } = gapOf(problem, weights, { penalty, lambda, mix: 0.4 });
      expect(objective).toBeCloseTo(model.trainingError(weights) + lambda * fit.penaltyOf(weights), 12);
      expect(gap).toBeLessThan(1e-12);
      expect(violation).toBeLessThan(1e-12);
    }
  });

  it.each(["l1", "l2", "elastic-net"] as const)("of weights that are not %s’s optimum is at least what is lost", (penalty) => {
    const fit = fitOf(model, penalty);
    const objectiveAt = (weights: Float64Array) => model.trainingError(weights) + 0.2 * fit.penaltyOf(weights);
    const best = fit.weightsAt(0.2);
    const other = best.map((weight) => weight * 0.9 + 0.01);
    const { gap } = gapOf(problem, other, { penalty, lambda: 0.2, mix: 0.4 });
    expect(gap).toBeGreaterThanOrEqual(objectiveAt(other) - objectiveAt(best) - 1e-12);
    expect(gap).toBeGreaterThan(1e-4);
  });
});
