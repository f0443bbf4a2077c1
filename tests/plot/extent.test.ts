import { describe, expect, it } from "vitest";
import { extentOf } from "../../src/plot/extent";

describe("the extent of values", () => {
  it("has room on both sides, as a share of what lies between", () => {
    expect(extentOf(Float64Array.of(3, -1, 7, 2), 0)).toEqual([-1, 7]);
    expect(extentOf(Float64Array.of(3, -1, 7, 2), 0.25)).toEqual([-3, 9]);
  });

  it("does not see what is no finite number", () => {
    expect(extentOf(Float64Array.of(NaN, 2, Infinity, 4, -Infinity), 0.5)).toEqual([1, 5]);
  });

  it.each([[[]], [[5]], [[5, 5]], [[NaN, 3]]])("is −1 to 1 with its room for %j, which are not two", (values) => {
    expect(extentOf(Float64Array.from(values), 0.1)).toEqual([-1.2, 1.2]);
  });
});
