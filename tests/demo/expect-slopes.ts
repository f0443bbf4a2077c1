import { expect } from "vitest";
import type { Model } from "../../src/demo/model";
import { holdOf, lossSlopes } from "../../src/demo/views/slopes";
import type { PenaltyName } from "../../src/regression/note-objective";

/** Each slope of the loss is within its bound where the weight is 0, and at what holds it elsewhere, to so many digits. */
export function expectSlopesHeld(model: Model, weights: Float64Array, at: { penalty: PenaltyName; lambda: number; mix: number; digits: number }): void {
  const slopes = lossSlopes(model, weights, new Float64Array(weights.length));
  weights.forEach((weight, j) => {
    const { bound, ridge } = holdOf(at, weight);
    if (weight === 0) expect(Math.abs(slopes[j] ?? NaN)).toBeLessThanOrEqual(bound + 10 ** -(at.digits + 1));
    else expect(slopes[j]).toBeCloseTo(Math.sign(weight) * (bound + ridge), at.digits);
  });
}
