import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/math/random";
import { newtonProblem } from "../../src/regression/newton-problem";
import { newtonWalk, strengthAt } from "../../src/regression/newton-walk";
import { checkProblem } from "../../src/regression/problem";
import { classesOf } from "./support/classes";
import { counted } from "./support/counted";
import { autoregressive } from "./support/designs";

const random = createRandom(151);
const x = autoregressive(random, 40, 5, 0.5);
const y = classesOf(random, x, 3, 1).map((label) => Math.min(1, label));
const { problem } = newtonProblem(checkProblem({ x, y, loss: "logistic" }));

describe("a walk along λ", () => {
  it("ends at the same values whatever was solved before, in whatever order, and keeps what it has given", () => {
    const walk = newtonWalk(problem, { l1Ratio: 1, tolerance: 1e-12, top: 0.2, smooth: false });
    const lambdas = [0.1, 0.003, 0.03, 0.1, 1e-5, 0.05, 0.003];
    const found = lambdas.map(walk);
    const copies = found.map(({ values }) => values.slice());
    lambdas.forEach((lambda, at) => {
      const fresh = newtonWalk(problem, { l1Ratio: 1, tolerance: 1e-12, top: 0.2, smooth: false })(lambda);
      expect(found[at]!.values).toEqual(copies[at]);
      fresh.values.forEach((value, place) => expect(Math.abs(found[at]!.values[place]! - value)).toBeLessThanOrEqual(1e-4));
      expect(found[at]!.separable).toBe(false);
    });
    expect(found[0]!.values).toEqual(found[3]!.values);
  });

  it("says at which λ its steps did not lead to a solution, and how far they came", () => {
    // A dual that promises nothing: no point can be told to be a solution.
    const blind = { ...problem, loss: { ...problem.loss, dualValue: () => 0 } };
    const walk = newtonWalk(blind, { l1Ratio: 1, tolerance: 1e-9, top: 0.2, smooth: false });
    expect(() => walk(0.05)).toThrow(/^lambda: no solution at 0\.05 after \d+ steps; the duality gap is 0\.\d+$/);
  });

  it.each([
    ["a λ near the top", [0.15], 44],
    ["one that is far", [1e-4], 614],
    ["one that is very far", [1e-9], 733],
    ["a falling grid", [0.1, 0.05, 0.025, 0.0125], 485],
    ["one that is known, after a smaller one", [0.1, 0.01, 0.1, 0.01], 399],
    ["one between two that are known", [0.1, 0.001, 0.09], 581],
    ["none at all", [0], 306],
  ] as const)("takes no more passes for %s than are known to do", (_, lambdas, known) => {
    const { problem: watched, passes } = counted(problem);
    const walk = newtonWalk(watched, { l1Ratio: 1, tolerance: 1e-9, top: 0.2, smooth: false });
    for (const lambda of lambdas) walk(lambda);
    const all = passes.evaluations + passes.curvatures + passes.columns;
    expect(all).toBeLessThanOrEqual(Math.ceil(1.02 * known));
  });

  it("splits λ between the two penalties", () => {
    expect(strengthAt(2, 0.25)).toEqual({ l1: 0.5, l2: 1.5 });
  });
});
