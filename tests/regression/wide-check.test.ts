import { describe, expect, it } from "vitest";
import { borrowKernels, strideOf } from "../../src/math/kernels/kernels";
import type { Matrix } from "../../src/math/matrix";
import { column } from "../../src/math/products";
import { createRandom, normal } from "../../src/math/random";
import { dot, maxAbs } from "../../src/math/vector";
import { batchSize, createCheck, distanceTo } from "../../src/regression/wide-check";
import { wideDesign } from "../../src/regression/wide-design";
import { createScreen } from "../../src/regression/wide-screen";
import { autoregressive } from "./support/designs";

/** A check of all columns, and how to hold residuals against them. */
function checkOf(x: Matrix, y: Float64Array) {
  const { rows, columns } = x;
  const kernels = borrowKernels();
  const screen = createScreen(kernels, wideDesign(x, { center: false, scale: false }), y);
  const check = createCheck(screen);
  const stride = strideOf(rows);
  const panel = kernels.arena.reserve(8 * stride * batchSize);
  const hold = (residuals: readonly Float64Array[], limits: Float64Array, working: Int32Array = new Int32Array(columns).fill(-1)) => {
    kernels.arena.float64(panel, stride * batchSize).fill(0);
    residuals.forEach((residual, q) => kernels.arena.float64(panel + 8 * stride * q, rows).set(residual));
    const sizes = residuals.map((residual) => Array.from({ length: columns }, (_, j) => Math.abs(dot(column(x, j), residual))));
    return { open: check.open(panel, { lambdas: limits.map((limit) => limit / rows), limits, working }), sizes, limits };
  };
  return { check, hold, top: maxAbs(screen.correlations) };
}

/** The same for columns of different lengths and residuals that shrink towards nothing, with some noise on the way. */
function checked(seed: number, { rows, columns, noise }: { rows: number; columns: number; noise: number }) {
  const random = createRandom(seed);
  const x = autoregressive(random, rows, columns, 0.6);
  for (let j = 0; j < columns; j++) column(x, j).forEach((value, i, own) => (own[i] = value * (1 + (j % 5))));
  const y = Float64Array.from({ length: rows }, () => normal(random));
  const { check, hold, top } = checkOf(x, y);
  /** Puts down so many residuals from the l-th λ on and looks at them. */
  const look = (from: number, count: number, working?: Int32Array) => {
    const lambdas = Float64Array.from({ length: count }, (_, l) => (top / rows) * 0.95 ** (from + l + 1));
    const residuals = Array.from(lambdas, (lambda) => y.map((value) => (lambda / (top / rows)) * value + noise * normal(random)));
    return hold(residuals, lambdas.map((lambda) => rows * lambda), working);
  };
  return { check, look, x, top };
}

