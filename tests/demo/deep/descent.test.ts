import { describe, expect, it, test } from "vitest";
import { descend, descentMethods, objectiveOf } from "../../../src/demo/deep/descent";
import { descentProblem } from "../../../src/demo/deep/descent-problem";
import { unequalGradients } from "../../../src/demo/deep/unequal-gradients";

const starts = { 1: [0.9], 2: [0.9, -0.5] } as const;
const run = (weights: 1 | 2, method: (typeof descentMethods)[number], lambda: number, { rate = 0.1, steps = 400 } = {}) => {
  const { problem, exact } = descentProblem(weights);
  const trail = descend(method, { moments: problem, lambda, rate, start: starts[weights], steps });
  return { trail, end: trail.at(-1) ?? [], exact: exact(method, lambda), problem };
};

describe.each([1, 2] as const)("with %i weight(s)", (weights) => {
  it.each(["proximal", "coordinate", "l2"] as const)("%s comes to the engine's optimum at every λ", (method) => {
    for (const lambda of [0, 0.3, 0.8, 1.2, 2, 3]) {
      const { end, exact } = run(weights, method, lambda);
      end.forEach((weight, j) => expect(weight).toBeCloseTo(exact[j] ?? NaN, 10));
    }
  });

  test("proximal steps and coordinate descent land on the engine's zeros exactly, L2 has none", () => {
    for (const method of ["proximal", "coordinate"] as const) {
      const { end, exact } = run(weights, method, 1.2);
      expect(exact[0]).toBe(0);
      expect(end[0]).toBe(0);
    }
    expect(run(weights, "l2", 1.2).end.every((weight) => weight !== 0)).toBe(true);
  });

  test("subgradient steps change sides of 0 for ever and never land", () => {
    const { trail } = run(weights, "subgradient", 2);
    const late = trail.slice(200).map(([weight = NaN]) => weight);
    expect(late.some((weight) => weight > 0.01)).toBe(true);
    expect(late.some((weight) => weight < -0.001)).toBe(true);
    expect(late.every((weight) => weight !== 0)).toBe(true);
  });

  it.each(descentMethods)("the objective of %s is smallest at the engine's optimum", (method) => {
    const { problem, exact } = run(weights, method, 0.8);
    const least = objectiveOf(method, problem, 0.8, exact);
    for (const shift of [-0.1, -1e-3, 1e-3, 0.1]) for (let j = 0; j < weights; j += 1) {
      expect(objectiveOf(method, problem, 0.8, exact.map((weight, k) => weight + (k === j ? shift : 0)))).toBeGreaterThan(least);
    }
  });
});

test("steps that are too large end where they lead astray", () => {
  const { trail } = run(2, "l2", 10, { rate: 1 });
  expect(trail.length).toBeLessThan(40);
  expect(trail.flat().every(Number.isFinite)).toBe(true);
});

test("Adam with L2 shrinks the weight with large gradients least; AdamW shrinks both alike", () => {
  const [large, small] = unequalGradients("adam-l2").at(-1) ?? [NaN, NaN];
  expect(large).toBeGreaterThan(0.7);
  expect(Math.abs(small)).toBeLessThan(0.1);
  const [one, other] = unequalGradients("adamw").at(-1) ?? [NaN, NaN];
  expect(one).toBeCloseTo(other, 5);
  expect(one).toBeLessThan(0.3);
});
