import { afterEach, describe, expect, it } from "vitest";
import { borrowKernels, giveBack, preferKernels } from "../../src/math/kernels/kernels";
import type { Matrix } from "../../src/math/matrix";
import { column } from "../../src/math/products";
import { createRandom, normal, type Random } from "../../src/math/random";
import { addScaled } from "../../src/math/vector";
import { lassoPath } from "../../src/regression/lasso-path";
import { leastSquares } from "../../src/regression/standardize";
import { finish } from "../../src/regression/steps";
import { wideDesign } from "../../src/regression/wide-design";
import { wideLasso } from "../../src/regression/wide-lasso";
import { fit } from "../../src/regression/regression";
import { autoregressive, gaussian, targetOf } from "./support/designs";
import { optimality } from "./support/wide-optimality";
import { wideLassoPath } from "./support/wide-path";

const kinds = ["simd", "scalar"] as const;

afterEach(() => preferKernels(undefined));

/** Standardised in place; twenty columns count. X'X is never formed. */
function wide(random: Random, design: Matrix): { x: Matrix; y: Float64Array } {
  const { rows, columns } = design;
  for (let j = 0; j < columns; j++) standardise(column(design, j));
  const y = Float64Array.from({ length: rows }, () => 2 * normal(random));
  for (let t = 0; t < 20; t++) addScaled(y, (t % 2 === 0 ? 1 : -1) * (1 + random()), column(design, Math.floor((t * columns) / 20)));
  standardise(y);
  return { x: design, y };
}

function standardise(values: Float64Array): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  values.forEach((value, i) => (values[i] = deviation > 1e-12 * Math.abs(mean) ? (value - mean) / deviation : 0));
}

describe.each(kinds)("the wide lasso path on %s kernels", (kind) => {
  it("gives the solutions of the full homotopy on 60 problems of up to 300 columns", { timeout: 60_000 }, () => {
    preferKernels(kind);
    const random = createRandom(31);
    for (let draw = 0; draw < 60; draw++) {
      const n = 2 + Math.floor(50 * random());
      const p = 1 + Math.floor(300 * random() ** 2);
      const design = draw % 2 === 0 ? gaussian(random, n, p) : autoregressive(random, n, p, 0.95 * random());
      const problem = leastSquares(design, targetOf(random, design), { standardizeTarget: true });
      const full = lassoPath(problem);
      const path = wideLassoPath(problem.x, problem.y, { count: 30, minRatio: 0.02 });
      expect(Math.abs(path.lambdaMax - full.lambdaMax)).toBeLessThanOrEqual(1e-12);
      path.weights.forEach((weights, l) => {
        const reference = full.coefficientsAt(path.lambdas[l]!);
        const apart = Math.max(...weights.map((value, j) => Math.abs(value - reference[j]!)));
        expect(apart, `draw ${draw}, ${n} × ${p}, λ ${l}`).toBeLessThanOrEqual(1e-8);
        expect(optimality(problem.x, problem.y, { weights, lambda: path.lambdas[l]! }).gap).toBeLessThanOrEqual(1e-12);
      });
    }
  });

  it("goes back where a column was missing, and then has the same solutions", { timeout: 60_000 }, () => {
    preferKernels(kind);
    const random = createRandom(33);
    let rollbacks = 0;
    for (let draw = 0; draw < 5; draw++) {
      const { x, y } = wide(random, autoregressive(random, 60, 1500, 0.97));
      const path = wideLassoPath(x, y, { count: 12, minRatio: 1e-3 });
      rollbacks += path.effort.rollbacks;
      path.weights.forEach((weights, l) => {
        expect(optimality(x, y, { weights, lambda: path.lambdas[l]! }).gap).toBeLessThanOrEqual(1e-12);
      });
    }
    expect(rollbacks).toBeGreaterThan(0);
  });
});

