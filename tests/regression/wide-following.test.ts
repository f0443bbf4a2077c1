import { describe, expect, it } from "vitest";
import { ownKernels } from "../../src/math/kernels/kernels";
import type { Matrix } from "../../src/math/matrix";
import { createRandom, normal } from "../../src/math/random";
import { leastSquares } from "../../src/regression/standardize";
import { finish } from "../../src/regression/steps";
import { wideDesign } from "../../src/regression/wide-design";
import { followWide, type WideFollowed } from "../../src/regression/wide-following";
import { createScreen } from "../../src/regression/wide-screen";
import { countedKernels } from "./support/counted";
import { autoregressive, gaussian, matrix, at, targetOf } from "./support/designs";
import { optimality } from "./support/wide-optimality";

interface Followed extends WideFollowed {
  readonly lambdaMax: number;
  /** What it said of how far it was. */
  readonly shares: readonly number[];
}

/** Follows at these shares of λmax. */
function follow({ x, y }: { x: Matrix; y: Float64Array }, parts: readonly number[]): Followed {
  const screen = createScreen(ownKernels(), wideDesign(x, { center: false, scale: false }), y);
  const steps = followWide(screen, Float64Array.from(parts, (part) => part * screen.lambdaMax));
  const shares: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { ...step.value, lambdaMax: screen.lambdaMax, shares };
    shares.push(step.value);
  }
}

function expectSolutions({ x, y }: { x: Matrix; y: Float64Array }, { solutions, lambdaMax }: Followed, parts: readonly number[], most = 1e-12): void {
  expect(solutions).toHaveLength(parts.length);
  solutions.forEach(({ columns, values }, l) => {
    const weights = new Float64Array(x.columns);
    columns.forEach((index, i) => (weights[index] = values[i]!));
    expect(values.includes(0)).toBe(false);
    expect(optimality(x, y, { weights, lambda: parts[l]! * lambdaMax }).gap, `λ ${l}`).toBeLessThanOrEqual(most);
  });
}

const random = createRandom(81);
const raw = autoregressive(random, 30, 400, 0.6);
const problem = leastSquares(raw, targetOf(random, raw));

