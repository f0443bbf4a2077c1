import { describe, expect, it } from "vitest";
import { lambdaForShare } from "../../../src/demo/views/lambda-for-share";
import { modelOf } from "../model-of";

const all = "penalties: [l1, l2, elastic-net]";

describe("the λ for a ball of a wanted size", () => {
  it("gives back the size of every solution, for each penalty and pair", () => {
    for (const data of ["two", "diabetes"]) {
      const model = modelOf(`data: ${data}\n${all}`);
      const pairs = data === "two" ? [[0, 1]] : [[0, 1], [2, 8], [4, 6]];
      for (const [first, second] of pairs) {
        for (const fit of model.fits) {
          const shareAt = (lambda: number) => {
            const weights = fit.weightsAt(lambda);
            return fit.penaltyOf(Float64Array.of(weights[first as number] as number, weights[second as number] as number));
          };
          for (const lambda of [0.002, 0.03, 0.2, 0.5, 0.9]) {
            const wanted = shareAt(lambda);
            if (wanted === 0) continue;
            const found = lambdaForShare({ shareAt, wanted, range: model.lambdaRange, near: lambda });
            expect(shareAt(found) / wanted).toBeCloseTo(1, 5);
          }
        }
      }
    }
  });

  it("inverts a share that falls all the way, also below the smallest λ of the slider", () => {
    const range = { min: 0.001, max: 1 };
    const shareAt = (lambda: number) => 1 / (1 + 5 * lambda);
    for (const lambda of [0.0004, 0.001, 0.02, 0.3, 1]) {
      expect(lambdaForShare({ shareAt, wanted: shareAt(lambda), range, near: 0.1 })).toBeCloseTo(lambda, 6);
    }
  });

  it("is 0 for a ball larger than any, and the largest λ for one smaller than any", () => {
    const range = { min: 0.001, max: 1 };
    const shareAt = (lambda: number) => 2 - lambda;
    expect(lambdaForShare({ shareAt, wanted: 5, range, near: 0.1 })).toBe(0);
    expect(lambdaForShare({ shareAt, wanted: 0.5, range, near: 0.1 })).toBe(1);
  });

  it("for a ball of no size is where the last weight goes", () => {
    const shareAt = (lambda: number) => Math.max(0, 0.6 - lambda);
    expect(lambdaForShare({ shareAt, wanted: 0, range: { min: 0.001, max: 1 }, near: 0.1 })).toBeCloseTo(0.6, 5);
  });

  it("where a share rises and falls again, is the one nearest to where λ is", () => {
    const shareAt = (lambda: number) => lambda * (1 - lambda);
    const options = { shareAt, wanted: 0.16, range: { min: 0.001, max: 1 } };
    expect(lambdaForShare({ ...options, near: 0.1 })).toBeCloseTo(0.2, 5);
    expect(lambdaForShare({ ...options, near: 0.9 })).toBeCloseTo(0.8, 5);
  });
});
