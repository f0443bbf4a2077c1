import { describe, expect, it } from "vitest";
import { solveFactored } from "../../src/math/cholesky";
import { createRandom } from "../../src/math/random";
import { emptyActiveSet, enter, placed, weightsAtBound, withRidge } from "../../src/regression/active-set";
import { createBends } from "../../src/regression/curved-bends";
import type { LeastSquares } from "../../src/regression/least-squares";
import { leastSquares } from "../../src/regression/standardize";
import { autoregressive, gaussian, matrix, at, targetOf } from "./support/designs";

/** The stretch on which these features have the signs of their correlations, and its derivatives at any λ, solved for there. */
function stretchOf(moments: LeastSquares, l1Ratio: number, indices: readonly number[], patience = 0) {
  const set = emptyActiveSet(moments, 0);
  for (const index of indices) expect(enter(set, index, Math.sign(moments.correlations[index]!))).toBe(true);
  const kappa = 1 - l1Ratio;
  const derivatives = (lambda: number) => {
    const shifted = withRidge(set, kappa * lambda);
    const weights = weightsAtBound(shifted, lambda * l1Ratio);
    const velocity = solveFactored(shifted.factor, weights.map((weight, i) => -l1Ratio * shifted.signs[i]! - kappa * weight));
    const acceleration = solveFactored(shifted.factor, velocity.map((value) => -2 * kappa * value));
    return { lambda, shifted, weights, velocity, acceleration };
  };
  const bendsAt = createBends({ moments, l1Ratio, set, touching: new Int8Array(moments.gram.rows) }, patience);
  return { set, derivatives, bends: (lambda: number) => bendsAt(derivatives(lambda)) };
}

/** |(G_jA·w″)|. */
function gradientBend({ gram }: LeastSquares, j: number, indices: readonly number[], acceleration: Float64Array): number {
  return Math.abs(indices.reduce((sum, index, i) => sum + gram.values[j * gram.rows + index]! * acceleration[i]!, 0));
}

const random = createRandom(171);
const base = gaussian(random, 30, 8);
/** How far bounds on weights and on gradients may be above the largest value on the step: signs are forgotten in both, norms forget more, and beside near-copies all. */
const [close, far, anywhere] = [{ weights: 40, gradients: 300 }, { weights: 120, gradients: 1000 }, { weights: Infinity, gradients: Infinity }];
/** By eigenvectors, and by norms. */
const designs: [string, LeastSquares, typeof close, typeof close][] = [
  ["features that correlate", leastSquares(autoregressive(random, 40, 8, 0.8), targetOf(random, gaussian(random, 40, 8))), close, far],
  ["near-copies", leastSquares(matrix(30, 8, (i, j) => (j % 2 === 1 ? at(base, i, j - 1) + 1e-5 * at(base, i, j) : at(base, i, j))), targetOf(random, base)), close, anywhere],
  // Rounding of the large ones hides the eigenvalues of the small.
  ["units that are far apart", leastSquares(matrix(30, 8, (i, j) => at(base, i, j) * (j % 2 === 0 ? 1e9 : 1)), targetOf(random, base), { standardize: false }), far, far],
];

const [eigenvectors, norms] = [0, Infinity];

describe.each(designs)("bounds on the curvature of an elastic net's weights: %s", (_, moments, byEigenvectors, byNorms) => {
  const indices = [0, 1, 2, 3, 5];
  const idle = [4, 6, 7];

  it.each([0.9, 0.5, 0.1].flatMap((l1Ratio) => [eigenvectors, norms].map((patience) => ({ l1Ratio, patience }))))("hold over a whole step, and are not far above (ρ = $l1Ratio, eigenvectors after $patience)", ({ l1Ratio, patience }) => {
    const most = patience === norms ? byNorms : byEigenvectors;
    const stretch = stretchOf(moments, l1Ratio, indices, patience);
    for (const lambda of [3, 0.3, 0.01, 1e-4, 1e-6]) {
      const bends = stretch.bends(lambda);
      expect(bends.longest).toBeGreaterThanOrEqual(0.25);
      const reached = indices.map(() => 0);
      const pulled = idle.map(() => 0);
      for (let step = 0; step <= 40; step++) {
        const { acceleration } = stretch.derivatives(lambda * (1 - (bends.longest * Math.min(step, 39.9)) / 40));
        acceleration.forEach((value, i) => {
          expect(Math.abs(value)).toBeLessThanOrEqual(bends.weights[i]!);
          reached[i] = Math.max(reached[i]!, Math.abs(value));
        });
        idle.forEach((j, i) => {
          const bend = gradientBend(moments, j, indices, acceleration);
          expect(bend).toBeLessThanOrEqual(bends.gradient(j));
          pulled[i] = Math.max(pulled[i]!, bend);
        });
      }
      bends.weights.forEach((bound, i) => expect(bound).toBeLessThanOrEqual(most.weights * reached[i]!));
      idle.forEach((j, i) => expect(bends.gradient(j)).toBeLessThanOrEqual(most.gradients * pulled[i]!));
    }
  });
});

describe("a step", () => {
  it("may go all the way down where λ is small beside every eigenvalue, and a quarter elsewhere", () => {
    const [, moments] = designs[0]!;
    const stretch = stretchOf(moments, 0.5, [0, 3, 7]);
    expect(stretch.bends(1e-3).longest).toBe(1);
    expect(stretch.bends(1e3).longest).toBe(0.25);
    const [, copies] = designs[1]!;
    expect(stretchOf(copies, 0.5, [0, 1]).bends(1e-3).longest).toBe(0.25);
  });

  it("is told from norms as long as there is patience, and from eigenvectors afterwards", () => {
    const [, moments] = designs[0]!;
    const stretch = stretchOf(moments, 0.5, [0, 3, 7], 3);
    expect(Array.from({ length: 5 }, () => stretch.bends(1e-3).longest)).toEqual([0.25, 0.25, 0.25, 1, 1]);
  });

  it("knows where a feature stands that had to be left out", () => {
    const twice = leastSquares(matrix(30, 3, (i, j) => at(base, i, j % 2)), targetOf(random, base));
    const set = { ...emptyActiveSet(twice, 0), indices: [0, 2, 1], signs: [1, 1, -1] };
    const shifted = withRidge(set, 0);
    expect(shifted.indices).toEqual([0, 1]);
    expect(Array.from(placed(set, shifted, Float64Array.of(5, 7)))).toEqual([5, 0, 7]);
    const bends = createBends({ moments: twice, l1Ratio: 0.5, set, touching: new Int8Array(3) }, 0)({ lambda: 1e-3, shifted, velocity: Float64Array.of(1, 2), acceleration: Float64Array.of(-1, 1) });
    expect([bends.longest, bends.weights.length, bends.weights[1]]).toEqual([0.25, 3, 0]);
  });
});
