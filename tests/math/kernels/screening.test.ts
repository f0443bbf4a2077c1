import { describe, expect, it } from "vitest";
import { type Kernels, strideOf } from "../../../src/math/kernels/kernels";
import { createRandom, normal, type Random } from "../../../src/math/random";
import { gaussians, inKind, kinds, putPanel } from "./support";

/** Columns from which integers have much to lose: every scale, one outlier, few values, no value at all. */
function awkwardColumn(random: Random, rows: number): Float64Array {
  const scale = 10 ** (random() < 0.5 ? 0 : 560 * random() - 300);
  const shape = Math.floor(random() * 6);
  const column = Float64Array.from({ length: rows }, () => {
    if (shape === 0) return random() < 0.05 ? 1 : 0;
    if (shape === 1) return normal(random) ** 9;
    if (shape === 2) return random() < 0.5 ? -1 : 1;
    return shape === 3 ? 1e-5 * normal(random) : normal(random);
  });
  if (shape === 3 && rows > 0) column[Math.floor(random() * rows)] = 1;
  if (shape === 4) column.fill(random() < 0.5 ? 0 : 1);
  return column.map((value) => value * scale);
}

/** Bounds on |xᵀr|/n for every column and residual, column after column. */
function bounds(kernels: Kernels, columns: readonly Float64Array[], residuals: readonly Float64Array[], rows: number): Float64Array {
  const { arena } = kernels;
  const stride = strideOf(rows);
  const quantised = (panel: readonly Float64Array[]) => {
    const integers = arena.reserve(2 * stride * panel.length);
    const records = arena.reserve(24 * panel.length);
    const x = putPanel(kernels, panel, rows);
    kernels.quantise(x, stride, panel.length, 0, stride, integers, records, panel.length, x, arena.reserve(8 * panel.length));
    return { integers, records };
  };
  const x = quantised(columns);
  const r = quantised(residuals);
  const out = arena.reserve(8 * columns.length * residuals.length);
  kernels.screen(x.integers, stride, columns.length, x.records, r.integers, residuals.length, r.records, out);
  return arena.float64(out, columns.length * residuals.length).map((bound) => bound / rows);
}

function length(values: Float64Array): number {
  const largest = values.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  return largest === 0 ? 0 : largest * Math.sqrt(values.reduce((sum, value) => sum + (value / largest) ** 2, 0));
}

describe.each(kinds)("the int16 pass of the %s kernels", (kind) => {
  it("bounds the products of 10,000 columns of every scale with residuals of every scale", () => {
    const random = createRandom(16);
    let seen = 0;
    for (let round = 0; round < 100; round++) {
      const rows = 1 + Math.floor(300 * random() ** 2);
      const columns = Array.from({ length: 100 }, () => awkwardColumn(random, rows));
      const residuals = Array.from({ length: 1 + (round % 8) }, () => awkwardColumn(random, rows));
      const found = inKind(kind, (kernels) => bounds(kernels, columns, residuals, rows));
      residuals.forEach((residual, q) => {
        columns.forEach((column, j) => {
          const exact = Math.abs(column.reduce((sum, value, i) => sum + value * residual[i]!, 0)) / rows;
          const bound = found[q * columns.length + j]!;
          seen++;
          // Where numbers end, so does the bound; it then says "not within any limit".
          if (Number.isNaN(bound) || Number.isNaN(exact)) return;
          expect(Math.abs(bound), `round ${round}, column ${j}`).toBeGreaterThanOrEqual(exact * (1 - 1e-12));
        });
      });
    }
    expect(seen).toBeGreaterThan(10_000);
  });

  it("is within 0.1 % of the lengths for columns of 100 to 2,000 rows", () => {
    const random = createRandom(17);
    for (const rows of [100, 333, 2000]) {
      const columns = Array.from({ length: 40 }, () => gaussians(random, rows));
      const residual = gaussians(random, rows);
      const found = inKind(kind, (kernels) => bounds(kernels, columns, [residual], rows));
      columns.forEach((column, j) => {
        const product = column.reduce((sum, value, i) => sum + value * residual[i]!, 0) / rows;
        expect(Math.abs(found[j]!) - Math.abs(product)).toBeLessThan(1e-3 * ((length(column) * length(residual)) / rows));
      });
    }
  });

  it("does not overflow where every product has the same sign and the largest integers", () => {
    for (const rows of [1, 2, 3, 8, 5000, 100_000]) {
      const ones = new Float64Array(rows).fill(1);
      const spike = new Float64Array(rows);
      spike[0] = 1;
      const columns = [ones, ones.map((value) => -value), spike, spike.map((value) => -value)];
      const found = inKind(kind, (kernels) => bounds(kernels, columns, [ones, spike], rows));
      const expected = [1, -1, 1 / rows, -1 / rows, 1 / rows, -1 / rows, 1 / rows, -1 / rows];
      found.forEach((bound, i) => {
        const size = Math.abs(expected[i]!);
        expect(Math.sign(bound)).toBe(Math.sign(expected[i]!));
        expect(Math.abs(bound)).toBeGreaterThanOrEqual(size);
        expect(Math.abs(bound)).toBeLessThan(size + 0.01);
      });
    }
  });

  it("gives no number to hold on to where a column is not finite", () => {
    const columns = [NaN, Infinity, -Infinity, 1].map((value) => Float64Array.of(value, 1, 2));
    const found = inKind(kind, (kernels) => bounds(kernels, columns, [Float64Array.of(1, 0, 0)], 3));
    expect(Array.from(found, (bound) => Math.abs(bound) <= 1e300)).toEqual([false, false, false, true]);
  });
});
