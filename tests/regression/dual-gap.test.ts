import { describe, expect, it } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import { dualGap } from "../../src/regression/dual-gap";
import { newtonProblem } from "../../src/regression/newton-problem";
import { stateAt } from "../../src/regression/newton-state";
import { checkProblem } from "../../src/regression/problem";
import { fit } from "../../src/regression/regression";
import { classesOf } from "./support/classes";
import { autoregressive } from "./support/designs";

const random = createRandom(61);
const x = autoregressive(random, 40, 5, 0.5);
const labels = classesOf(random, x, 3, 2);
const targets = { squared: labels, logistic: labels.map((label) => Math.min(1, label)), softmax: labels };
const strengths = [1, 0.6, 0].flatMap((l1Ratio) => [0, 0.01, 0.1].map((lambda) => ({ l1Ratio, lambda })));

describe.each(["squared", "logistic", "softmax"] as const)("the duality gap of the %s loss", (loss) => {
  const y = targets[loss];
  const { problem } = newtonProblem(checkProblem({ x, y, loss }));

  it.each(strengths)("bounds how far any values are from the optimum (ρ = $l1Ratio, λ = $lambda)", ({ l1Ratio, lambda }) => {
    const optimum = fit({ x, y, loss, l1Ratio, lambda, tolerance: 1e-13 });
    const strength = { l1: lambda * l1Ratio, l2: lambda * (1 - l1Ratio) };
    const length = problem.loss.blocks * 6;
    for (let draw = 0; draw < 40; draw++) {
      const values = Float64Array.from({ length }, () => (problem.intercept || draw > 0 ? normal(random) : 0) * 10 ** (-3 * random()));
      if (!problem.intercept) values[length - 1] = 0;
      const { objective, dualityGap } = dualGap(problem, stateAt(problem, values), strength);
      expect(dualityGap).toBeGreaterThanOrEqual(objective - optimum.objective - 1e-11);
    }
  });

  it.each(strengths.filter(({ lambda }) => lambda > 0))("vanishes at the optimum and nowhere near it (ρ = $l1Ratio, λ = $lambda)", ({ l1Ratio, lambda }) => {
    const best = fit({ x, y, loss, l1Ratio, lambda, tolerance: 1e-13 });
    expect(best.dualityGap).toBeLessThanOrEqual(1e-12);
    const wrong = new Float64Array(problem.loss.blocks * 6);
    wrong.set(best.standardizedCoefficients);
    wrong[0]! += 0.3;
    expect(dualGap(problem, stateAt(problem, wrong), { l1: lambda * l1Ratio, l2: lambda * (1 - l1Ratio) }).dualityGap).toBeGreaterThan(1e-4);
  });
});
