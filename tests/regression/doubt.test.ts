import { describe, expect, it } from "vitest";
import type { Matrix } from "../../src/math/matrix";
import { columnsOf, times, transposeTimes } from "../../src/math/products";
import { createRandom, normal } from "../../src/math/random";
import { certificate } from "../../src/regression/certificate";
import { elasticNetPath } from "../../src/regression/elastic-net-path";
import { doubtAbout } from "../../src/regression/doubt";
import { symmetricEigen } from "../../src/math/symmetric-eigen";
import { ridgePath } from "../../src/regression/ridge-path";
import { squaredPath } from "../../src/regression/squared-solver";
import { leastSquares } from "../../src/regression/standardize";
import { at, gaussian, matrix, targetOf } from "./support/designs";
import { leastHalfMeanSquare } from "./support/householder";

const ratios = [1, 0.9, 0.5, 0.01, 0];

/** Every third column is the one before it, but for a little noise. */
function nearCopies(random: () => number, rows: number, columns: number, noise: number): Matrix {
  const base = gaussian(random, rows, columns);
  return matrix(rows, columns, (i, j) => (j % 3 === 1 ? at(base, i, j - 1) + noise * at(base, i, j) : at(base, i, j)));
}

describe.each([1e-4, 1e-6, 1e-7, 1e-8])("near-copies with noise of %d at λ = 0", (noise) => {
  const random = createRandom(31);
  const problem = leastSquares(nearCopies(random, 60, 20, noise), targetOf(random, gaussian(random, 60, 5)), { standardizeTarget: true });
  const least = leastHalfMeanSquare(problem);
  // Rounding the columns turns what tells copies apart by so much, whoever solves.
  const turned = 1e-12 + 1e-15 / noise;

  it.each(ratios)("are the least-squares solution (ρ = %d)", (l1Ratio) => {
    // Along a lasso path such copies come in at λ that rounding hides; its end leaves them out, and says so.
    const isHidden = l1Ratio === 1 && noise < 1e-7;
    const weights = squaredPath(problem, l1Ratio).coefficientsAt(0);
    const { objective, dualityGap } = certificate(problem, weights, { lambda: 0, l1Ratio });
    if (isHidden) {
      expect(Math.abs(dualityGap - (objective - least))).toBeLessThanOrEqual(1e-6 * (objective - least));
      return;
    }
    expect(Math.abs(objective - least)).toBeLessThanOrEqual(turned);
    expect(dualityGap).toBeLessThanOrEqual(1e-12);
  });

  it("are not certified for weights that leave something to explain", () => {
    for (const lambda of [1e-6, 1e-3]) {
      const { objective, dualityGap } = certificate(problem, squaredPath(problem, 0).coefficientsAt(lambda), { lambda: 0, l1Ratio: 0 });
      expect(objective - least).toBeGreaterThan(1e-7);
      expect(Math.abs(dualityGap - (objective - least))).toBeLessThanOrEqual(1e-6 * (objective - least) + turned);
    }
  });
});

