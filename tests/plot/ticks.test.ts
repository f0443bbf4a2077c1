import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/math/random";
import { linearTicks } from "../../src/plot/linear-ticks";
import { logTicks } from "../../src/plot/log-ticks";

const random = createRandom(5);
const ranges = Array.from({ length: 300 }, (): [number, number] => {
  const min = 10 ** (8 * random() - 5);
  return [min, min * 10 ** (5 * random())];
});

describe("ticks of a linear axis", () => {
  it("are round numbers inside the range, equally far apart, about as many as asked for", () => {
    for (const [, size] of ranges) {
      const [low, high] = [-size * 0.37, size * 0.81];
      const ticks = linearTicks(low, high, 5);
      const step = (ticks[1] as number) - (ticks[0] as number);
      expect(ticks.length).toBeGreaterThanOrEqual(3);
      expect(ticks.length).toBeLessThanOrEqual(10);
      expect(Number(step.toExponential(6).split("e")[0])).toBeOneOf([1, 2, 5]);
      for (const tick of ticks) {
        expect(tick).toBeGreaterThanOrEqual(low);
        expect(tick).toBeLessThanOrEqual(high);
        expect(tick / step).toBeCloseTo(Math.round(tick / step), 6);
      }
    }
  });
});

describe("ticks of a logarithmic axis", () => {
  it("are 1, 2, 5 times powers of ten where there is room", () => {
    expect(logTicks(0.0013, 1.3, 20)).toEqual([0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]);
    expect(logTicks(1, 10, 4)).toEqual([1, 2, 5, 10]);
  });

  it("thin out to 1 and 3, to the powers, and to every so many powers", () => {
    expect(logTicks(0.0013, 1.3, 6)).toEqual([0.003, 0.01, 0.03, 0.1, 0.3, 1]);
    expect(logTicks(0.0013, 1.3, 5)).toEqual([0.01, 0.1, 1]);
    expect(logTicks(1e-6, 1e6, 5)).toEqual([1e-6, 0.001, 1, 1e3, 1e6]);
  });

  it("ascend inside the range, never more than asked for", () => {
    for (const [min, max] of ranges) {
      for (const count of [1, 3, 5, 12]) {
        const ticks = logTicks(min, max, count);
        expect(ticks.length).toBeLessThanOrEqual(count);
        expect([...ticks].sort((a, b) => a - b)).toEqual(ticks);
        for (const tick of ticks) expect(tick >= min && tick <= max).toBe(true);
      }
    }
  });

  it("leave no decade of three without one when there is room for five", () => {
    for (const [min] of ranges) expect(logTicks(min, 1000 * min, 5).length).toBeGreaterThanOrEqual(3);
  });

  it("are none where there is no logarithm", () => {
    for (const [min, max] of [[0, 1], [-1, 1], [2, 1], [NaN, 1], [1, NaN]] as const) expect(logTicks(min, max, 5)).toEqual([]);
  });
});
