import { describe, expect, it } from "vitest";
import { ownKernels } from "../../src/math/kernels/kernels";
import type { Matrix } from "../../src/math/matrix";
import { column, columnsOf, times, transposeTimes } from "../../src/math/products";
import { createRandom, normal } from "../../src/math/random";
import { emptyWideActiveSet, enterWide, leaveWide, residualOf, solveSigns, solveWide, type WideActiveSet } from "../../src/regression/wide-active-set";
import { at, autoregressive, gaussian, matrix } from "./support/designs";
import { leastHalfMeanSquare } from "./support/householder";
import { kernelsOf, kinds } from "./support/kernels";

/** An empty set for the columns of `x`, each of them a panel to enter from, and how to ask the set for its parts. */
function setFor(x: Matrix, kind: (typeof kinds)[number]) {
  const kernels = kernelsOf(kind);
  const set = emptyWideActiveSet(kernels, x);
  const { arena } = kernels;
  const panel = arena.reserve(8 * set.stride * x.columns);
  arena.float64(panel, set.stride * x.columns).fill(0);
  const from = (index: number): number => panel + 8 * set.stride * index;
  for (let j = 0; j < x.columns; j++) arena.float64(from(j), x.rows).set(column(x, j));
  return {
    set,
    enter: (index: number, sign: number): boolean => enterWide(set, { index, from: from(index), sign }),
    weights: () => arena.float64(set.weights, set.columns.length),
    /** What is in memory of its own after `write`. */
    written(length: number, write: (place: number) => void, before?: ArrayLike<number>): Float64Array {
      const place = arena.reserve(8 * length);
      if (before) arena.float64(place, length).set(before);
      write(place);
      return arena.float64(place, length).slice();
    },
  };
}

type Set = ReturnType<typeof setFor>;

/** Largest |X_AᵀX_A·z − rhs|. */
function off(x: Matrix, { columns }: WideActiveSet, z: Float64Array, rhs: ArrayLike<number>): number {
  const own = columnsOf(x, columns);
  return Math.max(...transposeTimes(own, times(own, z)).map((value, i) => Math.abs(value - rhs[i]!)));
}

function expectSolved(x: Matrix, one: Set, random: () => number): void {
  const { set } = one;
  const k = set.columns.length;
  expect(off(x, set, one.written(k, (place) => solveSigns(set, place)), set.signs)).toBeLessThanOrEqual(1e-12);
  const rhs = Float64Array.from({ length: k }, () => normal(random));
  expect(off(x, set, one.written(k, (place) => solveWide(set, place), rhs), rhs)).toBeLessThanOrEqual(1e-12);
}