describe("following a wide lasso path", () => {
  it("takes one pass over all columns for eight λ that are close", () => {
    const parts = Array.from({ length: 24 }, (_, l) => 0.9 ** (l + 1));
    const followed = follow(problem, parts);
    expectSolutions(problem, followed, parts);
    expect(followed.effort.rescues).toBe(0);
    expect(followed.effort.passes).toBe(3 + followed.effort.rollbacks);
    expect(followed.effort.workingColumns).toBeGreaterThanOrEqual(Math.max(...followed.solutions.map(({ columns }) => columns.length)));
    expect(followed.effort.workingColumns).toBeLessThan(400);
  });

  it.each([
    { name: "close λ", parts: Array.from({ length: 60 }, (_, l) => 0.95 ** (l + 1)), passes: 8, rollbacks: 0, workingColumns: 156, multiplications: 1_139_993 },
    { name: "λ that are far apart", parts: [0.5, 0.2, 0.05, 0.01], passes: 6, rollbacks: 3, workingColumns: 323, multiplications: 3_161_344 },
    { name: "one small λ", parts: [0.01], passes: 5, rollbacks: 2, workingColumns: 269, multiplications: 2_565_754 },
  ])("takes no more work for $name than is known to do", ({ parts, ...known }) => {
    const draws = createRandom(83);
    const large = autoregressive(draws, 60, 1200, 0.5);
    const { x, y } = leastSquares(large, targetOf(draws, large));
    const { kernels, work } = countedKernels(ownKernels());
    const screen = createScreen(kernels, wideDesign(x, { center: false, scale: false }), y);
    work.multiplications = 0;
    const { effort } = finish(followWide(screen, Float64Array.from(parts, (part) => part * screen.lambdaMax)));
    expect(effort.rescues).toBe(0);
    expect(effort.passes).toBeLessThanOrEqual(known.passes);
    expect(effort.rollbacks).toBeLessThanOrEqual(known.rollbacks);
    expect(effort.workingColumns).toBeLessThanOrEqual(known.workingColumns);
    expect(work.multiplications).toBeLessThanOrEqual(1.005 * known.multiplications);
  });

  it("says how far it is, in shares that end with 1", () => {
    const { shares } = follow(problem, Array.from({ length: 24 }, (_, l) => 0.9 ** (l + 1)));
    expect(shares.length).toBeGreaterThanOrEqual(3);
    expect(shares.at(-1)).toBe(1);
    shares.forEach((share, i) => expect(share).toBeGreaterThanOrEqual(shares[i - 1] ?? 0));
    expect(shares[0]).toBeCloseTo(8 / 24, 12);
  });

  it("goes through λ of its own where those asked for are far apart", () => {
    // ln 0.1 / ln 0.85 = 14.2: fifteen steps, in two batches.
    const far = follow(problem, [0.1]);
    expectSolutions(problem, far, [0.1]);
    expect(far.effort.passes).toBe(2 + far.effort.rollbacks);
    expect(far.shares[0]).toBeCloseTo(8 / 15, 12);
    // One more than 0.85, and one less.
    expect(follow(problem, [0.86]).shares).toEqual([1]);
    expect(follow(problem, [0.86]).effort.passes).toBe(1);
    const [some, whole] = [follow(problem, [0.5]), follow(problem, [0.9, 0.8, 0.7, 0.6, 0.5])];
    expect(some.solutions[0]!.columns.length).toBe(whole.solutions[4]!.columns.length);
  });

  it("has nothing to do at λmax and above, and says so with solutions without a weight", () => {
    const above = follow(problem, [3, 1.5, 1]);
    expect(above.shares).toEqual([]);
    expect(above.effort).toEqual({ passes: 0, rollbacks: 0, rescues: 0, workingColumns: 0 });
    expect(above.solutions.map(({ columns, values }) => [columns.length, values.length])).toEqual([[0, 0], [0, 0], [0, 0]]);
    const both = follow(problem, [2, 0.5]);
    expect(both.solutions[0]!.columns).toHaveLength(0);
    expectSolutions(problem, both, [2, 0.5]);
    expect(follow(problem, []).solutions).toEqual([]);
  });

  it("takes the column of the largest correlation first, with its sign", () => {
    for (const side of [1, -1]) {
      const { solutions } = follow({ x: problem.x, y: problem.y.map((value) => side * value) }, [0.999]);
      expect(Array.from(solutions[0]!.columns)).toHaveLength(1);
      const [column] = solutions[0]!.columns;
      const largest = Math.max(...problem.correlations.map(Math.abs));
      expect(Math.abs(problem.correlations[column!]!)).toBe(largest);
      expect(Math.sign(solutions[0]!.values[0]!)).toBe(side * Math.sign(problem.correlations[column!]!));
    }
  });

  it("gets to the end where features are as many as rows", () => {
    const parts = Array.from({ length: 60 }, (_, l) => 0.8 ** (l + 1));
    expectSolutions(problem, follow(problem, parts), parts);
  });

  it("takes the slow road where columns are copies, and from there on the quick one", () => {
    const base = gaussian(random, 20, 60);
    const x = matrix(20, 240, (i, j) => at(base, i, j % 60) * (j % 2 === 0 ? 1 : -1) + (j >= 180 ? 1e-7 * normal(random) : 0));
    const copied = leastSquares(x, targetOf(random, base));
    const parts = Array.from({ length: 30 }, (_, l) => 0.85 ** (l + 1));
    const followed = follow(copied, parts);
    expectSolutions(copied, followed, parts);
    expect(followed.effort.rescues).toBeLessThan(30);
  });

  it("takes the slow road where near-copies at all distances have led the quick one astray, one λ at a time, and leaves it again", () => {
    const draws = createRandom(3);
    const base = gaussian(draws, 30, 10);
    const near = matrix(30, 90, (i, j) => at(base, i, j % 10) + 10 ** -(4 + (j % 9)) * normal(draws));
    const target = Float64Array.from({ length: 30 }, (_, i) => at(near, i, 0) + normal(draws));
    const copied = leastSquares(near, target, { standardizeTarget: true });
    const parts = Array.from({ length: 30 }, (_, l) => 1e-5 ** ((l + 1) / 30));
    const followed = follow(copied, parts);
    expectSolutions(copied, followed, parts, 1e-5);
    const { rescues, passes, rollbacks } = followed.effort;
    expect(rescues).toBeGreaterThan(0);
    expect(rescues).toBeLessThan(passes / 2);
    expect(followed.shares.length).toBe(passes);
    // Of the λ it takes itself there are 34 or more; eight in a pass but for the slow ones, and those that had to be gone back to.
    expect(passes).toBeLessThanOrEqual(12 + 2 * rescues + rollbacks);
  });
});
