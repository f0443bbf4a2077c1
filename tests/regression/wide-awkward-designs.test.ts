import { describe, expect, it } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import { leastSquares } from "../../src/regression/standardize";
import { at, awkwardDesigns, gaussian, matrix, targetOf } from "./support/designs";
import { optimality } from "./support/wide-optimality";
import { wideLassoPath } from "./support/wide-path";

describe.each(Object.entries(awkwardDesigns))("wide designs: %s", (_, design) => {
  it.each([
    [20, 60],
    [40, 120],
    [60, 400],
  ])("leave a stationarity residual of at most 1e-9·λ on ten problems of %d × %d", { timeout: 120_000 }, (n, p) => {
    const random = createRandom(n + p);
    for (let draw = 0; draw < 10; draw++) {
      const raw = design(random, n, p);
      const standardised = leastSquares(raw, new Float64Array(n)).x;
      const { x, y } = leastSquares(raw, targetOf(random, standardised), { standardizeTarget: true });
      const path = wideLassoPath(x, y, { count: 50, minRatio: 1e-2 });
      path.weights.forEach((weights, l) => {
        expect(weights.every(Number.isFinite)).toBe(true);
        expect(optimality(x, y, { weights, lambda: path.lambdas[l]! }).kkt, `λ ${l}`).toBeLessThanOrEqual(1e-9);
      });
    }
  });
});

describe("wide designs of near-copies at every distance from 1e-4 to 1e-12", () => {
  it("are solved by the slow road where the fast one fails, to a gap of 1e-5 down to λmax/100,000", { timeout: 60_000 }, () => {
    const random = createRandom(3);
    let rescues = 0;
    for (let draw = 0; draw < 6; draw++) {
      const base = gaussian(random, 30, 10);
      const raw = matrix(30, 90, (i, j) => at(base, i, j % 10) + 10 ** -(4 + (j % 9)) * normal(random));
      const target = Float64Array.from({ length: 30 }, (_, i) => at(raw, i, 0) + normal(random));
      const { x, y } = leastSquares(raw, target, { standardizeTarget: true });
      const path = wideLassoPath(x, y, { count: 30, minRatio: 1e-5 });
      rescues += path.effort.rescues;
      path.weights.forEach((weights, l) => {
        expect(optimality(x, y, { weights, lambda: path.lambdas[l]! }).gap).toBeLessThanOrEqual(1e-5);
      });
    }
    expect(rescues).toBeGreaterThan(0);
  });
});
