import { describe, expect, it } from "vitest";
import { linearScale } from "../../src/plot/linear-scale";
import { plane } from "../../src/plot/plane";
import { stepValue } from "../../src/plot/step-value";
import { stopScale } from "../../src/plot/stop-scale";

describe("a linear scale", () => {
  it("takes the ends of the domain to the ends of the range and inverts", () => {
    const scale = linearScale([-2, 3], [200, 20]);
    expect([scale(-2), scale(3)]).toEqual([200, 20]);
    for (const value of [-5, -2, 0, 0.7, 3, 9]) expect(scale.invert(scale(value))).toBeCloseTo(value, 12);
  });

  it("puts an empty domain in the middle of the range and finds it back", () => {
    const scale = linearScale([4, 4], [0, 100]);
    expect(scale(4)).toBe(50);
    expect(scale.invert(12)).toBe(4);
  });
});

describe("a scale with a stop for 0", () => {
  const scale = stopScale({ min: 0.001, max: 1, range: [40, 340] });

  it("has 0 at the start of the range, the smallest value behind the gap and the largest at the end", () => {
    expect(scale(0)).toBe(40);
    expect(scale.start).toBeCloseTo(61, 12);
    expect(scale(0.001)).toBe(scale.start);
    expect(scale(1)).toBe(340);
  });

  it("gives every decade the same room", () => {
    const decade = scale(0.01) - scale(0.001);
    expect(scale(0.1) - scale(0.01)).toBeCloseTo(decade, 10);
    expect(scale(1) - scale(0.1)).toBeCloseTo(decade, 10);
  });

  it("inverts at 0 and everywhere from the smallest to the largest value", () => {
    expect(scale.invert(scale(0))).toBe(0);
    for (let i = 0; i <= 200; i += 1) {
      const value = 0.001 * 1000 ** (i / 200);
      expect(scale.invert(scale(value)) / value).toBeCloseTo(1, 12);
    }
  });

  it("pins what lies beyond either end", () => {
    expect([scale(-3), scale(1e-9), scale(50)]).toEqual([40, scale.start, 340]);
    expect([scale.invert(-500), scale.invert(9999)]).toEqual([0, 1]);
  });

  it("means the nearer end inside the gap", () => {
    expect(scale.invert(50)).toBe(0);
    expect(scale.invert(51)).toBe(0.001);
  });

  it("works on a range that runs backwards", () => {
    const backwards = stopScale({ min: 0.01, max: 10, range: [300, 0] });
    expect([backwards(0), backwards(10)]).toEqual([300, 0]);
    for (const value of [0, 0.01, 0.4, 10]) expect(backwards.invert(backwards(value))).toBeCloseTo(value, 12);
    expect(backwards.invert(400)).toBe(0);
  });
});

describe("a step on that scale", () => {
  const range = { min: 0.001, max: 1 };

  it("up and down again comes back, and equal steps are equal factors", () => {
    for (const value of [0.002, 0.03, 0.4]) expect(stepValue(stepValue(value, 0.02, range), -0.02, range)).toBeCloseTo(value, 12);
    expect(stepValue(0.03, 0.02, range) / 0.03).toBeCloseTo(stepValue(0.3, 0.02, range) / 0.3, 12);
  });

  it("halts at the smallest value on the way down, then at 0, and stays there", () => {
    for (const step of [-0.02, -0.1]) {
      expect(stepValue(0.00101, step, range)).toBe(0.001);
      expect(stepValue(0.001, step, range)).toBe(0);
      expect(stepValue(0, step, range)).toBe(0);
    }
  });

  it("from 0 upwards halts at the smallest value, however large the step", () => {
    for (const step of [0.02, 0.1, 0.5]) expect(stepValue(0, step, range)).toBe(0.001);
  });

  it("ends at the largest value", () => {
    expect(stepValue(0.9, 0.1, range)).toBe(1);
    expect(stepValue(1, 0.02, range)).toBe(1);
  });
});

describe("a plane", () => {
  const bounds = { left: -1, right: 3, bottom: -2, top: 1 };

  it("has the same unit along both axes, so that a disc stays a disc", () => {
    const on = plane(bounds, 200, 300);
    expect(on.x(1) - on.x(0)).toBeCloseTo(on.unit, 12);
    expect(on.y(0) - on.y(1)).toBeCloseTo(on.unit, 12);
  });

  it.each([[200, 300], [300, 100], [40, 30]])("of %i × %i pixels holds the bounds, centred, and touches two of its sides", (width, height) => {
    const on = plane(bounds, width, height);
    const sides = [on.x(bounds.left), width - on.x(bounds.right), on.y(bounds.top), height - on.y(bounds.bottom)] as const;
    expect(Math.min(...sides)).toBeCloseTo(0, 10);
    expect(sides[0]).toBeCloseTo(sides[1], 10);
    expect(sides[2]).toBeCloseTo(sides[3], 10);
  });

  it("finds the point under a pixel", () => {
    const on = plane(bounds, 317, 211);
    const [a, b] = on.invert(on.x(0.37), on.y(-1.2));
    expect(a).toBeCloseTo(0.37, 12);
    expect(b).toBeCloseTo(-1.2, 12);
  });
});
