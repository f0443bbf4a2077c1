import { describe, expect, it } from "vitest";
import type { Matrix } from "../../src/math/matrix";
import { times, transposeTimes } from "../../src/math/products";
import { createRandom, normal } from "../../src/math/random";
import { lassoPath } from "../../src/regression/lasso-path";
import { leastSquares } from "../../src/regression/standardize";
import { wideDesign } from "../../src/regression/wide-design";
import { createWideHomotopy, descend, measure, standAt, standOf, type Stand, type WideHomotopy } from "../../src/regression/wide-homotopy";
import { createRescue } from "../../src/regression/wide-rescue";
import { createScreen } from "../../src/regression/wide-screen";
import { join } from "../../src/regression/wide-working-set";
import { at, autoregressive, gaussian, matrix, targetOf } from "./support/designs";
import { kernelsOf, kinds } from "./support/kernels";
import { optimality } from "./support/wide-optimality";

interface Data {
  readonly x: Matrix;
  readonly y: Float64Array;
}

/** A homotopy over all columns, or over those that are named; with what `createScreen` says of the data. */
function homotopyFor({ x, y }: Data, kind: (typeof kinds)[number] = "simd", columns: readonly number[] = Array.from({ length: x.columns }, (_, j) => j)) {
  const kernels = kernelsOf(kind);
  const screen = createScreen(kernels, wideDesign(x, { center: false, scale: false }), y);
  const homotopy = createWideHomotopy(screen);
  join(homotopy.working, columns);
  return { screen, homotopy };
}

/** Before the first column comes in. */
function startOf({ correlations, lambdaMax }: { correlations: Float64Array; lambdaMax: number }): Stand {
  const first = correlations.findIndex((value) => Math.abs(value) === Math.max(...correlations.map(Math.abs)));
  return { lambda: lambdaMax, columns: [first], signs: [Math.sign(correlations[first]!)], values: Float64Array.of(0) };
}

function all({ columns, values }: Stand, p: number): Float64Array {
  const weights = new Float64Array(p);
  columns.forEach((index, i) => (weights[index] = values[i]!));
  return weights;
}

/** Residual, correlations, signs and bound of the homotopy are those of its weights, all by definition. */
function expectTrue({ x, y }: Data, homotopy: WideHomotopy, lambda: number): void {
  const { kernels, working, active } = homotopy;
  const { arena } = kernels;
  const stand = standOf(homotopy, lambda);
  const fitted = times(x, all(stand, x.columns));
  const residual = y.map((value, i) => value - fitted[i]!);
  arena.float64(homotopy.residual, x.rows).forEach((value, i) => expect(Math.abs(value - residual[i]!)).toBeLessThanOrEqual(1e-11));
  const gradient = transposeTimes(x, residual);
  const known = arena.float64(working.correlations, working.waiting);
  for (let position = 0; position < working.waiting; position++) expect(Math.abs(known[position]! - gradient[working.columns[position]!]!)).toBeLessThanOrEqual(1e-9);
  expect(homotopy.bound).toBeCloseTo(lambda * x.rows, 10);
  expect([...working.columns.slice(working.waiting)].sort()).toEqual([...active.columns].sort());
  expect(Array.from(stand.signs)).toEqual(active.signs);
  stand.values.forEach((value, i) => expect(value * stand.signs[i]!).toBeGreaterThanOrEqual(0));
}

const shares = [0.9, 0.7, 0.5, 0.3, 0.2, 0.15, 0.1, 0.07, 0.05, 0.03, 0.02, 0.01];

