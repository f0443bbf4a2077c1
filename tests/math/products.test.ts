import { describe, expect, it } from "vitest";
import { column, gram, times, transposeTimes } from "../../src/math/products";
import { addScaled, dot, maxAbs } from "../../src/math/vector";

/** Columns (1, 2, 3) and (−1, 0, 5). */
const x = { values: Float64Array.of(1, 2, 3, -1, 0, 5), rows: 3, columns: 2 };

describe("products", () => {
  it("a column is a view of the matrix", () => {
    expect(Array.from(column(x, 1))).toEqual([-1, 0, 5]);
    expect(column(x, 1).buffer).toBe(x.values.buffer);
  });

  it("XᵀX holds the products of all pairs of columns, scaled, and is symmetric", () => {
    expect(gram(x)).toEqual({ values: Float64Array.of(14, 14, 14, 26), rows: 2, columns: 2 });
    expect(Array.from(gram(x, 0.5).values)).toEqual([7, 7, 7, 13]);
  });

  it("Xᵀy and Xw have the lengths p and n", () => {
    expect(Array.from(transposeTimes(x, Float64Array.of(1, 1, 2)))).toEqual([9, 9]);
    expect(Array.from(transposeTimes(x, Float64Array.of(1, 1, 2), 2))).toEqual([18, 18]);
    expect(Array.from(times(x, Float64Array.of(2, -1)))).toEqual([3, 4, 1]);
    expect(Array.from(times(x, Float64Array.of(0, 0)))).toEqual([0, 0, 0]);
  });
});

describe("vectors", () => {
  it("multiply entry by entry at every length", () => {
    for (let length = 0; length < 12; length++) {
      const a = Float64Array.from({ length }, (_, i) => i + 1);
      expect(dot(a, a)).toBe((length * (length + 1) * (2 * length + 1)) / 6);
    }
  });

  it("add in place", () => {
    const target = Float64Array.of(1, 2);
    addScaled(target, -2, Float64Array.of(3, 0.5));
    expect(Array.from(target)).toEqual([-5, 1]);
  });

  it("have a largest absolute value, 0 where they are empty", () => {
    expect(maxAbs(Float64Array.of(1, -3, 2))).toBe(3);
    expect(maxAbs(new Float64Array(0))).toBe(0);
  });
});
