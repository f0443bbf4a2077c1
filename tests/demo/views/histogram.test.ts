import { describe, expect, it } from "vitest";
import { binOf, binsFor, countWeights, edgesOf } from "../../../src/demo/views/histogram";
import { createRandom, normal } from "../../../src/math/random";

describe("the bins of a histogram of weights", () => {
  it("hold the domain in no more bins than there is room for, with round edges", () => {
    const random = createRandom(8);
    for (let round = 0; round < 200; round += 1) {
      const size = 10 ** (6 * random() - 3);
      const [low, high] = [-size * random(), size * random()];
      const most = 2 + Math.floor(30 * random());
      const { step, below, above } = binsFor([low, high], most);
      expect(below + above).toBeLessThanOrEqual(most);
      expect(below * step).toBeGreaterThanOrEqual(-low * (1 - 1e-9));
      expect(above * step).toBeGreaterThanOrEqual(high * (1 - 1e-9));
      expect(step.toExponential()).toMatch(/^[125]e/);
    }
  });

  it("keep exact zeros apart from the smallest weights on either side", () => {
    const bins = binsFor([-0.5, 0.5], 10);
    expect(bins).toEqual({ step: 0.1, below: 5, above: 5 });
    expect([0, -0, 1e-300, -1e-300].map((weight) => Math.abs(binOf(bins, weight)))).toEqual([0, 0, 1, 1]);
    expect([...countWeights(bins, [0, 0, 1e-12, -1e-12, 0.3])]).toEqual([0, 0, 0, 0, 1, 2, 1, 0, 1, 0, 0]);
  });

  it("take a weight on an edge into the bin nearer to 0, and what lies beyond into the outermost", () => {
    const bins = binsFor([-0.5, 0.5], 10);
    expect([0.1, 0.3, 0.30001, 0.5, 7, -0.3, -9].map((weight) => binOf(bins, weight))).toEqual([1, 3, 4, 5, 5, -3, -5]);
  });

  it("count every weight once, in the bin whose edges it lies between", () => {
    const random = createRandom(9);
    const weights = Float64Array.from({ length: 300 }, () => (random() < 0.3 ? 0 : normal(random)));
    const bins = binsFor([-4, 4], 23);
    const counts = countWeights(bins, weights);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(300);
    counts.forEach((count, place) => {
      const bin = place - bins.below;
      const [from, to] = edgesOf(bins, bin);
      const inside = weights.filter((w) => (bin === 0 ? w === 0 : bin > 0 ? w > from && w <= to : w >= from && w < to));
      expect(count).toBe(inside.length);
    });
  });

  it("are still there where all weights are zero", () => {
    expect(binsFor([0, 0], 10)).toEqual({ step: 1, below: 1, above: 1 });
  });
});
