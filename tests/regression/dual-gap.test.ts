import { describe, expect, it } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import { dualGap, freeBlocks, gradientOf, meanResiduals, scaledDualGap, withBalancedIntercepts } from "../../src/regression/dual-gap";
import { newtonProblem } from "../../src/regression/newton-problem";
import { stateAt } from "../../src/regression/newton-state";
import { checkProblem } from "../../src/regression/problem";
import { fit } from "../../src/regression/regression";
import { classesOf } from "./support/classes";
import { counted } from "./support/counted";
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

describe.each(["logistic", "softmax"] as const)("what the dual of the %s loss is made of", (loss) => {
  const { problem } = newtonProblem(checkProblem({ x, y: targets[loss], loss }));
  const { blocks, rows: n } = problem.loss;
  const weights = 5 * blocks;
  const anyState = (size: number) => stateAt(problem, Float64Array.from({ length: weights + blocks }, () => size * normal(random)));

  it("minus the slopes, and the mean residuals of each block", () => {
    const { point } = anyState(0.5);
    const out = new Float64Array(weights).fill(9);
    gradientOf(problem, point.residuals, out);
    for (let at = 0; at < weights; at++) {
      const [k, column] = [Math.floor(at / 5), problem.design.columns[at % 5]!];
      expect(out[at]).toBeCloseTo(column.reduce((sum, value, i) => sum + value * point.residuals[k * n + i]!, 0) / n, 13);
    }
    meanResiduals(problem.loss, point.residuals).forEach((mean, k) => expect(mean).toBeCloseTo(point.residuals.subarray(k * n, (k + 1) * n).reduce((sum, value) => sum + value, 0) / n, 13));
  });

  it.each([{ l1: 0.02, l2: 0 }, { l1: 0.02, l2: 0.05 }, { l1: 0, l2: 0.05 }, { l1: 3, l2: 0 }])("the best of what residuals say whole, and shrunk until they are feasible, less what the intercepts owe ($l1, $l2)", ({ l1, l2 }) => {
    for (let draw = 0; draw < 10; draw++) {
      const state = anyState(0.3);
      const gradient = new Float64Array(weights);
      gradientOf(problem, state.point.residuals, gradient);
      const found = scaledDualGap(problem, state, { gradient, l1, l2 });
      const own = state.values.subarray(0, weights);
      const penalty = own.reduce((sum, value) => sum + l1 * Math.abs(value) + (l2 / 2) * value * value, 0);
      expect(found.objective).toBeCloseTo(state.point.value + penalty, 13);
      const owed = meanResiduals(problem.loss, state.point.residuals).reduce((sum, mean, k) => sum + Math.abs(mean) * (1 + Math.abs(state.values[weights + k]!)), 0);
      expect(found.imbalance).toBeCloseTo(owed, 13);
      const steepest = Math.max(...gradient.map((value, at) => Math.abs(value - l2 * own[at]!)));
      const shares = [Math.min(1, l1 / steepest), ...(l2 > 0 ? [1] : [])].filter((share) => share > 0);
      const dual = (share: number) => problem.loss.dualValue(state.scores, state.point, share) - (l2 > 0 ? gradient.reduce((sum, value) => sum + Math.max(0, Math.abs(share * value) - l1) ** 2, 0) / (2 * l2) : 0);
      const bound = Math.max(...shares.map(dual)) - owed;
      expect(found.dualityGap).toBeCloseTo(Math.max(0, found.objective - Math.max(0, bound)), 12);
    }
  });

  it("intercepts at their best for the weights as they are, found from anywhere near", () => {
    const state = anyState(0.5);
    const before = state.values.slice();
    const balanced = withBalancedIntercepts(problem, state);
    expect(state.values).toEqual(before);
    expect(balanced.values.subarray(0, weights)).toEqual(before.subarray(0, weights));
    meanResiduals(problem.loss, balanced.point.residuals).forEach((mean) => expect(Math.abs(mean)).toBeLessThanOrEqual(1e-15));
    expect(balanced.point.value).toBeLessThan(state.point.value);
    const anew = stateAt(problem, balanced.values);
    balanced.scores.forEach((score, i) => expect(Math.abs(score - anew.scores[i]!)).toBeLessThanOrEqual(1e-12));
  });

  it("intercepts that are at their best already, which take no step", () => {
    const watched = counted(problem);
    const balanced = withBalancedIntercepts(problem, anyState(0.5));
    const again = withBalancedIntercepts(watched.problem, balanced);
    expect(again.values).toEqual(balanced.values);
    expect(watched.passes).toEqual({ evaluations: 0, curvatures: 0, columns: 0 });
    // From afar three or four steps do.
    withBalancedIntercepts(watched.problem, anyState(0.5));
    expect(watched.passes.evaluations).toBeLessThanOrEqual(6 * blocks);
  });

  it("a loss that is next to nothing is its own gap", () => {
    // Scores of hundreds, each on its own class's side.
    const { rows: count } = problem.loss;
    const state = anyState(0.1);
    for (let i = 0; i < count; i++) for (let k = 0; k < blocks; k++) state.scores[k * count + i] = (blocks === 1 ? targets.logistic[i] === 1 : targets.softmax[i] === k) ? 30 : -30;
    problem.loss.evaluate(state.scores, state.point);
    const { objective, dualityGap } = dualGap(problem, state, { l1: 0, l2: 0 });
    expect(objective).toBeGreaterThan(0);
    expect(objective).toBeLessThan(1e-10);
    expect(dualityGap).toBe(objective);
  });

  it("a gap without a penalty that is near the true one where the optimum is near", () => {
    const optimum = fit({ x, y: targets[loss], loss, lambda: 0, tolerance: 1e-13 });
    for (const size of [1e-2, 1e-3]) {
      const values = new Float64Array(weights + blocks);
      values.set(optimum.standardizedCoefficients);
      const { loss: own } = problem;
      values.set(own.emptyIntercepts, weights);
      const near = withBalancedIntercepts(problem, stateAt(problem, values));
      const state = stateAt(problem, near.values.map((value) => value + size * normal(random)));
      const { objective, dualityGap } = dualGap(problem, state, { l1: 0, l2: 0 });
      expect(objective).toBe(state.point.value);
      expect(dualityGap).toBeGreaterThanOrEqual(objective - optimum.objective - 1e-12);
      expect(dualityGap).toBeLessThanOrEqual(1.5 * (objective - optimum.objective) + 1e-9);
    }
  });

  it("free blocks: all but one of several, which may be moved together without effect", () => {
    expect(freeBlocks(problem.loss)).toBe(loss === "logistic" ? 1 : 2);
  });
});
