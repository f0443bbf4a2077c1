import { describe, expect, it } from "vitest";
import { ownKernels } from "../../src/math/kernels/kernels";
import { column } from "../../src/math/products";
import { createRandom, normal } from "../../src/math/random";
import { dot } from "../../src/math/vector";
import { wideDesign } from "../../src/regression/wide-design";
import { activate, correlate, emptyWorkingSet, join, placeOf, wait, waitAll, type WideWorkingSet } from "../../src/regression/wide-working-set";
import { gaussian } from "./support/designs";

const rows = 9;

function setFor(columns: number) {
  const kernels = ownKernels();
  const x = gaussian(createRandom(columns), rows, columns);
  const set = emptyWorkingSet(kernels, wideDesign(x, { center: false, scale: false }));
  const known = () => kernels.arena.float64(set.correlations, set.columns.length);
  return { kernels, x, set, known };
}

type One = ReturnType<typeof setFor>;

/** Each column is where the set says that it is, with zeros below its rows, and the others are nowhere. */
function expectInPlace({ kernels, x, set }: One): void {
  expect(new Set(set.columns).size).toBe(set.columns.length);
  set.columns.forEach((index, position) => {
    expect(set.positions[index]).toBe(position);
    expect(placeOf(set, index)).toBe(set.panel + 8 * set.stride * position);
    const held = kernels.arena.float64(placeOf(set, index), set.stride);
    expect(Array.from(held)).toEqual([...column(x, index), ...new Array<number>(set.stride - rows).fill(0)]);
  });
  expect(set.positions.filter((position) => position >= 0)).toHaveLength(set.columns.length);
}

const waiting = ({ columns, waiting: count }: WideWorkingSet): number[] => columns.slice(0, count).sort((a, b) => a - b);

describe("the columns that a wide homotopy looks at", () => {
  it("are none at first", () => {
    const one = setFor(30);
    expect([one.set.columns, one.set.waiting, Math.max(...one.set.positions)]).toEqual([[], 0, -1]);
    expectInPlace(one);
  });

  it("join once, and wait", () => {
    const one = setFor(30);
    join(one.set, [7, 3, 21]);
    join(one.set, [3, 4, 7]);
    expect([...one.set.columns].sort((a, b) => a - b)).toEqual([3, 4, 7, 21]);
    expect(one.set.waiting).toBe(4);
    expectInPlace(one);
  });

  it("go between waiting and active, each with its own values", () => {
    const one = setFor(30);
    const { set } = one;
    join(set, [7, 3, 21, 4, 9]);
    const values = new Map([[7, 70], [3, 30], [21, 210], [4, 40], [9, 90]]);
    const setKnown = () => set.columns.forEach((index, position) => (one.known()[position] = values.get(index)!));
    const expectKnown = () => set.columns.forEach((index, position) => expect(one.known()[position]).toBe(values.get(index)));
    setKnown();
    set.refused[set.positions[21]!] = 1;
    for (const [move, index, rest] of [[activate, 3, [4, 7, 9, 21]], [activate, 9, [4, 7, 21]], [activate, 7, [4, 21]], [wait, 9, [4, 9, 21]], [wait, 3, [3, 4, 9, 21]], [activate, 4, [3, 9, 21]]] as const) {
      move(set, index);
      expect(waiting(set)).toEqual(rest);
      expectInPlace(one);
      expectKnown();
      expect(Array.from(set.columns, (_, position) => set.refused[position])).toEqual(set.columns.map((each) => (each === 21 ? 1 : 0)));
    }
    join(set, [1]);
    expect(waiting(set)).toEqual([1, 3, 9, 21]);
    expectInPlace(one);
    waitAll(set);
    expect(set.waiting).toBe(6);
    expect(set.refused.every((one) => one === 0)).toBe(true);
  });

  it("find room when they are more than was thought, active ones among them", () => {
    const one = setFor(700);
    const room = one.set.room;
    expect(room).toBe(rows + 256);
    join(one.set, Array.from({ length: 200 }, (_, j) => 3 * j));
    activate(one.set, 30);
    activate(one.set, 90);
    join(one.set, Array.from({ length: 150 }, (_, j) => 4 * j + 1));
    expect(one.set.room).toBeGreaterThan(room);
    expectInPlace(one);
    expect([30, 90].every((index) => one.set.positions[index]! >= one.set.waiting)).toBe(true);
    join(one.set, Array.from({ length: 700 }, (_, j) => j));
    expect([one.set.columns.length, one.set.waiting, one.set.room]).toEqual([700, 698, 700]);
    expectInPlace(one);
    expect(setFor(5).set.room).toBe(5);
  });

  it("have the correlations with a residual, those that wait", () => {
    const one = setFor(30);
    const { kernels, x, set } = one;
    join(set, [7, 3, 21, 4, 9]);
    activate(set, 3);
    const residual = kernels.arena.reserve(8 * set.stride);
    const random = createRandom(5);
    const values = Float64Array.from({ length: rows }, () => normal(random));
    kernels.arena.float64(residual, set.stride).fill(0).set(values);
    one.known().fill(-1);
    correlate(set, residual);
    set.columns.forEach((index, position) => {
      if (index === 3) expect(one.known()[position]).toBe(-1);
      else expect(one.known()[position]).toBeCloseTo(dot(column(x, index), values), 12);
    });
  });
});
