import { describe, expect, it } from "vitest";
import { modelFromMoments } from "../../src/demo/build-model";
import { movedOptimum } from "../../src/demo/moved-optimum";
import { penaltyFit } from "../../src/demo/penalty-fit";
import { modelOf } from "./model-of";

describe("the moved optimum of two features", () => {
  const model = modelOf("data: two");
  const before = [...penaltyFit(model.moments, "none", 0.5).weightsAt(0)];
  const noise = model.trainingError(Float64Array.from(before));

  it("is where it was moved to, with the features and the noise as they were", () => {
    for (const weights of [[-0.4, 0.9], [0, 0.5], [1, -0.2]]) {
      const moments = movedOptimum(model.moments, weights, before);
      const moved = modelFromMoments(model, moments);
      expect(moments.gram).toBe(model.moments.gram);
      moved.fits.forEach((fit) => fit.weightsAt(0).forEach((weight, j) => expect(weight).toBeCloseTo(weights[j] as number, 12)));
      expect(moved.trainingError(Float64Array.from(weights))).toBeCloseTo(noise, 12);
    }
  });

  it("moved to where it was leaves everything as it was", () => {
    const moments = movedOptimum(model.moments, before, before);
    expect(moments.meanSquare).toBeCloseTo(model.moments.meanSquare, 12);
    moments.correlations.forEach((value, j) => expect(value).toBeCloseTo(model.moments.correlations[j] as number, 12));
  });

  it("at 0 leaves noise alone: nothing to fit", () => {
    const moments = movedOptimum(model.moments, [0, 0], before);
    expect(moments.correlations).toEqual(Float64Array.of(0, 0));
    expect(moments.meanSquare).toBeCloseTo(noise, 12);
    for (const penalty of ["l1", "l2"] as const) expect(penaltyFit(moments, penalty, 0.5).weightsAt(0.1)).toEqual(Float64Array.of(0, 0));
  });
});