describe.each(kinds)("active columns of a wide design, on %s kernels", (kind) => {
  // An odd number of rows: panels end with a zero.
  const x = autoregressive(createRandom(61), 15, 12, 0.6);

  it("solve for signs and for anything else, whatever came and went", () => {
    const random = createRandom(62);
    const one = setFor(x, kind);
    for (const [index, sign] of [[3, 1], [0, -1], [7, 1], [11, -1], [5, 1]] as const) {
      expect(one.enter(index, sign)).toBe(true);
      expectSolved(x, one, random);
    }
    for (const [position, rest] of [[1, [3, 7, 11, 5]], [3, [3, 7, 11]], [0, [7, 11]]] as const) {
      leaveWide(one.set, position);
      expect(one.set.columns).toEqual(rest);
      expectSolved(x, one, random);
    }
    expect(one.enter(2, -1)).toBe(true);
    expect([one.set.columns, one.set.signs]).toEqual([[7, 11, 2], [1, -1, -1]]);
    expectSolved(x, one, random);
  });

  it("come in with a weight of 0 and take theirs with them when they go", () => {
    const one = setFor(x, kind);
    for (const index of [4, 1, 9]) one.enter(index, 1);
    expect(Array.from(one.weights())).toEqual([0, 0, 0]);
    one.weights().set([10, 20, 30]);
    leaveWide(one.set, 1);
    expect(Array.from(one.weights())).toEqual([10, 30]);
    one.enter(6, -1);
    expect(Array.from(one.weights())).toEqual([10, 30, 0]);
  });

  it("leave what they do not explain", () => {
    const random = createRandom(63);
    const one = setFor(x, kind);
    for (const index of [4, 1, 9]) one.enter(index, 1);
    one.weights().set([1, -2, 0.5]);
    const y = Float64Array.from({ length: 15 }, () => normal(random));
    const { stride } = one.set;
    const residual = one.written(stride, (place) => {
      const target = one.set.kernels.arena.reserve(8 * stride);
      one.set.kernels.arena.float64(target, stride).fill(0).set(y);
      residualOf(one.set, target, place);
    });
    const fitted = times(columnsOf(x, [4, 1, 9]), Float64Array.of(1, -2, 0.5));
    y.forEach((value, i) => expect(Math.abs(residual[i]! - (value - fitted[i]!))).toBeLessThanOrEqual(1e-14));
  });

  it("are no more than there are rows", () => {
    const wide = gaussian(createRandom(64), 4, 9);
    const one = setFor(wide, kind);
    expect([8, 6, 4, 2].map((index) => one.enter(index, 1))).toEqual([true, true, true, true]);
    expect(one.enter(0, 1)).toBe(false);
    expect(one.set.columns).toEqual([8, 6, 4, 2]);
    expect([3, 2].map((columns) => emptyWideActiveSet(ownKernels(), { rows: 3, columns }).room)).toEqual([3, 2]);
  });
});

describe.each(kinds)("columns that depend on each other, on %s kernels", (kind) => {
  const base = gaussian(createRandom(65), 40, 3);
  /** 3 repeats 0 twice as large, 4 is a sum, 5 is 1e-6 of its length away from 1, and 6 is 1e-11 away from 2. */
  const noise = gaussian(createRandom(66), 40, 1);
  const x = matrix(40, 7, (i, j) => [at(base, i, 0), at(base, i, 1), at(base, i, 2), 2 * at(base, i, 0), at(base, i, 0) - at(base, i, 1), at(base, i, 1) + 1e-6 * at(noise, i, 0), at(base, i, 2) + 1e-11 * at(noise, i, 0)][j]!);

  it("are left out, and nothing changes", () => {
    const one = setFor(x, kind);
    for (const index of [0, 1, 2]) one.enter(index, 1);
    one.weights().set([1, 2, 3]);
    for (const index of [3, 4, 6, 0]) expect(one.enter(index, -1), `column ${index}`).toBe(false);
    expect([one.set.columns, one.set.signs, Array.from(one.weights())]).toEqual([[0, 1, 2], [1, 1, 1], [1, 2, 3]]);
    expectSolved(x, one, createRandom(67));
  });

  it("come in once what they depend on has gone", () => {
    const one = setFor(x, kind);
    for (const index of [0, 1, 2]) one.enter(index, 1);
    leaveWide(one.set, 0);
    expect(one.enter(3, -1)).toBe(true);
    expect(one.enter(4, 1)).toBe(false);
    leaveWide(one.set, 0);
    expect(one.enter(4, 1)).toBe(true);
    expectSolved(x, one, createRandom(68));
  });

  it("come in where they are nearly, and the pivot has the digits that products have lost", () => {
    const one = setFor(x, kind);
    for (const index of [0, 2, 1]) one.enter(index, 1);
    expect(one.enter(5, 1)).toBe(true);
    // What the others leave of column 5 is what they leave of the noise.
    const length = 1e-6 * Math.sqrt(2 * 40 * leastHalfMeanSquare({ x: columnsOf(x, [0, 2, 1]), y: column(noise, 0) }));
    const k = 3;
    const pivot = one.set.kernels.arena.float64(one.set.lower + 4 * k * (k + 1), k + 1)[k]!;
    expect(Math.abs(pivot - length)).toBeLessThanOrEqual(1e-8 * length);
  });
});
