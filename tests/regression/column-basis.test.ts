import { describe, expect, it } from "vitest";
import type { Matrix } from "../../src/math/matrix";
import { gram, times, transposeTimes } from "../../src/math/products";
import { createRandom, normal } from "../../src/math/random";
import { columnBasis } from "../../src/regression/column-basis";
import { at, gaussian, matrix } from "./support/designs";

const random = createRandom(111);
const n = 20;
const base = gaussian(random, n, 4);
/** 1 repeats 0, 3 and 6 are sums of others, 5 is 0; the rest is independent, of different lengths. */
const x: Matrix = matrix(n, 8, (i, j) => {
  const own = (k: number) => at(base, i, k);
  return [own(0), own(0), 1e6 * own(1), own(0) - 2e6 * own(1), own(2), 0, 3e6 * own(1) + own(2), 1e-6 * own(3)][j]!;
});

describe("a basis of columns", () => {
  const { q, toWeights, toBasis } = columnBasis(x);
  const inBasis = Float64Array.from({ length: q.columns }, () => normal(random));

  it("has one direction for each column that does not depend on those before it, QᵀQ = n·I", () => {
    expect([q.rows, q.columns]).toEqual([n, 4]);
    gram(q).values.forEach((value, place) => expect(Math.abs(value - (place % 5 === 0 ? n : 0))).toBeLessThanOrEqual(1e-12));
  });

  it("spans all of them", () => {
    for (let j = 0; j < 8; j++) {
      const own = x.values.slice(j * n, (j + 1) * n);
      const rest = times(q, transposeTimes(q, own, 1 / n)).map((value, i) => value - own[i]!);
      expect(Math.hypot(...rest)).toBeLessThanOrEqual(1e-10 * Math.hypot(...own));
    }
  });

  it("has weights with the same scores, 0 for columns that depend on those before", () => {
    const weights = toWeights(inBasis);
    const [found, expected] = [times(x, weights), times(q, inBasis)];
    expected.forEach((value, i) => expect(Math.abs(found[i]! - value)).toBeLessThanOrEqual(1e-9));
    expect([1, 3, 5, 6].map((j) => weights[j])).toEqual([0, 0, 0, 0]);
    expect(inBasis).toHaveLength(4);
  });

  it("leaves what it is given alone", () => {
    const before = inBasis.slice();
    toWeights(inBasis);
    expect(inBasis).toEqual(before);
  });

  it("tells a vector's products with its directions from those with the columns", () => {
    const vector = Float64Array.from({ length: n }, () => normal(random));
    const expected = transposeTimes(q, vector, 1 / n);
    toBasis(transposeTimes(x, vector, 1 / n)).forEach((value, t) => expect(Math.abs(value - expected[t]!)).toBeLessThanOrEqual(1e-7));
  });

  it("has no more directions than rows, and none for no column with a length", () => {
    const wide = columnBasis(gaussian(random, 3, 9));
    expect(wide.q.columns).toBe(3);
    expect(Array.from(wide.toWeights(Float64Array.of(1, 2, 3)).subarray(3))).toEqual([0, 0, 0, 0, 0, 0]);
    const none = columnBasis({ values: new Float64Array(6), rows: 3, columns: 2 });
    expect(none.q.columns).toBe(0);
    expect(Array.from(none.toWeights(new Float64Array(0)))).toEqual([0, 0]);
    expect(none.toBasis(new Float64Array(2))).toHaveLength(0);
  });

  it("counts a column as one of the others where it differs by less than 1e-10 of its length, and not beyond", () => {
    const apart = (by: number) => columnBasis(matrix(n, 2, (i, j) => at(base, i, 0) + j * by * at(base, i, 1))).q.columns;
    expect([1e-12, 3e-11].map(apart)).toEqual([1, 1]);
    expect([3e-10, 1e-8].map(apart)).toEqual([2, 2]);
  });
});
