import { describe, expect, it } from "vitest";
import type { Matrix } from "../../src/math/matrix";
import { column } from "../../src/math/products";
import { createRandom, normal } from "../../src/math/random";
import { symmetricEigen } from "../../src/math/symmetric-eigen";
import { dot, maxAbs } from "../../src/math/vector";

function symmetric(n: number, entry: (i: number, j: number) => number): Matrix {
  const values = new Float64Array(n * n);
  for (let j = 0; j < n; j++) for (let i = j; i < n; i++) values[j * n + i] = values[i * n + j] = entry(i, j);
  return { values, rows: n, columns: n };
}

/** |AQ − QΛ| and |QᵀQ − I|, both small; returns the values. */
function expectDecomposition(a: Matrix): Float64Array {
  const n = a.rows;
  const { values, vectors } = symmetricEigen(a);
  const scale = Math.max(maxAbs(a.values), Number.MIN_VALUE);
  for (let m = 0; m < n; m++) {
    const q = column(vectors, m);
    for (let i = 0; i < n; i++) {
      expect(Math.abs(dot(column(a, i), q) - (values[m] as number) * (q[i] as number))).toBeLessThanOrEqual(1e-14 * n * scale);
    }
    for (let k = 0; k <= m; k++) expect(Math.abs(dot(q, column(vectors, k)) - (k === m ? 1 : 0))).toBeLessThanOrEqual(1e-13);
    if (m > 0) expect(values[m]).toBeGreaterThanOrEqual(values[m - 1] as number);
  }
  return values;
}

describe("the eigenvectors of a symmetric matrix", () => {
  it.each([1, 2, 3, 10, 41])("are orthogonal and exact for a random %d×%d matrix", (n) => {
    const random = createRandom(n);
    expectDecomposition(symmetric(n, () => normal(random)));
  });

  it("are exact for a matrix of low rank, its other values being zero", () => {
    const random = createRandom(5);
    const u = Array.from({ length: 20 }, () => normal(random));
    const values = expectDecomposition(symmetric(20, (i, j) => (u[i] as number) * (u[j] as number)));
    const length = u.reduce((sum, value) => sum + value * value, 0);
    expect(values[19]).toBeCloseTo(length, 12);
    expect(maxAbs(values.subarray(0, 19))).toBeLessThanOrEqual(1e-13 * length);
  });

  it("are exact for equal values, a diagonal, zeros and very large or small entries", () => {
    const random = createRandom(6);
    expect(Array.from(expectDecomposition(symmetric(6, (i, j) => (i === j ? 3 : 0))))).toEqual([3, 3, 3, 3, 3, 3]);
    expect(Array.from(expectDecomposition(symmetric(4, (i, j) => (i === j ? 4 - i : 0))))).toEqual([1, 2, 3, 4]);
    expect(maxAbs(expectDecomposition(symmetric(3, () => 0)))).toBe(0);
    expectDecomposition(symmetric(8, () => 1e150 * normal(random)));
    expectDecomposition(symmetric(8, () => 1e-150 * normal(random)));
  });

  it("have the values 2 − 2cos(kπ/(n+1)) for the second-difference matrix", () => {
    const n = 15;
    const values = expectDecomposition(symmetric(n, (i, j) => (i === j ? 2 : i === j + 1 ? -1 : 0)));
    values.forEach((value, m) => expect(value).toBeCloseTo(2 - 2 * Math.cos(((m + 1) * Math.PI) / (n + 1)), 13));
  });

  it("are none of an empty matrix; one that is not square or not finite throws a RangeError", () => {
    expect(symmetricEigen(symmetric(0, () => 0)).values).toHaveLength(0);
    expect(() => symmetricEigen({ values: new Float64Array(6), rows: 2, columns: 3 })).toThrow(RangeError);
    for (const bad of [NaN, Infinity]) expect(() => symmetricEigen(symmetric(3, () => bad))).toThrow(/^matrix: /);
  });
});