describe("the least-squares solution of smallest norm", () => {
  const random = createRandom(32);
  // Columns 8 to 11 repeat 0 to 3, 12 is a sum of two, 13 nearly repeats 7, 14 is constant. The near-copy's weights are of the order of 10⁶, and so is what rounding moves.
  const base = gaussian(random, 30, 8);
  const x = matrix(30, 15, (i, j) => (j < 8 ? at(base, i, j) : j < 12 ? at(base, i, j - 8) : j === 12 ? at(base, i, 4) + at(base, i, 5) : j === 13 ? at(base, i, 7) + 1e-7 * normal(random) : 3));
  const problem = leastSquares(x, targetOf(random, x));
  const weights = ridgePath(problem).coefficientsAt(0);
  const doubt = doubtAbout(symmetricEigen(problem.gram), problem.x);

  it("explains what independent columns explain", () => {
    const independent = [0, 1, 2, 3, 4, 5, 6, 7, 13];
    const least = leastHalfMeanSquare({ x: columnsOf(problem.x, independent), y: problem.y });
    expect(Math.abs(certificate(problem, weights, { lambda: 0, l1Ratio: 0 }).objective - least)).toBeLessThanOrEqual(1e-8);
  });

  it("shares weights equally between copies and gives none to a constant column", () => {
    for (let j = 0; j < 4; j++) expect(Math.abs(weights[j]! - weights[j + 8]!)).toBeLessThanOrEqual(1e-8 * Math.abs(weights[13]!));
    expect(weights[14]).toBe(0);
  });

  it("has no part that changes no score", () => {
    const largest = Math.max(...weights.map(Math.abs));
    doubt.unseen(weights).forEach((value) => expect(Math.abs(value)).toBeLessThanOrEqual(1e-14 * largest));
  });

  it("splits any weights into a part that changes scores and one that does not, at right angles", () => {
    const vector = Float64Array.from({ length: 15 }, () => normal(random));
    const unseen = doubt.unseen(vector);
    const part = vector.map((value, j) => value - unseen[j]!);
    expect(Math.max(...times(problem.x, unseen).map(Math.abs))).toBeLessThanOrEqual(1e-12);
    expect(Math.abs(transposeTimes({ values: part, rows: 15, columns: 1 }, unseen)[0]!)).toBeLessThanOrEqual(1e-12);
    // Four copies, a sum and a constant: of six dimensions of weights the scores know nothing; and a near-copy is in doubt.
    expect(doubt.count).toBe(7);
    expect(Math.max(...unseen.map(Math.abs))).toBeGreaterThan(0.01);
  });

  it("there is no doubt about columns that are far apart", () => {
    const apart = leastSquares(base, targetOf(random, base));
    const none = doubtAbout(symmetricEigen(apart.gram), apart.x);
    expect(none.count).toBe(0);
    expect(Array.from(none.weights(apart.correlations))).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(Array.from(none.unseen(new Float64Array(8).fill(1)))).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(none.explained(apart.y)).toBe(0);
  });

  it("is where ridge goes, and an elastic net, as λ falls to 0: copies share, signs stay", () => {
    for (const l1Ratio of [0, 0.3]) {
      const limit = elasticNetPath(problem, l1Ratio).coefficientsAt(0);
      expect(Math.abs(certificate(problem, limit, { lambda: 0, l1Ratio }).relativeGap)).toBeLessThanOrEqual(1e-12);
      for (let j = 0; j < 4; j++) expect(Math.abs(limit[j]! - limit[j + 8]!)).toBeLessThanOrEqual(1e-8 * Math.max(...limit.map(Math.abs)));
    }
  });
});

describe("as λ falls to 0, an elastic net goes to the least-squares solution of smallest penalty", () => {
  // Column 1 is twice column 0, column 3 half of column 2 turned round: the penalty decides how each pair shares.
  const random = createRandom(33);
  const base = gaussian(random, 30, 2);
  const x = matrix(30, 4, (i, j) => [1, 2, 1, -0.5][j]! * at(base, i, j < 2 ? 0 : 1));
  const full = leastSquares(x, Float64Array.from({ length: 30 }, (_, i) => 3 * at(base, i, 0) - 2 * at(base, i, 1) + 0.1 * normal(random)), { standardize: false });
  const sumsAlone = { gram: full.gram, correlations: full.correlations, meanSquare: full.meanSquare };

  it.each([["columns", full], ["sums alone", sumsAlone]] as const)("from %s", (_, moments) => {
    for (const l1Ratio of [0.5, 0.2, 0.05]) {
      const limit = elasticNetPath(moments, l1Ratio).coefficientsAt(0);
      const penalty = (a: number, b: number) => l1Ratio * (Math.abs(a) + Math.abs(b)) + ((1 - l1Ratio) / 2) * (a * a + b * b);
      for (const [first, second, share] of [[0, 1, 2], [2, 3, -0.5]] as const) {
        // All b with a + share·b as it is; the best of a fine grid.
        const total = limit[first]! + share * limit[second]!;
        const own = penalty(limit[first]!, limit[second]!);
        const others = Array.from({ length: 8001 }, (_, step) => step / 1000 - 4).map((b) => penalty(total - share * b, b));
        expect(Math.min(...others)).toBeGreaterThanOrEqual(own - 1e-9);
      }
      expect(certificate(full, limit, { lambda: 0, l1Ratio }).relativeGap).toBeLessThanOrEqual(1e-12);
    }
  });
});
