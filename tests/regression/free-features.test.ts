import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/math/random";
import { freeFeatures } from "../../src/regression/free-features";
import { leastSquares } from "../../src/regression/standardize";
import { at, autoregressive, matrix, targetOf } from "./support/designs";
import { kernelsOf, kinds } from "./support/kernels";

const random = createRandom(241);
const p = 9;
const x = autoregressive(random, 40, p, 0.6);
const problem = leastSquares(x, targetOf(random, x));

describe.each(kinds)("the free features of a walk (%s)", (kind) => {
  it("have the line of their weights and gradients, by definition, as they come and go", () => {
    const set = freeFeatures(kernelsOf(kind), problem);
    const { values } = problem.gram;
    const expectTrue = (features: readonly number[], signs: readonly number[]) => {
      expect(set.size()).toBe(features.length);
      expect(Array.from(set.active.subarray(0, features.length))).toEqual(features);
      expect(Array.from(set.signs.subarray(0, features.length))).toEqual(signs);
      expect(Array.from(set.place.subarray(0, p))).toEqual(Array.from({ length: p }, (_, j) => features.indexOf(j)));
      const { u, v, fitted, slopes } = set.line();
      for (let j = 0; j < p; j++) {
        const product = (weights: Float64Array) => features.reduce((sum, feature, i) => sum + values[j * p + feature]! * weights[i]!, 0);
        expect(fitted[j]).toBeCloseTo(product(u), 12);
        expect(slopes[j]).toBeCloseTo(product(v), 12);
        const place = features.indexOf(j);
        if (place < 0) continue;
        expect(fitted[j]).toBeCloseTo(problem.correlations[j]!, 12);
        expect(slopes[j]).toBeCloseTo(signs[place]!, 12);
      }
    };
    for (const [feature, sign] of [[3, 1], [0, -1], [8, 1], [5, -1]] as const) expect(set.enter(feature, sign)).toBe(true);
    expectTrue([3, 0, 8, 5], [1, -1, 1, -1]);
    set.leave(0);
    expectTrue([3, 8, 5], [1, 1, -1]);
    expect(set.enter(1, -1)).toBe(true);
    expectTrue([3, 8, 5, 1], [1, 1, -1, -1]);
    set.leave(1);
    set.leave(3);
    expectTrue([8, 5], [1, -1]);
    for (const feature of [0, 1, 2, 3, 4, 6, 7]) expect(set.enter(feature, 1)).toBe(true);
    expectTrue([8, 5, 0, 1, 2, 3, 4, 6, 7], [1, -1, 1, 1, 1, 1, 1, 1, 1]);
    for (const feature of [7, 8, 4, 0]) set.leave(feature);
    expectTrue([5, 1, 2, 3, 6], [-1, 1, 1, 1, 1]);
  });

  it("do not take in what the others nearly say", () => {
    for (const [apart, enters] of [[1e-2, true], [3e-4, false], [0, false]] as const) {
      const near = leastSquares(matrix(40, 3, (i, j) => (j === 2 ? 2 * at(x, i, 0) + apart * at(x, i, 4) : at(x, i, j))), problem.y);
      const set = freeFeatures(kernelsOf(kind), near);
      expect(set.enter(0, 1)).toBe(true);
      expect(set.enter(2, 1)).toBe(enters);
      expect(set.size()).toBe(enters ? 2 : 1);
      if (enters) continue;
      expect(set.enter(1, -1)).toBe(true);
      expect(Array.from(set.place.subarray(0, 3))).toEqual([0, 1, -1]);
    }
  });
});