describe("the check of all columns", () => {
  it.each([0, 0.01, 0.3, 3])("leaves none out that is beyond its limit, whatever is accepted (noise %d)", (noise) => {
    const { check, look } = checked(5, { rows: 31, columns: 900, noise });
    let from = 0;
    let beyond = 0;
    for (const [count, accepted] of [[8, 8], [8, 5], [8, 0], [3, 3], [1, 1], [8, 2], [8, 8], [5, 4], [2, 2]] as const) {
      const { open, sizes, limits } = look(from, count);
      expect(open).toHaveLength(count);
      open.forEach((columns, q) => {
        const listed = new Set(columns);
        sizes[q]!.forEach((size, j) => {
          if (size > limits[q]! && ++beyond) expect(listed, `column ${j}, λ ${from + q}`).toContain(j);
        });
      });
      check.accept(accepted);
      from += accepted;
    }
    expect(beyond).toBeGreaterThanOrEqual(noise > 0 ? 5 : 0);
  });

  it("opens few columns where residuals lie close to a line", () => {
    const { look } = checked(6, { rows: 64, columns: 4000, noise: 0.001 });
    const { open, sizes, limits } = look(0, 8);
    open.forEach((columns, q) => expect(columns.length).toBeLessThanOrEqual(20 + 2 * sizes[q]!.filter((size) => size > 0.9 * limits[q]!).length));
  });

  it("opens none that is far below its limit", () => {
    for (const [noise, count] of [[0.001, 8], [0.3, 8], [0.3, 7], [0.3, 3]] as const) {
      const { check, look } = checked(6, { rows: 64, columns: 2000, noise });
      let least = Infinity;
      for (let from = 0; from < 24; from += count) {
        const { open, sizes, limits } = look(from, count);
        open.forEach((columns, q) => columns.forEach((j) => (least = Math.min(least, sizes[q]![j]! / limits[q]!))));
        check.accept(count);
      }
      expect(least).toBeGreaterThan(0.999);
    }
  });

  it("finds columns that come up from far below between two residuals, and those that go", () => {
    const random = createRandom(10);
    const [rows, columns] = [48, 1500];
    const x = autoregressive(random, rows, columns, 0.3);
    const [y, z] = [column(x, 100).slice(), column(x, 1200).map((value) => -value)];
    const { check, hold } = checkOf(x, y);
    let came = 0;
    for (let from = 0; from < 24; from += batchSize) {
      // From y to z and back, on a straight line.
      const shares = Float64Array.from({ length: batchSize }, (_, q) => Math.abs(12 - (from + q + 1)) / 12);
      const residuals = Array.from(shares, (share) => y.map((value, i) => share * value + (1 - share) * z[i]!));
      const { open, sizes, limits } = hold(residuals, shares.map((_, q) => 0.45 * rows * (1 - 0.001 * (from + q))));
      open.forEach((found, q) => {
        const listed = new Set(found);
        for (let j = 0; j < columns; j++) {
          const size = sizes[q]![j]!;
          if (size > limits[q]! && ++came) expect(listed, `column ${j} at ${from + q}`).toContain(j);
          if (size < 0.99 * limits[q]!) expect(listed, `column ${j} at ${from + q}`).not.toContain(j);
        }
      });
      check.accept(batchSize);
    }
    expect(came).toBeGreaterThan(20);
  });

  it("leaves working columns, and only these, out of all but every fourth and the last of the residuals", () => {
    const fresh = () => checked(7, { rows: 31, columns: 900, noise: 0.3 });
    for (const [count, stops] of [[8, [3, 7]], [6, [3, 5]], [5, [3, 4]]] as const) {
      const all = fresh().look(0, count).open;
      const chosen = new Set(all.flat().filter((_, i) => i % 2 === 0));
      const working = new Int32Array(900).fill(-1);
      [...chosen].forEach((column, place) => (working[column] = place));
      const { open } = fresh().look(0, count, working);
      expect(chosen.size).toBeGreaterThan(1);
      const isStop = (q: number) => (stops as readonly number[]).includes(q);
      all.forEach((columns, q) => expect(open[q]).toEqual(columns.filter((column) => isStop(q) || !chosen.has(column))));
    }
  });

  it("expects columns where straight lines through the last two solutions lead", () => {
    const { check, look, top } = checked(8, { rows: 31, columns: 900, noise: 0 });
    look(0, 8);
    check.accept(8);
    // Without noise all correlations fall in step with λ: those of half of it are expected exactly.
    const lambda = (top / 31) * 0.95 ** 8 * 0.5;
    const expected = check.expected(lambda, 0.8 * 31 * lambda);
    const { sizes } = checked(8, { rows: 31, columns: 900, noise: 0 }).look(0, 1);
    const share = 0.5 * 0.95 ** 7;
    const right = Array.from(sizes[0]!.keys()).filter((j) => share * sizes[0]![j]! > 0.8 * 31 * lambda);
    for (const j of right) expect(expected.map((one) => one.column)).toContain(j);
    for (const { column: j, size } of expected) expect(Math.abs(size - share * sizes[0]![j]!)).toBeLessThan(2e-3 * top);
  });
});

describe("the distance of residuals from those between two others", () => {
  const random = createRandom(9);
  const vector = (size: number) => Float64Array.from({ length: 12 }, () => size * normal(random));
  const between = (a: Float64Array, b: Float64Array, share: number) => b.map((value, i) => value + share * (a[i]! - value));
  const length = (a: Float64Array, b: Float64Array) => Math.hypot(...a.map((value, i) => value - b[i]!));

  it("is that of the nearest of them, and never less", () => {
    for (let draw = 0; draw < 200; draw++) {
      const [a, b] = [vector(3), vector(3)];
      const r = between(a, b, 3 * random() - 1).map((value, i) => value + vector(draw % 3)[i]!);
      // From coarse to fine: the distance is convex in the share.
      let [low, high] = [0, 1];
      for (let round = 0; round < 60; round++) {
        const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
        if (length(r, between(a, b, left)) < length(r, between(a, b, right))) high = right;
        else low = left;
      }
      const nearest = Math.min(length(r, a), length(r, b), length(r, between(a, b, (low + high) / 2)));
      const found = distanceTo(a, b, r);
      // On the way between the two the search ends a little beside it.
      const onIt = nearest < 1e-6;
      expect(found).toBeGreaterThanOrEqual(onIt ? 0 : nearest);
      expect(found).toBeLessThanOrEqual(nearest + (onIt ? 1e-7 : 1e-9));
    }
  });

  it("is that of one where both are the same, with a little for rounding", () => {
    const [a, r] = [vector(1), vector(1)];
    expect(distanceTo(a, a, r)).toBeCloseTo(length(a, r), 10);
    expect(distanceTo(a, a, a)).toBeGreaterThan(0);
    expect(distanceTo(a, a, a)).toBeLessThan(1e-10);
    expect(distanceTo(a, a, a)).toBeCloseTo(2e-12 * length(a, new Float64Array(12)), 14);
  });
});
