import { describe, expect, it } from "vitest";
import { borrowKernels, giveBack, type Kernels, preferKernels, strideOf } from "../../src/math/kernels/kernels";
import type { Matrix } from "../../src/math/matrix";
import { column } from "../../src/math/products";
import { createRandom } from "../../src/math/random";
import { wideDesign } from "../../src/regression/wide-design";
import { at, gaussian, matrix } from "./support/designs";

interface Wanted {
  readonly center: boolean;
  readonly scale: boolean;
}

const choices: readonly Wanted[] = [{ center: true, scale: true }, { center: true, scale: false }, { center: false, scale: true }, { center: false, scale: false }];

/** By the definition: mean 0 where wanted, then standard deviation 1 (with 1/n); a constant column is zeros unless nothing is wanted. */
function expected(values: ArrayLike<number>, { center, scale }: Wanted): { column: number[]; mean: number; scale: number } {
  const own = Array.from(values);
  const n = own.length;
  const average = own.reduce((sum, value) => sum + value, 0) / n;
  const deviation = Math.sqrt(own.reduce((sum, value) => sum + (value - average) ** 2, 0) / n);
  const [mean, share] = [center ? average : 0, scale ? deviation : 1];
  if (deviation <= 1e-12 * Math.abs(average) && (center || scale)) return { column: own.map(() => 0), mean, scale: scale ? 0 : 1 };
  return { column: own.map((value) => (value - mean) / share), mean, scale: share };
}

function close(found: number, wanted: number, size: number): void {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-9 * size);
}

function placesFor({ arena }: Kernels, count: number, rows: number) {
  const stride = strideOf(rows);
  const capacity = count + 2;
  const target = arena.reserve(8 * stride);
  arena.float64(target, stride).fill(0);
  return { stride, capacity, target, integers: arena.reserve(2 * stride * count), records: arena.reserve(24 * capacity), products: arena.reserve(24 * capacity) };
}

describe.each(["simd", "scalar"] as const)("columns of a wide problem on %s kernels", (kind) => {
  describe.each([7, 8, 33])("of %d rows", (rows) => {
    const random = createRandom(61);
    const base = gaussian(random, rows, 12);
    // A constant column, one far from 0, one whose first value is far off, large and small ones.
    const x: Matrix = matrix(rows, 12, (i, j) => {
      const own = at(base, i, j);
      return j === 2 ? 5 : j === 4 ? 1e7 + own : j === 5 && i === 0 ? 1e9 : j === 6 ? 1e60 * own : j === 7 ? 1e-60 * own : own;
    });

    it.each(choices)("come one by one as %o wants them", (wanted) => {
      const design = wideDesign(x, wanted);
      const out = new Float64Array(rows + 2).fill(7);
      for (let j = 0; j < 12; j++) {
        design.columnInto(j, out, 1);
        const { column: own, mean, scale } = expected(column(x, j), wanted);
        const size = Math.max(1e-300, ...own.map(Math.abs));
        own.forEach((value, i) => close(out[i + 1]!, value, size));
        close(design.means[j]!, mean, Math.abs(mean) + scale);
        close(design.scales[j]!, scale, scale);
        expect([out[0], out[rows + 1]]).toEqual([7, 7]);
      }
    });

    it.each(choices)("are rounded and multiplied many at a time as they come one by one (%o)", (wanted) => {
      preferKernels(kind);
      const kernels = borrowKernels();
      const { arena } = kernels;
      try {
        const [one, many] = [wideDesign(x, wanted), wideDesign(x, wanted)];
        const places = placesFor(kernels, 10, rows);
        const target = arena.float64(places.target, rows);
        target.set(Float64Array.from({ length: rows }, () => random() - 0.5));
        const before = arena.mark();
        many.quantise(kernels, { from: 2, count: 10, ...places });
        expect(arena.mark()).toBe(before);
        const records = arena.float64(places.records, 3 * places.capacity);
        const own = new Float64Array(rows);
        for (let j = 2; j < 12; j++) {
          one.columnInto(j, own, 0);
          const size = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0));
          const integers = arena.int16(places.integers + 2 * places.stride * (j - 2), rows);
          const [scale, error, longest] = [0, 1, 2].map((kind) => records[kind * places.capacity + j - 2]!) as [number, number, number];
          expect(Math.sqrt(own.reduce((sum, value, i) => sum + (value - scale * integers[i]!) ** 2, 0))).toBeLessThanOrEqual(error);
          expect(error).toBeLessThanOrEqual(1e-4 * size);
          expect(longest).toBeGreaterThanOrEqual(size);
          close(longest, size, 10 * size);
          close(arena.float64(places.products, 10)[j - 2]!, own.reduce((sum, value, i) => sum + value * target[i]!, 0), 1e-300 + size);
          close(many.means[j]!, one.means[j]!, Math.abs(one.means[j]!) + one.scales[j]!);
          close(many.scales[j]!, one.scales[j]!, one.scales[j]!);
        }
        if (wanted.scale) expect(many.scales[2]).toBe(0);
        // Not read.
        expect(many.scales[1]).toBe(0);
      } finally {
        giveBack(kernels);
        preferKernels(undefined);
      }
    });

    it("that cannot be squared, or are no numbers, are named, however they are read", () => {
      preferKernels(kind);
      const kernels = borrowKernels();
      try {
        for (const [factor, message] of [[1e90, /^x: the values of column 9 are too large to square$/], [1e-90, /^x: the values of column 9 are too small to square$/], [NaN, /^x: NaN in row 0 of column 9$/]] as const) {
          const bad = wideDesign(matrix(rows, 12, (i, j) => at(base, i, j) * (j === 9 ? factor : 1)), { center: true, scale: true });
          expect(() => bad.columnInto(9, new Float64Array(rows), 0)).toThrow(message);
          expect(() => bad.quantise(kernels, { from: 0, count: 12, ...placesFor(kernels, 12, rows) })).toThrow(message);
        }
      } finally {
        giveBack(kernels);
        preferKernels(undefined);
      }
    });
  });
});