describe("the wide lasso path", () => {
  it.each([
    { name: "200 × 5,000, neighbours correlated by 0.5", rows: 200, columns: 5000, correlation: 0.5 },
    { name: "100 × 20,000, neighbours correlated by 0.9", rows: 100, columns: 20_000, correlation: 0.9 },
  ])("reaches a gap of 1e-12 at each of 100 λ for $name", { timeout: 120_000 }, ({ rows, columns, correlation }) => {
    const random = createRandom(34);
    const { x, y } = wide(random, autoregressive(random, rows, columns, correlation));
    const path = wideLassoPath(x, y, { count: 100, minRatio: 1e-2 });
    expect(path.lambdas).toHaveLength(100);
    path.weights.forEach((weights, l) => {
      const { gap } = optimality(x, y, { weights, lambda: path.lambdas[l]! });
      expect(gap, `λ ${l}`).toBeLessThanOrEqual(1e-12);
    });
    expect(path.effort.workingColumns).toBeLessThan(columns / 5);
  });

  it("takes λ that are given, above λmax and far apart, and gives one solution for each", () => {
    const random = createRandom(35);
    const { x, y } = wide(random, gaussian(random, 30, 200));
    const lambdas = [5, 1.5, 0.4, 0.02, 0.0005];
    const path = wideLassoPath(x, y, { lambdas });
    expect(Array.from(path.lambdas)).toEqual(lambdas);
    expect(path.weights[0]!.every((value) => value === 0)).toBe(true);
    path.weights.forEach((weights, l) => {
      expect(optimality(x, y, { weights, lambda: lambdas[l]! }).gap).toBeLessThanOrEqual(1e-12);
    });
  });

  it("has nothing but zeros for a constant target, for no columns and for columns of zeros", () => {
    const grid = { count: 5, minRatio: 0.1 };
    const random = createRandom(36);
    const { x } = wide(random, gaussian(random, 10, 30));
    const empty = { values: new Float64Array(0), rows: 3, columns: 0 };
    const zeros = { values: new Float64Array(12), rows: 3, columns: 4 };
    for (const path of [
      wideLassoPath(x, new Float64Array(10), grid),
      wideLassoPath(empty, Float64Array.of(1, 0, -1), grid),
      wideLassoPath(zeros, Float64Array.of(1, 0, -1), grid),
    ]) {
      expect(path.lambdaMax).toBe(0);
      expect(path.weights.map((weights) => weights.filter((value) => value !== 0).length)).toEqual([0, 0, 0, 0, 0]);
    }
  });

  it("is followed again at other λ, while another is under way, and takes no more memory", () => {
    const random = createRandom(37);
    const { x, y } = wide(random, gaussian(random, 40, 900));
    const lasso = wideLasso(wideDesign(x, { center: false, scale: false }), y);
    const lambdas = Float64Array.from({ length: 20 }, (_, l) => lasso.lambdaMax * 0.8 ** l);
    const first = finish(lasso.along(lambdas));
    const paused = lasso.along(lambdas);
    paused.next();
    const [last] = finish(lasso.along(lambdas.subarray(19))).solutions;
    expect(Array.from(last!.columns).sort()).toEqual(Array.from(first.solutions[19]!.columns).sort());
    expect(finish(paused)).toEqual(first);
    const kernels = borrowKernels();
    const { size } = kernels.arena;
    giveBack(kernels);
    expect(finish(lasso.along(lambdas))).toEqual(first);
    expect(borrowKernels()).toBe(kernels);
    expect(kernels.arena.size).toBe(size);
  });

  it("says which column is too large or too small to square", () => {
    const random = createRandom(38);
    const y = Float64Array.from({ length: 3 }, () => normal(random));
    for (const [size, message] of [[1e160, "x: the values of column 7 are too large to square"], [1e-160, "x: the values of column 7 are too small to square"]] as const) {
      const x = gaussian(random, 3, 600);
      column(x, 7).forEach((value, i, own) => (own[i] = size * value));
      expect(() => fit({ x, y, lambda: 0.1 })).toThrow(message);
    }
  });
});
