import { describe, expect, it } from "vitest";
import { lambdaRange } from "../../src/demo/lambda-range";
import { penaltyFit } from "../../src/demo/penalty-fit";
import { createRandom } from "../../src/math/random";
import { randomPair } from "./model-of";

describe("the range of the slider", () => {
  const random = createRandom(21);
  const drawn = Array.from({ length: 200 }, () => randomPair(random));

  it("passes the λ at which L1 keeps nothing and starts at a tenth of it", () => {
    for (const moments of drawn) {
      const fits = [penaltyFit(moments, "l1", 0.5), penaltyFit(moments, "l2", 0.5)];
      const { min, max, initial } = lambdaRange(moments, fits);
      expect(fits[0]?.weightsAt(max)).toEqual(Float64Array.of(0, 0));
      expect(max).toBeLessThan(1.2 * (fits[0]?.lambdaMax ?? 0));
      expect(initial / (fits[0]?.lambdaMax ?? 0)).toBeCloseTo(0.1, 2);
      expect(min).toBeCloseTo(max / 1000, 12);
    }
  });

  it("has ends that are read, saved and typed as they are: two digits", () => {
    for (const moments of drawn) {
      for (const asked of [undefined, 1e-4 * random(), 50 * random()]) {
        const { min, max } = lambdaRange(moments, [penaltyFit(moments, "l1", 0.5)], asked);
        expect([min, max]).toEqual([Number(min.toPrecision(2)), Number(max.toPrecision(2))]);
      }
    }
  });

  it("holds the λ that is asked for, to its last digit", () => {
    const [moments] = drawn as [(typeof drawn)[0]];
    for (const asked of [0, 5e-324, 1e-7, 0.000123567, 0.3, 98.7654, 1.7e308]) {
      const { min, max, initial } = lambdaRange(moments, [penaltyFit(moments, "l1", 0.5)], asked);
      expect(initial).toBe(asked);
      expect(asked === 0 || min <= asked).toBe(true);
      expect(min).toBeGreaterThan(0);
      expect(max).toBeGreaterThanOrEqual(asked);
      expect(max).toBeLessThan(Infinity);
    }
  });

  it("is some range even where nothing can be fitted", () => {
    const nothing = { gram: { values: new Float64Array(4), rows: 2, columns: 2 }, correlations: new Float64Array(2), meanSquare: 1 };
    const { min, max, initial } = lambdaRange(nothing, [penaltyFit(nothing, "l1", 0.5)]);
    expect(min).toBeGreaterThan(0);
    expect(initial).toBeGreaterThan(min);
    expect(max).toBeGreaterThan(initial);
    expect(max).toBeLessThan(Infinity);
  });
});