describe.each(kinds)("a homotopy over all columns of a design, on %s kernels", (kind) => {
  it.each([["few rows", 15, 60, 0], ["many", 60, 40, 0], ["columns that correlate", 21, 50, 0.9]] as const)("has the solutions of the full path, step by step: %s", (_, rows, columns, correlation) => {
    const random = createRandom(rows);
    const raw = autoregressive(random, rows, columns, correlation);
    const problem = leastSquares(raw, targetOf(random, raw));
    const { screen, homotopy } = homotopyFor(problem, kind);
    expect(standAt(homotopy, startOf(screen))).toBe(true);
    expectTrue(problem, homotopy, screen.lambdaMax);
    const full = lassoPath(problem);
    for (const share of shares) {
      const lambda = share * screen.lambdaMax;
      expect(descend(homotopy, lambda), `${share} of λmax`).toBe(true);
      expectTrue(problem, homotopy, lambda);
      const weights = all(standOf(homotopy, lambda), columns);
      full.coefficientsAt(lambda).forEach((value, j) => expect(Math.abs(value - weights[j]!)).toBeLessThanOrEqual(1e-9));
    }
  });

  it("goes on from any solution as if it had come down to it", () => {
    const random = createRandom(71);
    const raw = autoregressive(random, 30, 50, 0.7);
    const problem = leastSquares(raw, targetOf(random, raw));
    const { screen, homotopy } = homotopyFor(problem, kind);
    standAt(homotopy, startOf(screen));
    const stands = shares.map((share) => {
      descend(homotopy, share * screen.lambdaMax);
      return standOf(homotopy, share * screen.lambdaMax);
    });
    for (const [from, to] of [[3, 5], [0, 1], [5, 9], [9, 10], [1, 9]] as const) {
      expect(standAt(homotopy, stands[from]!)).toBe(true);
      expectTrue(problem, homotopy, stands[from]!.lambda);
      expect(descend(homotopy, stands[to]!.lambda)).toBe(true);
      expectTrue(problem, homotopy, stands[to]!.lambda);
      const [here, before] = [standOf(homotopy, stands[to]!.lambda), stands[to]!].map((stand) => all(stand, 50));
      here!.forEach((value, j) => expect(Math.abs(value - before![j]!)).toBeLessThanOrEqual(1e-10));
    }
  });

  it("may have columns of zeros, opposite and equal ones, and sums", () => {
    const random = createRandom(72);
    const base = gaussian(random, 20, 8);
    const raw = matrix(20, 14, (i, j) => (j < 8 ? at(base, i, j) : j < 10 ? at(base, i, j - 8) : j < 12 ? -at(base, i, j - 8) : j === 12 ? at(base, i, 5) + at(base, i, 6) : 0));
    const problem = leastSquares(raw, targetOf(random, raw));
    const { screen, homotopy } = homotopyFor(problem, kind);
    standAt(homotopy, startOf(screen));
    for (const share of shares) {
      const lambda = share * screen.lambdaMax;
      expect(descend(homotopy, lambda)).toBe(true);
      const weights = all(standOf(homotopy, lambda), 14);
      expect(weights[13]).toBe(0);
      expect(optimality(problem.x, problem.y, { weights, lambda }).kkt).toBeLessThanOrEqual(1e-9);
    }
  });
});

