import { describe, expect, it } from "vitest";
import type { Moments } from "../../src/regression/least-squares";
import { gradientSize, smallestLambda, weightSize } from "../../src/regression/natural-size";

/** Three features of mean squares 4, 0 and 0.25, and a target of mean square 9. */
const moments: Moments = { gram: { values: Float64Array.of(4, 0, 0.5, 0, 0, 0, 0.5, 0, 0.25), rows: 3, columns: 3 }, correlations: Float64Array.of(1, 0, 0.2), meanSquare: 9 };

describe("natural sizes", () => {
  it("of a gradient: the product of the lengths of feature and target", () => {
    expect([0, 1, 2].map((j) => gradientSize(moments, j))).toEqual([6, 0, 1.5]);
  });

  it("of a weight: what the feature would get alone under the ridge; none for a constant feature, whatever the ridge", () => {
    expect([0, 1, 2].map((j) => weightSize(moments, j, 2))).toEqual([1, 0, 1.5 / 2.25]);
    expect([0, 1, 2].map((j) => weightSize(moments, j, 0))).toEqual([1.5, 0, 6]);
  });

  it("of the smallest λ that counts: 1e-12 of the smallest gradient, constant features aside", () => {
    expect(smallestLambda(moments)).toBe(1.5e-12);
    expect(smallestLambda({ ...moments, meanSquare: 0 })).toBe(Infinity);
  });
});
