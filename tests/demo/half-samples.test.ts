import { describe, expect, it } from "vitest";
import { halfOf, halfSamples } from "../../src/demo/half-samples";
import { emptyHalfWeights, halfWeightsAt, togetherOf, variationOf } from "../../src/demo/half-weights";
import { penaltyFit } from "../../src/demo/penalty-fit";
import { createRandom, normal } from "../../src/math/random";
import type { LeastSquares } from "../../src/regression/least-squares";
import { leastSquares } from "../../src/regression/standardize";
import { finish } from "../../src/regression/steps";

/** Two near-copies that share one effect, one feature with its own, one without any. */
function twins(seed: number): LeastSquares {
  const random = createRandom(seed);
  const [rows, columns] = [80, 4];
  const values = new Float64Array(rows * columns);
  const y = new Float64Array(rows);
  for (let i = 0; i < rows; i += 1) {
    const shared = normal(random);
    const row = [shared + 0.2 * normal(random), shared + 0.2 * normal(random), normal(random), normal(random)];
    row.forEach((value, j) => (values[j * rows + i] = value));
    y[i] = shared + 0.6 * (row[2] ?? 0) + 0.7 * normal(random);
  }
  return leastSquares({ values, rows, columns }, y, { standardizeTarget: true });
}

const penalties = ["l1", "l2", "elastic-net"] as const;
const problem = twins(4);
const halves = finish(halfSamples({ problem, penalties, mix: 0.5, standardize: true, seed: 1 }));
const at = (penalty: (typeof penalties)[number], lambda: number) => halfWeightsAt(halves, penalty, lambda, emptyHalfWeights(4, halves.length));

describe("a half of the rows", () => {
  it("holds ⌊n/2⌋ different rows, the same for the same seed and others for another", () => {
    for (const rows of [8, 9, 442]) {
      const half = halfOf(rows, 3);
      expect(half).toHaveLength(Math.floor(rows / 2));
      expect(new Set(half).size).toBe(half.length);
      expect(Math.max(...half)).toBeLessThan(rows);
      expect(halfOf(rows, 3)).toEqual(half);
    }
    expect(halfOf(442, 4)).not.toEqual(halfOf(442, 3));
  });

  it("holds every row about as often as any other", () => {
    const times = new Array<number>(20).fill(0);
    for (let seed = 0; seed < 2000; seed += 1) for (const row of halfOf(20, seed)) times[row] = (times[row] ?? 0) + 1;
    // Five standard deviations of a share of ½ in 2000 draws.
    for (const count of times) expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(500));
  });

  it("is fitted as if its rows were all the data there are", () => {
    const rows = halfOf(80, 7);
    const values = Float64Array.from({ length: 4 * 40 }, (_, k) => problem.x.values[Math.floor(k / 40) * 80 + (rows[k % 40] ?? 0)] ?? NaN);
    const alone = leastSquares({ values, rows: 40, columns: 4 }, rows.map((row) => problem.y[row] ?? NaN), { standardizeTarget: true });
    for (const penalty of penalties) {
      const expected = penaltyFit(alone, penalty, 0.5).weightsAt(0.2);
      const drawn = at(penalty, 0.2).weights[6] ?? [];
      expected.forEach((weight, j) => expect(drawn[j]).toBeCloseTo(weight, 10));
    }
  });
});

describe("weights over all halves", () => {
  it("have the shares, means and standard deviations that counting gives", () => {
    const { kept, mean, deviation, weights } = at("l1", 0.3);
    for (let j = 0; j < 4; j += 1) {
      const own = weights.map((into) => into[j] ?? NaN);
      const average = own.reduce((sum, weight) => sum + weight, 0) / own.length;
      expect(kept[j]).toBeCloseTo(own.filter((weight) => weight !== 0).length / own.length, 12);
      expect(mean[j]).toBeCloseTo(average, 12);
      expect(deviation[j]).toBeCloseTo(Math.sqrt(own.reduce((sum, weight) => sum + (weight - average) ** 2, 0) / (own.length - 1)), 12);
    }
  });

  it("of twins: L1 often keeps only one of the two, L2 always both, with less change from half to half", () => {
    const [l1, l2] = [at("l1", 0.8), at("l2", 0.8)];
    expect(togetherOf(l1, 0, 1).one).toBeGreaterThan(0.3);
    expect(togetherOf(l2, 0, 1)).toEqual({ both: expect.closeTo(1, 12) as number, one: 0, neither: 0 });
    const { both, one, neither } = togetherOf(l1, 0, 1);
    expect(both + one + neither).toBeCloseTo(1, 12);
    expect(variationOf(l2).size).toBeLessThan(variationOf(l1).size);
  });

  it("vary by a share of their size that shrinking all alike leaves as it is; without weights there is none", () => {
    const values = at("l2", 0.5);
    const shrunk = { ...values, mean: values.mean.map((weight) => weight / 3), weights: values.weights.map((into) => into.map((weight) => weight / 3)) };
    expect(variationOf(shrunk).size).toBeCloseTo(variationOf(values).size, 12);
    expect(variationOf(values).parts.reduce((sum, part) => sum + part, 0) / halves.length).toBeCloseTo(variationOf(values).size ** 2, 12);
    expect(variationOf(at("l1", 10)).size).toBeNaN();
  });
});
