import { describe, expect, it } from "vitest";
import { appendRow, type CholeskyFactor, emptyFactor, inverseDiagonal, removeRow, solveFactored } from "../../src/math/cholesky";
import { createRandom, normal, type Random } from "../../src/math/random";

type Square = readonly (readonly number[])[];
const entry = (a: Square, i: number, j: number) => a[i]?.[j] ?? NaN;

/** BᵀB/m + ridge·I. */
function positiveDefinite(random: Random, size: number, ridge = 0.1): Square {
  const rows = Array.from({ length: size + 3 }, () => Array.from({ length: size }, () => normal(random)));
  const product = (i: number, j: number) => rows.reduce((sum, row) => sum + (row[i] as number) * (row[j] as number), 0) / rows.length;
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => product(i, j) + (i === j ? ridge : 0)));
}

function factorOf(a: Square): CholeskyFactor {
  const factor = emptyFactor(2);
  a.forEach((row, i) => expect(appendRow(factor, row.slice(0, i), row[i] as number)).toBe(true));
  return factor;
}

/** LLᵀ. */
function multipliedOut({ lower, size }: CholeskyFactor): Square {
  const l = (i: number, t: number) => (t > i ? 0 : (lower[(i * (i + 1)) / 2 + t] as number));
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => Array.from({ length: size }, (_, t) => l(i, t) * l(j, t)).reduce((sum, value) => sum + value, 0)),
  );
}

function expectEqual(a: Square, b: Square, tolerance: number) {
  expect(a.length).toBe(b.length);
  a.forEach((row, i) => row.forEach((value, j) => expect(Math.abs(value - entry(b, i, j))).toBeLessThanOrEqual(tolerance)));
}

const without = (a: Square, k: number): Square => a.filter((_, i) => i !== k).map((row) => row.filter((_, j) => j !== k));

describe("a Cholesky factor", () => {
  it("that grew row by row multiplies out to the matrix", () => {
    const random = createRandom(1);
    for (const size of [1, 2, 5, 17, 40]) {
      const a = positiveDefinite(random, size);
      expectEqual(multipliedOut(factorOf(a)), a, 1e-13);
    }
  });

  it("that lost any row multiplies out to the matrix without it", () => {
    const a = positiveDefinite(createRandom(2), 9);
    for (let k = 0; k < 9; k++) {
      const factor = factorOf(a);
      removeRow(factor, k);
      expect(factor.size).toBe(8);
      expectEqual(multipliedOut(factor), without(a, k), 1e-14);
    }
  });

  it("stays exact over 300 rows that come and go", () => {
    const random = createRandom(3);
    const all = positiveDefinite(random, 30);
    const factor = emptyFactor();
    let inside: number[] = [];
    for (let step = 0; step < 300; step++) {
      const k = Math.floor(random() * 30);
      const place = inside.indexOf(k);
      if (place >= 0) {
        removeRow(factor, place);
        inside = inside.filter((other) => other !== k);
      } else {
        appendRow(factor, inside.map((other) => entry(all, k, other)), entry(all, k, k));
        inside = [...inside, k];
      }
    }
    expect(inside.length).toBeGreaterThan(5);
    expectEqual(multipliedOut(factor), inside.map((i) => inside.map((j) => entry(all, i, j))), 1e-12);
  });

  it("solves with a residual of rounding size, in place too", () => {
    const random = createRandom(4);
    const a = positiveDefinite(random, 25);
    const factor = factorOf(a);
    const rhs = Float64Array.from({ length: 25 }, () => normal(random));
    const solution = solveFactored(factor, rhs);
    a.forEach((row, i) => {
      const product = row.reduce((sum, value, j) => sum + value * (solution[j] as number), 0);
      expect(Math.abs(product - (rhs[i] as number))).toBeLessThanOrEqual(1e-12);
    });
    expect(solveFactored(factor, rhs, rhs)).toEqual(solution);
  });

  it("has the diagonal of the inverse", () => {
    const factor = factorOf(positiveDefinite(createRandom(5), 12));
    inverseDiagonal(factor).forEach((value, i) => {
      const unit = new Float64Array(12);
      unit[i] = 1;
      expect(value).toBeCloseTo(solveFactored(factor, unit)[i] as number, 12);
    });
  });

  it("refuses a row that depends on the others, and stays as it was", () => {
    const factor = factorOf([[4, 2], [2, 5]]);
    const before = multipliedOut(factor);
    expect(appendRow(factor, [4, 2], 4)).toBe(false);
    expect(appendRow(factor, [0, 0], 0)).toBe(false);
    expect(appendRow(factor, [0, 0], NaN)).toBe(false);
    expect(factor.size).toBe(2);
    expect(multipliedOut(factor)).toEqual(before);
  });

  it("takes the pivot that it is told to take", () => {
    const factor = factorOf([[1]]);
    const seen: number[] = [];
    appendRow(factor, [1], 1 + 2 ** -40, (pivot) => {
      seen.push(pivot);
      return 2 ** -42;
    });
    expect(seen).toEqual([2 ** -40]);
    expect(entry(multipliedOut(factor), 1, 1)).toBe(1 + 2 ** -42);
  });
});
