import { describe, expect, it } from "vitest";
import { createRandom, normal } from "../../src/math/random";

const draw = (seed: number, count: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, random);
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("seeded random numbers", () => {
  it("are the same for the same seed, on every device", () => {
    expect(draw(42, 20)).toEqual(draw(42, 20));
    expect(draw(42, 3)).toEqual([0.15377165265745885, 0.018084542542176507, 0.5348906284683476]);
  });

  it("are unrelated for neighbouring seeds", () => {
    const [a, b] = [draw(1, 5000), draw(2, 5000)];
    const covariance = mean(a.map((value, i) => (value - 0.5) * ((b[i] as number) - 0.5)));
    expect(Math.abs(covariance * 12)).toBeLessThan(0.05);
  });

  it("lie in [0, 1) and fill it evenly", () => {
    const values = draw(7, 100_000);
    expect(Math.min(...values.slice(0, 50_000))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values.slice(0, 50_000))).toBeLessThan(1);
    const counts = new Array<number>(20).fill(0);
    for (const value of values) counts[Math.floor(value * 20)] = (counts[Math.floor(value * 20)] as number) + 1;
    // χ² with 19 degrees of freedom exceeds 43.8 once in a thousand.
    expect(counts.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0)).toBeLessThan(43.8);
  });

  it("do not follow from the number before", () => {
    const values = draw(8, 50_000);
    expect(Math.abs(mean(values.slice(1).map((value, i) => (value - 0.5) * ((values[i] as number) - 0.5))) * 12)).toBeLessThan(0.015);
  });

  it("carry more than 32 bits", () => {
    expect(draw(9, 100).some((value) => value * 2 ** 32 !== Math.floor(value * 2 ** 32))).toBe(true);
  });

  it("take any finite seed", () => {
    for (const seed of [0, -1, 0.5, 2 ** 40]) expect(draw(seed, 10).every((value) => value >= 0 && value < 1)).toBe(true);
    expect(new Set(draw(0, 100)).size).toBe(100);
  });
});

describe("normal draws", () => {
  it("have mean 0, variance 1, no skew and the tails of the bell curve", () => {
    const random = createRandom(11);
    const values = Array.from({ length: 100_000 }, () => normal(random));
    expect(values.every(Number.isFinite)).toBe(true);
    expect(Math.abs(mean(values))).toBeLessThan(0.012);
    expect(mean(values.map((value) => value ** 2))).toBeCloseTo(1, 1);
    expect(Math.abs(mean(values.map((value) => value ** 3)))).toBeLessThan(0.05);
    expect(mean(values.map((value) => value ** 4))).toBeCloseTo(3, 0);
    expect(mean(values.map((value) => (Math.abs(value) > 1.96 ? 1 : 0)))).toBeCloseTo(0.05, 2);
  });
});
