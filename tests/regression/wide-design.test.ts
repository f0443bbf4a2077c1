import { describe, expect, it } from "vitest";
import { borrowKernels, giveBack, preferKernels, strideOf } from "../../src/math/kernels/kernels";
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

    it.each(choices)("come many at a time as one by one, with zeros below the rows left alone (%o)", (wanted) => {
      preferKernels(kind);
      const kernels = borrowKernels();
      try {
        const [one, many] = [wideDesign(x, wanted), wideDesign(x, wanted)];
        const stride = strideOf(rows);
        const panel = kernels.arena.reserve(8 * stride * 10);
        kernels.arena.float64(panel, stride * 10).fill(0);
        const before = kernels.arena.mark();
        many.columnsInto(kernels, { from: 2, count: 10, panel, stride });
        expect(kernels.arena.mark()).toBe(before);
        const found = kernels.arena.float64(panel, stride * 10);
        const own = new Float64Array(rows);
        for (let j = 2; j < 12; j++) {
          one.columnInto(j, own, 0);
          const size = Math.max(1e-300, ...own.map(Math.abs));
          const ours = found.subarray((j - 2) * stride, (j - 1) * stride);
          own.forEach((value, i) => close(ours[i]!, value, size));
          expect(ours.subarray(rows).every((value) => value === 0)).toBe(true);
          close(many.means[j]!, one.means[j]!, Math.abs(one.means[j]!) + one.scales[j]!);
          close(many.scales[j]!, one.scales[j]!, one.scales[j]!);
        }
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
          const panel = kernels.arena.reserve(8 * strideOf(rows) * 12);
          expect(() => bad.columnsInto(kernels, { from: 0, count: 12, panel, stride: strideOf(rows) })).toThrow(message);
        }
      } finally {
        giveBack(kernels);
        preferKernels(undefined);
      }
    });
  });
});
