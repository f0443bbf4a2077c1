import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/math/random";
import { gradientOf, meanResiduals } from "../../src/regression/dual-gap";
import { newtonProblem } from "../../src/regression/newton-problem";
import { emptyState } from "../../src/regression/newton-state";
import { checkProblem } from "../../src/regression/problem";
import { createSmoothNewton } from "../../src/regression/smooth-newton";
import { classesOf } from "./support/classes";
import { counted } from "./support/counted";
import { at, autoregressive, matrix } from "./support/designs";

interface Drawn {
  readonly loss: "logistic" | "softmax";
  readonly n: number;
  readonly p: number;
  readonly intercept: boolean;
}

/** Columns that correlate, the last of them constant. */
function drawn({ loss, n, p, intercept }: Drawn) {
  const random = createRandom(211);
  const base = autoregressive(random, n, p, 0.7);
  const x = matrix(n, p, (i, j) => (j === p - 1 ? 2 : at(base, i, j) * (1 + j % 3)));
  const y = classesOf(random, base, loss === "softmax" ? 4 : 2, 1);
  const { problem, passes } = counted(newtonProblem(checkProblem({ x, y, loss, intercept, standardize: false })).problem);
  const state = emptyState(problem);
  return { problem, passes, state, weights: problem.loss.blocks * p, newton: createSmoothNewton(problem, state) };
}

const lambdas = [1, 0.1, 0.01, 1e-3];
const designs = [
  { loss: "logistic", n: 80, p: 12, intercept: true, evaluations: 56, columns: 1900 },
  { loss: "softmax", n: 80, p: 8, intercept: true, evaluations: 256, columns: 7476 },
  { loss: "softmax", n: 80, p: 8, intercept: false, evaluations: 72, columns: 6432 },
] as const;

describe.each(designs)("$loss, $n×$p, an intercept: $intercept, under L2 alone", ({ evaluations, columns, ...wanted }) => {
  it("ends where every slope is that of the penalty, with the gap that was asked for", () => {
    const { problem, state, weights, newton } = drawn(wanted);
    for (const l2 of lambdas) {
      const { dualityGap } = newton({ l1: 0, l2 }, { tolerance: 1e-12, lastL1: 0 });
      expect(dualityGap).toBeLessThanOrEqual(1e-12 * problem.loss.scale);
      const slopes = new Float64Array(weights);
      gradientOf(problem, state.point.residuals, slopes);
      slopes.forEach((slope, place) => expect(Math.abs(slope - l2 * state.values[place]!)).toBeLessThanOrEqual(2e-6));
      // A constant column has nothing to say beside an intercept.
      if (wanted.intercept) for (let place = wanted.p - 1; place < weights; place += wanted.p) expect(Math.abs(state.values[place]!)).toBeLessThanOrEqual(1e-6);
      for (const mean of meanResiduals(problem.loss, state.point.residuals)) if (wanted.intercept) expect(Math.abs(mean)).toBeLessThanOrEqual(2e-6);
      if (!wanted.intercept) expect(state.values.subarray(weights).every((value) => value === 0)).toBe(true);
    }
  });

  it("takes no more passes over the data than are known to do", () => {
    const { passes, newton } = drawn(wanted);
    for (const l2 of lambdas) newton({ l1: 0, l2 }, { tolerance: 1e-9, lastL1: 0 });
    expect(passes.evaluations).toBeLessThanOrEqual(Math.ceil(1.03 * evaluations));
    expect(passes.columns).toBeLessThanOrEqual(Math.ceil(1.03 * columns));
  });

  it("where it stands already takes no step", () => {
    const { newton, state, problem } = drawn(wanted);
    newton({ l1: 0, l2: 0.1 }, { tolerance: 1e-9, lastL1: 0 });
    const stood = state.values.slice();
    const { steps, dualityGap, lastStep } = newton({ l1: 0, l2: 0.1 }, { tolerance: 1e-9, lastL1: 0 });
    expect([steps, lastStep.every((value) => value === 0)]).toEqual([0, true]);
    expect(dualityGap).toBeLessThanOrEqual(1e-9 * problem.loss.scale);
    expect(state.values).toEqual(stood);
  });
});
