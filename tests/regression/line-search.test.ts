import { describe, expect, it } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import { createLineSearch, type Step } from "../../src/regression/line-search";
import { newtonProblem } from "../../src/regression/newton-problem";
import { emptyState, type NewtonState, penaltyOf, stateAt, type Strength } from "../../src/regression/newton-state";
import { checkProblem } from "../../src/regression/problem";
import { classesOf } from "./support/classes";
import { autoregressive } from "./support/designs";

const random = createRandom(131);
const [n, p] = [40, 4];
const x = autoregressive(random, n, p, 0.4);
const y = classesOf(random, x, 3, 1);
const { problem } = newtonProblem(checkProblem({ x, y, loss: "softmax" }));
const weights = 3 * p;
const none: Strength = { l1: 0, l2: 0 };

function copy(state: NewtonState): NewtonState {
  return stateAt(problem, state.values.slice());
}

/** Along minus the slopes of the loss, so long that the loss would fall by `promised` if it were a plane. */
function downhill(state: NewtonState, length: number, members = Array.from({ length: weights + 3 }, (_, at) => at)): Step {
  const change = new Float64Array(weights + 3);
  let promised = 0;
  for (const at of members) {
    const [k, column] = at < weights ? [Math.floor(at / p), problem.design.columns[at % p]!] : [at - weights, null];
    const slope = state.point.residuals.subarray(k * n, (k + 1) * n).reduce((sum, value, i) => sum + value * (column?.[i] ?? 1), 0) / n;
    change[at] = length * slope;
    promised += length * slope * slope;
  }
  return { members, change, target: state.values.map((value, at) => value + change[at]!), promised };
}

function start(): NewtonState {
  return stateAt(problem, Float64Array.from({ length: weights + 3 }, () => 0.3 * normal(random)));
}

describe("a step", () => {
  it("that gains what is promised is taken whole: values are its target, scores and loss belong to them", () => {
    const state = stateAt(problem, start().values.map((value, at) => (at === 5 ? 1e-4 : value)));
    const step = downhill(state, 0.5, [0, 2, 5, 7, weights + 1]);
    // A target that is exactly 0 stays so, whatever adding the change would round to.
    step.target[5] = 0;
    step.change[5] = -state.values[5]!;
    const expected = copy({ ...state, values: step.target });
    expect(createLineSearch(problem, state)({ ...step, promised: 1e-9 }, none)).toBe("full");
    expect(state.values).toEqual(step.target);
    expect(state.values[5]).toBe(0);
    state.scores.forEach((score, i) => expect(Math.abs(score - expected.scores[i]!)).toBeLessThanOrEqual(1e-13));
    expect(state.point.value).toBeCloseTo(expected.point.value, 13);
    state.point.residuals.forEach((value, i) => expect(Math.abs(value - expected.point.residuals[i]!)).toBeLessThanOrEqual(1e-13));
  });

  it("that is too long is halved until the loss falls enough", () => {
    const state = start();
    const before = copy(state);
    const step = downhill(state, 300);
    expect(createLineSearch(problem, state)(step, none)).toBe("part");
    expect(state.point.value).toBeLessThan(before.point.value);
    const moved = state.values.map((value, at) => (value - before.values[at]!) / step.change[at]!);
    const length = moved[0]!;
    expect(Math.abs(Math.log2(length) - Math.round(Math.log2(length)))).toBeLessThanOrEqual(1e-9);
    expect(length).toBeLessThan(1);
    moved.forEach((share) => expect(share).toBeCloseTo(length, 10));
    expect(before.point.value - state.point.value).toBeGreaterThanOrEqual(1e-4 * length * step.promised - 1e-13);
    // Twice as long would not have done.
    const twice = copy({ ...before, values: before.values.map((value, at) => value + 2 * length * step.change[at]!) });
    expect(before.point.value - twice.point.value).toBeLessThan(1e-4 * 2 * length * step.promised);
    state.scores.forEach((score, i) => expect(Math.abs(score - copy(state).scores[i]!)).toBeLessThanOrEqual(1e-12));
  });

  it("uphill is not taken, and nothing has moved", () => {
    const state = start();
    const before = copy(state);
    const down = downhill(state, 1);
    const up: Step = { ...down, change: down.change.map((value) => -value), target: state.values.map((value, at) => value - down.change[at]!) };
    expect(createLineSearch(problem, state)(up, none)).toBe("none");
    expect(state).toEqual(before);
  });

  it("pays for the penalty: of weights, not of intercepts", () => {
    const state = emptyState(problem);
    const weightsAlone = downhill(state, 0.1, Array.from({ length: weights }, (_, at) => at));
    for (const strength of [{ l1: 10, l2: 0 }, { l1: 0, l2: 1e4 }]) {
      const tried = copy(state);
      const result = createLineSearch(problem, tried)(weightsAlone, strength);
      const objective = (one: NewtonState) => one.point.value + penaltyOf(one.values, weights, strength);
      expect(objective(tried)).toBeLessThanOrEqual(objective(state));
      expect(result).toBe(strength.l1 > 0 ? "none" : "part");
    }
    const shifted = stateAt(problem, state.values.map((value, at) => (at === weights ? value + 1 : value)));
    expect(createLineSearch(problem, shifted)({ ...downhill(shifted, 1, [weights]), promised: 1e-9 }, { l1: 10, l2: 10 })).toBe("full");
  });

  it("that moves nothing but rounding is taken: nobody can tell", () => {
    const state = start();
    const change = new Float64Array(weights + 3).fill(1e-18);
    expect(createLineSearch(problem, state)({ members: [0, 1], change, target: state.values.slice(), promised: 1e-17 }, none)).toBe("full");
  });
});
