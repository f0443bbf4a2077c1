import { describe, expect, it } from "vitest";
import type { Matrix } from "../../src/math/matrix";
import { newtonProblem } from "../../src/regression/newton-problem";
import { stateAt } from "../../src/regression/newton-state";
import { checkProblem } from "../../src/regression/problem";
import { isSeparated } from "../../src/regression/separation";
import { matrix } from "./support/designs";

/** −2, −1, 1, 2: centred already. */
const line: Matrix = matrix(4, 1, (i) => [-2, -1, 1, 2][i]!);
const still = [0, 0];

function problemOf(y: number[], loss: "logistic" | "softmax") {
  return newtonProblem(checkProblem({ x: line, y, loss, standardize: false })).problem;
}

function separated(y: number[], loss: "logistic" | "softmax", values: number[], step: number[]): boolean {
  const problem = problemOf(y, loss);
  return isSeparated(problem, stateAt(problem, Float64Array.from(values)), Float64Array.from(step));
}

describe("two classes are separated", () => {
  it("where every row scores on its own side, and not where one stands on the border or beyond", () => {
    expect(separated([0, 0, 1, 1], "logistic", [1, 0], still)).toBe(true);
    expect(separated([0, 0, 1, 1], "logistic", [1, 1], still)).toBe(false);
    expect(separated([0, 0, 1, 1], "logistic", [1, 1.5], still)).toBe(false);
    expect(separated([0, 0, 1, 1], "logistic", [-1, 0], still)).toBe(false);
  });

  it("where the last step takes some rows towards their class and none away", () => {
    // With the border between the last two rows, the step w = 1, b = −1 leaves the third where it is.
    expect(separated([0, 0, 1, 1], "logistic", still, [1, -1])).toBe(true);
    expect(separated([0, 0, 1, 1], "logistic", still, [1, -1.01])).toBe(false);
    expect(separated([0, 0, 1, 1], "logistic", still, [-1, 0])).toBe(false);
    // Too short a step shows nothing.
    expect(separated([0, 0, 1, 1], "logistic", still, [0.02, 0])).toBe(false);
    expect(separated([0, 1, 0, 1], "logistic", still, [1, 0])).toBe(false);
  });
});

describe("three classes are separated", () => {
  const y = [0, 1, 1, 2];

  it("where every row scores its own class highest", () => {
    expect(separated(y, "softmax", [-2, 0, 2, -2.5, 0, -2.5], [0, 0, 0, 0, 0, 0])).toBe(true);
    // Row 1 scores class 0 as high as its own.
    expect(separated(y, "softmax", [-2, 0, 2, -2, 0, -2.5], [0, 0, 0, 0, 0, 0])).toBe(false);
    expect(separated(y, "softmax", [-2, 0, 2, -1, 0, -2.5], [0, 0, 0, 0, 0, 0])).toBe(false);
  });

  it("where the last step takes some rows towards their class and none away", () => {
    expect(separated(y, "softmax", [0, 0, 0, 0, 0, 0], [-2, 0, 2, -2, 0, -2])).toBe(true);
    expect(separated(y, "softmax", [0, 0, 0, 0, 0, 0], [-2, 0, 2, -1, 0, -2])).toBe(false);
  });
});