describe("a homotopy over some columns", () => {
  const random = createRandom(73);
  const raw = autoregressive(random, 25, 30, 0.5);
  const problem = leastSquares(raw, targetOf(random, raw));

  it("knows nothing of the others until they join and are measured", () => {
    const some = [0, 1, 2, 3, 11, 17, 29];
    const { screen, homotopy } = homotopyFor(problem, "simd", some);
    standAt(homotopy, startOf(screen));
    const lambda = 0.2 * screen.lambdaMax;
    expect(descend(homotopy, lambda)).toBe(true);
    expect(Array.from(standOf(homotopy, lambda).columns).every((index) => some.includes(index))).toBe(true);
    const narrow: Data = { x: matrix(25, some.length, (i, j) => at(problem.x, i, some[j]!)), y: problem.y };
    const weights = all(standOf(homotopy, lambda), 30);
    expect(optimality(narrow.x, narrow.y, { weights: Float64Array.from(some, (index) => weights[index]!), lambda }).gap).toBeLessThanOrEqual(1e-13);
    join(homotopy.working, Array.from({ length: 30 }, (_, j) => j));
    measure(homotopy);
    expectTrue(problem, homotopy, lambda);
  });

  it("does not come down where its columns are no solution at all", () => {
    const { screen, homotopy } = homotopyFor(problem);
    const { correlations } = screen;
    // With a sign against its correlation a weight would have to grow away from its bound.
    const wrong: Stand = { lambda: 0.5 * screen.lambdaMax, columns: [0, 1], signs: [-Math.sign(correlations[0]!), Math.sign(correlations[1]!)], values: Float64Array.of(-Math.sign(correlations[0]!) * 1e-3, Math.sign(correlations[1]!)) };
    expect(standAt(homotopy, wrong)).toBe(true);
    const lambda = 0.49 * screen.lambdaMax;
    const ended = descend(homotopy, lambda);
    const { kkt } = optimality(problem.x, problem.y, { weights: all(standOf(homotopy, lambda), 30), lambda });
    expect(ended && kkt > 1e-9).toBe(false);
  });

  it("does not stand on columns that depend on each other", () => {
    const copied = leastSquares(matrix(25, 5, (i, j) => at(raw, i, j % 3)), problem.y);
    const { screen, homotopy } = homotopyFor(copied);
    const stand: Stand = { lambda: screen.lambdaMax / 2, columns: [0, 1, 3], signs: [1, 1, 1], values: Float64Array.of(0.1, 0.2, 0.3) };
    expect(standAt(homotopy, stand)).toBe(false);
    expect(homotopy.active.columns).toEqual([0, 1]);
    expect(standAt(homotopy, { ...stand, columns: [0, 1, 2] })).toBe(true);
    expectTrue(copied, homotopy, stand.lambda);
  });
});

describe("the slow road over a working set", () => {
  it("has the solutions of all its columns, and what these leave of the target", () => {
    const random = createRandom(74);
    const raw = autoregressive(random, 21, 30, 0.6);
    const problem = leastSquares(raw, targetOf(random, raw));
    const { screen, homotopy } = homotopyFor(problem, "simd", [4, 0, 1, 2]);
    const rescue = createRescue(homotopy);
    const expectSolution = (columns: readonly number[], lambda: number): void => {
      const stand = rescue.solve(lambda);
      expect(stand.lambda).toBe(lambda);
      expect(stand.values.length).toBeGreaterThan(0);
      stand.values.forEach((value, i) => expect(Math.sign(value)).toBe(stand.signs[i]));
      expect(Array.from(stand.columns).every((index) => columns.includes(index))).toBe(true);
      const weights = all(stand, 30);
      const narrow = matrix(21, columns.length, (i, j) => at(problem.x, i, columns[j]!));
      expect(optimality(narrow, problem.y, { weights: Float64Array.from(columns, (index) => weights[index]!), lambda }).gap).toBeLessThanOrEqual(1e-13);
      const fitted = times(problem.x, weights);
      rescue.residual(stand).forEach((value, i) => expect(Math.abs(value - (problem.y[i]! - fitted[i]!))).toBeLessThanOrEqual(1e-12));
    };
    expectSolution([4, 0, 1, 2], 0.3 * screen.lambdaMax);
    expectSolution([4, 0, 1, 2], 0.1 * screen.lambdaMax);
    // Columns that join later count from then on.
    join(homotopy.working, [9, 7, 25]);
    expectSolution([4, 0, 1, 2, 9, 7, 25], 0.1 * screen.lambdaMax);
  });

  it("has solutions where columns are copies, without a weight that changes nothing", () => {
    const random = createRandom(75);
    const base = gaussian(random, 12, 4);
    const raw = matrix(12, 8, (i, j) => at(base, i, j % 4));
    const problem = leastSquares(raw, Float64Array.from({ length: 12 }, () => normal(random)));
    const { screen, homotopy } = homotopyFor(problem);
    const rescue = createRescue(homotopy);
    for (const share of [0.8, 0.3, 0.01]) {
      const lambda = share * screen.lambdaMax;
      const stand = rescue.solve(lambda);
      expect(optimality(problem.x, problem.y, { weights: all(stand, 8), lambda }).gap).toBeLessThanOrEqual(1e-13);
      expect(new Set(Array.from(stand.columns, (index) => index % 4)).size).toBe(stand.columns.length);
    }
  });
});
