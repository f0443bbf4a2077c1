import { describe, expect, it } from "vitest";
import { largestCorrelation, shrinkageOf, shrunk } from "../../../src/demo/views/shrinkage";
import { createRandom, normal } from "../../../src/math/random";
import { penaltyFit } from "../../../src/demo/penalty-fit";
import type { Moments } from "../../../src/regression/least-squares";

const rho = { none: 0, l1: 1, l2: 0, "elastic-net": 0.3 } as const;
const penalties = ["l1", "l2", "elastic-net", "none"] as const;

function orthonormal(correlations: readonly number[]): Moments {
  const p = correlations.length;
  const values = Float64Array.from({ length: p * p }, (_, i) => (i % (p + 1) === 0 ? 1 : 0));
  return { gram: { values, rows: p, columns: p }, correlations: Float64Array.from(correlations), meanSquare: 1 + p };
}

describe("a weight on its own", () => {
  it.each(penalties)("with %s is shrunk to where no grid point makes the note's formula smaller", (penalty) => {
    const random = createRandom(5);
    for (let round = 0; round < 40; round += 1) {
      const [free, lambda] = [normal(random), 2 * random()];
      const share = rho[penalty];
      const formula = (w: number) => (w - free) ** 2 + (penalty === "none" ? 0 : lambda * (share * Math.abs(w) + (1 - share) * w * w));
      const at = shrunk(shrinkageOf(penalty, lambda, 0.3), free);
      const least = Math.min(...Array.from({ length: 6001 }, (_, i) => formula((i - 3000) / 1000)));
      expect(formula(at)).toBeLessThanOrEqual(least + 1e-12);
    }
  });

  it("is 0 with L1 exactly up to λ/2, and with L2 divided by 1 + λ", () => {
    const l1 = shrinkageOf("l1", 0.4, 0.5);
    expect([0.2, -0.2, 0.1, 0].map((w) => Math.abs(shrunk(l1, w)))).toEqual([0, 0, 0, 0]);
    expect(shrunk(l1, 0.21)).toBeCloseTo(0.01, 12);
    expect(shrunk(l1, -0.5)).toBeCloseTo(-0.3, 12);
    expect(shrunk(shrinkageOf("l2", 0.25, 0.5), -1)).toBeCloseTo(-0.8, 12);
  });

  it.each(penalties)("with %s is what the engine finds on an orthonormal design, at every λ", (penalty) => {
    const free = [0.9, -0.6, 0.3, -0.1, 0.02];
    const fit = penaltyFit(orthonormal(free), penalty, 0.3);
    for (const lambda of [0, 0.01, 0.1, 0.35, 0.8, 1.5, 2.5]) {
      const expected = free.map((w) => shrunk(shrinkageOf(penalty, lambda, 0.3), w));
      fit.weightsAt(lambda).forEach((weight, j) => expect(weight).toBeCloseTo(expected[j] ?? NaN, 12));
    }
  });
});

describe("the largest correlation", () => {
  it("is 0 for orthonormal features and for one feature, and null where a feature is on another scale", () => {
    expect(largestCorrelation(orthonormal([1, 2, 3]))).toBe(0);
    expect(largestCorrelation(orthonormal([1]))).toBe(0);
    const { gram, ...rest } = orthonormal([1, 2]);
    expect(largestCorrelation({ ...rest, gram: { ...gram, values: Float64Array.of(1, -0.4, -0.4, 1) } })).toBe(0.4);
    expect(largestCorrelation({ ...rest, gram: { ...gram, values: Float64Array.of(2, 0, 0, 1) } })).toBeNull();
  });
});
