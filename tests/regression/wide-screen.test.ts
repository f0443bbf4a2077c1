import { describe, expect, it } from "vitest";
import type { Matrix } from "../../src/math/matrix";
import { column, transposeTimes } from "../../src/math/products";
import { createRandom, normal } from "../../src/math/random";
import { dot } from "../../src/math/vector";
import { wideDesign } from "../../src/regression/wide-design";
import { boundAll, boundSome, createScreen, type WideScreen } from "../../src/regression/wide-screen";
import { gaussian } from "./support/designs";
import { kernelsOf, kinds } from "./support/kernels";

function screenOf(x: Matrix, y: Float64Array, kind: (typeof kinds)[number]): WideScreen {
  const kernels = kernelsOf(kind);
  return createScreen(kernels, wideDesign(x, { center: false, scale: false }), y);
}

/** A panel of residuals. */
function panelOf({ kernels: { arena }, stride }: WideScreen, residuals: readonly Float64Array[]): number {
  const panel = arena.reserve(8 * stride * residuals.length);
  arena.float64(panel, stride * residuals.length).fill(0);
  residuals.forEach((residual, row) => arena.float64(panel + 8 * stride * row, residual.length).set(residual));
  return panel;
}

const length = (values: Float64Array): number => Math.sqrt(dot(values, values));

describe.each(kinds)("a screen, on %s kernels", (kind) => {
  // Numbers of columns that are no multiple of four, and one that is more than are read at a time.
  it.each([[7, 5], [10, 130], [21, 259]])("of %d rows and %d columns knows their correlations with the target", (rows, columns) => {
    const random = createRandom(columns);
    const x = gaussian(random, rows, columns);
    const y = Float64Array.from({ length: rows }, () => normal(random));
    const screen = screenOf(x, y, kind);
    const expected = transposeTimes(x, y);
    expect(screen.correlations).toHaveLength(columns);
    expected.forEach((value, j) => {
      expect(Math.abs(screen.correlations[j]! - value)).toBeLessThanOrEqual(1e-13);
      expect(screen.rounding[j]).toBeCloseTo(1e-14 * length(column(x, j)) * length(y), 17);
    });
    expect(screen.lambdaMax).toBeCloseTo(Math.max(...expected.map(Math.abs)) / rows, 13);
    expect([screen.capacity % 4, Math.floor(screen.capacity / 4)]).toEqual([0, Math.ceil(columns / 4)]);
  });

  it.each([[7, 5], [21, 259]])("of %d rows and %d columns bounds their correlations with residuals, closely and on the right side", (rows, columns) => {
    const random = createRandom(1000 + columns);
    const x = gaussian(random, rows, columns);
    // A column of zeros, a large and a small one.
    column(x, 1).fill(0);
    column(x, 2).forEach((value, i, own) => (own[i] = 1e5 * value));
    column(x, 4).forEach((value, i, own) => (own[i] = 1e-5 * value));
    const screen = screenOf(x, Float64Array.from({ length: rows }, () => normal(random)), kind);
    const residuals = [1, 1e-4, 3].map((size) => Float64Array.from({ length: rows }, () => size * normal(random)));
    const panel = panelOf(screen, residuals);
    const out = screen.kernels.arena.reserve(8 * screen.capacity * residuals.length);
    boundAll(screen, { residuals: panel, count: residuals.length, out });
    const some = [columns - 1, 0, 2, 4, 1];
    const ofSome = boundSome(screen, some, { residuals: panel, count: residuals.length });
    residuals.forEach((residual, row) => {
      const bounds = screen.kernels.arena.float64(out + 8 * screen.capacity * row, columns);
      const products = transposeTimes(x, residual);
      products.forEach((product, j) => {
        const room = length(column(x, j)) * length(residual);
        expect(Math.abs(bounds[j]!)).toBeGreaterThanOrEqual(Math.abs(product));
        expect(Math.abs(bounds[j]!)).toBeLessThanOrEqual(Math.max(1e-299, Math.abs(product) + 1e-3 * room));
        if (Math.abs(product) > 1e-3 * room) expect(Math.sign(bounds[j]!)).toBe(Math.sign(product));
      });
      some.forEach((index, i) => expect(ofSome[row]![i]).toBeCloseTo(bounds[index]!, 12));
    });
    expect(boundSome(screen, [], { residuals: panel, count: 2 }).map(({ length: count }) => count)).toEqual([0, 0]);
  });

  it("has room again after a pass", () => {
    const random = createRandom(7);
    const screen = screenOf(gaussian(random, 12, 40), Float64Array.from({ length: 12 }, () => normal(random)), kind);
    const panel = panelOf(screen, [Float64Array.from({ length: 12 }, () => normal(random))]);
    const mark = screen.kernels.arena.mark();
    boundSome(screen, [3, 9], { residuals: panel, count: 1 });
    expect(screen.kernels.arena.mark()).toBe(mark);
  });
});
