import { describe, expect, it } from "vitest";
import { columnStore } from "../../src/math/column-lists";
import { createRandom, normal } from "../../src/math/random";
import { createCurvature } from "../../src/regression/curvature";
import { createSignSolver } from "../../src/regression/sign-quadratic";
import { squaredLoss } from "../../src/regression/squared-loss";
import { autoregressive } from "./support/designs";
import { column } from "../../src/math/products";

const random = createRandom(105);
const [n, p] = [30, 8];
const x = autoregressive(random, n, p, 0.7);
const columns = Array.from({ length: p }, (_, j) => column(x, j));
const loss = squaredLoss(new Float64Array(n));
const everything = Array.from({ length: p + 1 }, (_, at) => at);

function curvatureOf(members: readonly number[]) {
  const curvature = createCurvature({ loss, columns, store: columnStore([...columns, new Float64Array(n).fill(1)]) });
  curvature.refresh(new Float64Array(n), members);
  return curvature;
}

describe("the quadratic with signs", () => {
  const curvature = curvatureOf(everything);
  const solve = createSignSolver(curvature);
  const isPenalised = (coordinate: number) => coordinate < p;

  /** The largest violation of the conditions of a minimum. */
  function violation(solution: Float64Array, linear: Float64Array, l1: number, l2: number): number {
    return Math.max(
      ...curvature.members.map((coordinate, row) => {
        const pull = linear[row]! - curvature.members.reduce((sum, _, other) => sum + curvature.values[row * curvature.stride + other]! * solution[other]!, 0);
        if (!isPenalised(coordinate)) return Math.abs(pull);
        const smooth = pull - l2 * solution[row]!;
        return solution[row] === 0 ? Math.max(0, Math.abs(smooth) - l1) : Math.abs(smooth - l1 * Math.sign(solution[row]!));
      }),
    );
  }

  it.each([{ l1: 0, l2: 0 }, { l1: 0.1, l2: 0 }, { l1: 0.5, l2: 0.3 }, { l1: 0, l2: 1 }, { l1: 50, l2: 0 }])("is at its minimum from any start ($l1, $l2)", ({ l1, l2 }) => {
    for (let draw = 0; draw < 30; draw++) {
      const linear = Float64Array.from(everything, () => normal(random));
      const start = Float64Array.from(everything, () => (random() < 0.5 ? 0 : normal(random)));
      const solution = start.slice();
      solve({ linear, x: solution, l1, l2, isPenalised });
      expect(violation(solution, linear, l1, l2)).toBeLessThanOrEqual(1e-10);
      if (l1 === 50) expect(Array.from(solution.subarray(0, p))).toEqual(Array(p).fill(0));
    }
  });

  it("is solved anew where the curvature or its ridge has changed, and where members have joined", () => {
    const growing = curvatureOf([0, 1, p]);
    const own = createSignSolver(growing);
    const linear = Float64Array.from(everything, () => normal(random));
    const solved = (l2: number) => {
      const solution = new Float64Array(growing.members.length);
      own({ linear: linear.subarray(0, growing.members.length), x: solution, l1: 0.05, l2, isPenalised });
      return solution;
    };
    const fresh = (l2: number) => {
      const solution = new Float64Array(growing.members.length);
      createSignSolver(growing)({ linear: linear.subarray(0, growing.members.length), x: solution, l1: 0.05, l2, isPenalised });
      return solution;
    };
    const close = (l2: number) => {
      const [found, expected] = [solved(l2), fresh(l2)];
      found.forEach((value, row) => expect(value).toBeCloseTo(expected[row]!, 11));
    };
    close(0);
    close(0.7);
    close(0);
    for (const at of [5, 2, 7]) {
      growing.join(at);
      close(0);
    }
    growing.refresh(new Float64Array(n), [3, 4, p]);
    close(0);
  });
});
