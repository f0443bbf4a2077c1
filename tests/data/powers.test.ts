import { describe, expect, it } from "vitest";
import { builtIn } from "../../src/data/built-in";
import { designOf, type Design } from "../../src/data/design";
import { powersOf } from "../../src/data/powers";
import { lassoPath } from "../../src/regression/lasso-path";
import { leastSquares } from "../../src/regression/standardize";

describe("the powers of a column", () => {
  it("are columns of their own, the column itself first", () => {
    const powers = powersOf({ name: "x", values: Float64Array.of(-1, 0.5, 2) }, 3);
    expect(powers.map(({ name, values }) => [name, ...values])).toEqual([["x", -1, 0.5, 2], ["x²", 1, 0.25, 4], ["x³", -1, 0.125, 8]]);
  });

  it("have names of two digits, too", () => {
    expect(powersOf({ name: "t", values: Float64Array.of(1) }, 12).slice(-3).map(({ name }) => name)).toEqual(["t¹⁰", "t¹¹", "t¹²"]);
  });

  it("are refused for a degree below 1", () => {
    for (const degree of [0, -1, 1.5, NaN]) expect(() => powersOf({ name: "x", values: Float64Array.of(1, 2) }, degree)).toThrow(RangeError);
  });
});

describe("the polynomial of the curve", () => {
  const fitOf = (features?: string[]) => {
    const design = designOf(builtIn("curve"), { features }) as Design;
    const problem = leastSquares(design.x, design.y, { standardizeTarget: true });
    const weights = lassoPath(problem).coefficientsAt(0);
    const residual = problem.y.map((value, i) => value - weights.reduce((sum, weight, k) => sum + weight * (problem.x.values[k * design.y.length + i] as number), 0));
    return { error: residual.reduce((sum, value) => sum + value * value, 0), size: Math.max(...weights.map(Math.abs)) };
  };

  it("overfits: degree nine leaves less than a tenth of what degree three leaves, with weights over ten times as large", () => {
    const [three, nine] = [fitOf(["x", "x²", "x³"]), fitOf()];
    expect(nine.error).toBeLessThan(0.1 * three.error);
    expect(nine.size).toBeGreaterThan(10 * three.size);
  });
});
