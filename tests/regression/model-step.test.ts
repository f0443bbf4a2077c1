import { describe, expect, it } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import { createCurvature } from "../../src/regression/curvature";
import { createModel } from "../../src/regression/model-step";
import { newtonProblem } from "../../src/regression/newton-problem";
import { emptyState, penaltyOf, scoresOf, stateAt, type Strength } from "../../src/regression/newton-state";
import { checkProblem } from "../../src/regression/problem";
import { classesOf } from "./support/classes";
import { at, autoregressive } from "./support/designs";

const random = createRandom(161);
const [n, p, blocks] = [40, 4, 3];
const x = autoregressive(random, n, p, 0.4);
const { problem } = newtonProblem(checkProblem({ x, y: classesOf(random, x, blocks, 1), loss: "softmax" }));
const weights = blocks * p;
const size = weights + blocks;

/** By coordinate, as `Coordinates` numbers them. */
function gradientOf(residuals: Float64Array): Float64Array {
  return Float64Array.from({ length: size }, (_, coordinate) => {
    const block = coordinate < weights ? Math.floor(coordinate / p) : coordinate - weights;
    const own = coordinate < weights ? problem.design.columns[coordinate % p] : undefined;
    return residuals.subarray(block * n, (block + 1) * n).reduce((sum, value, i) => sum + value * (own?.[i] ?? 1), 0) / n;
  });
}

describe("a point with what is known there", () => {
  it("has the scores of its values, and the loss of its scores", () => {
    const values = Float64Array.from({ length: size }, (_, k) => (k % 3 === 0 ? 0 : normal(random)));
    const state = stateAt(problem, values);
    for (let k = 0; k < blocks; k++) for (let i = 0; i < n; i++) {
      const score = values[weights + k]! + Array.from({ length: p }, (_, j) => values[k * p + j]! * at(problem.design.x, i, j)).reduce((sum, value) => sum + value, 0);
      expect(state.scores[k * n + i]).toBeCloseTo(score, 12);
    }
    expect(Array.from(scoresOf(problem, values))).toEqual(Array.from(state.scores));
    expect(state.values).toBe(values);
    const point = { value: NaN, residuals: new Float64Array(n * blocks) };
    problem.loss.evaluate(state.scores, point);
    expect(state.point).toEqual(point);
  });

  it("without features has the best intercepts, or none where none is wanted", () => {
    const empty = emptyState(problem);
    expect(Array.from(empty.values.subarray(0, weights))).toEqual(new Array(weights).fill(0));
    expect(Array.from(empty.values.subarray(weights))).toEqual(Array.from(problem.loss.emptyIntercepts));
    gradientOf(empty.point.residuals).subarray(weights).forEach((slope) => expect(Math.abs(slope)).toBeLessThanOrEqual(1e-15));
    expect(Array.from(emptyState({ ...problem, intercept: false }).values)).toEqual(new Array(size).fill(0));
  });

  it("pays for the weights, not for the intercepts", () => {
    expect(penaltyOf(Float64Array.of(1, -2, 0, 100), 3, { l1: 0.5, l2: 0.1 })).toBeCloseTo(0.5 * 3 + 0.05 * 5, 15);
    expect(penaltyOf(Float64Array.of(1, -2), 0, { l1: 1, l2: 1 })).toBe(0);
  });
});

describe.each<Strength>([{ l1: 0.02, l2: 0 }, { l1: 0, l2: 0.3 }, { l1: 0.05, l2: 0.1 }])("a step to the minimum of the quadratic model under %o", (strength) => {
  const members = Array.from({ length: size }, (_, k) => k).filter((k) => k % 5 !== 2);

  /** The model at `to`: slope, curvature and penalty, less what they are at the start. */
  function model(state: ReturnType<typeof stateAt>, curvature: ReturnType<typeof createCurvature>, gradient: Float64Array, to: Float64Array): number {
    const change = curvature.members.map((at) => to[at]! - state.values[at]!);
    const slope = curvature.members.reduce((sum, at, row) => sum - gradient[at]! * change[row]!, 0);
    const bend = change.reduce((sum, own, row) => sum + change.reduce((all, other, column) => all + own * other * curvature.values[row * curvature.stride + column]!, 0), 0);
    return slope + bend / 2 + penaltyOf(to, weights, strength) - penaltyOf(state.values, weights, strength);
  }

  it("is lower than any step near it, moves its members alone, and promises half of what the slopes say", () => {
    const state = stateAt(problem, Float64Array.from({ length: size }, (_, k) => (k % 4 === 1 ? 0 : 0.3 * normal(random))));
    const curvature = createCurvature({ loss: problem.loss, columns: problem.design.columns, store: problem.store });
    curvature.refresh(state.point.residuals, members);
    const gradient = gradientOf(state.point.residuals);
    const step = createModel(curvature, state, { gradient, weights })(strength);
    expect([...step.members].sort((a, b) => a - b)).toEqual(members);
    const to = state.values.slice();
    for (const at of step.members) {
      expect(step.change[at]).toBeCloseTo(step.target[at]! - state.values[at]!, 15);
      to[at] = step.target[at]!;
    }
    for (let at = 0; at < size; at++) if (!members.includes(at)) expect(step.change[at]).toBe(0);
    const best = model(state, curvature, gradient, to);
    expect(best).toBeLessThan(0);
    for (const at of members) for (const by of [1e-3, -1e-3, 0.1, -0.1]) {
      const other = to.slice();
      other[at]! += by;
      expect(model(state, curvature, gradient, other)).toBeGreaterThanOrEqual(best - 1e-12);
    }
    const slopes = members.reduce((sum, at) => sum + gradient[at]! * step.change[at]!, 0) - penaltyOf(to, weights, strength) + penaltyOf(state.values, weights, strength);
    expect(step.promised).toBeCloseTo(slopes / 2, 13);
    // What the model gains is no less than that.
    expect(-best).toBeGreaterThanOrEqual(step.promised - 1e-12);
  });
});
