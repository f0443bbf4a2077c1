import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/math/random";
import { spreadLabels } from "../../src/plot/spread-labels";

const squares = (placed: readonly number[], wanted: readonly number[]) => placed.reduce((sum, value, i) => sum + (value - (wanted[i] as number)) ** 2, 0);

/** The least sum of squared moves among all positions in twelfths, by dynamic programming from the lowest label up. */
function leastSquares(wanted: readonly number[], gap: number, [low, high]: readonly [number, number]): number {
  const sorted = [...wanted].sort((a, b) => a - b);
  const grid = Array.from({ length: (high - low) * 12 + 1 }, (_, k) => low + k / 12);
  let best = grid.map(() => 0);
  sorted.forEach((value, rank) => {
    let below = rank === 0 ? 0 : Infinity;
    let reached = 0;
    best = grid.map((position) => {
      for (; rank > 0 && reached < grid.length && (grid[reached] as number) <= position - gap + 1e-9; reached += 1) below = Math.min(below, best[reached] as number);
      return below + (position - value) ** 2;
    });
  });
  return Math.min(...best);
}

describe("spread labels", () => {
  const random = createRandom(8);
  const draw = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 24) - 2);

  it("move as little as any that keep the order and the gap (against all positions in twelfths)", () => {
    for (let i = 0; i < 400; i += 1) {
      const wanted = draw(1 + (i % 4));
      const gap = 1 + Math.floor(random() * 6);
      const placed = spreadLabels(wanted, gap, [0, 20]);
      expect(squares(placed, wanted)).toBeCloseTo(leastSquares(wanted, gap, [0, 20]), 8);
    }
  });

  it("stand in the wanted order, a gap apart, inside the range", () => {
    for (let i = 0; i < 400; i += 1) {
      const wanted = draw(1 + (i % 12)).map((value) => value + random());
      const placed = spreadLabels(wanted, 1.5, [0, 20]);
      const ranks = wanted.map((_, k) => k).sort((a, b) => (wanted[a] as number) - (wanted[b] as number));
      ranks.forEach((index, rank) => {
        expect(placed[index]).toBeGreaterThanOrEqual(-1e-9);
        expect(placed[index]).toBeLessThanOrEqual(20 + 1e-9);
        if (rank > 0) expect((placed[index] as number) - (placed[ranks[rank - 1] as number] as number)).toBeGreaterThanOrEqual(1.5 - 1e-9);
      });
    }
  });

  it("that have room stay exactly where they want to be", () => {
    expect(spreadLabels([15, 3, 9], 4, [0, 20])).toEqual([15, 3, 9]);
  });

  it("that want the same place spread around it, the first one lowest", () => {
    expect(spreadLabels([10, 10, 10], 4, [0, 20])).toEqual([6, 10, 14]);
  });

  it("too many for the room share it evenly", () => {
    expect(spreadLabels([7, 7, 7, 7, 7], 10, [0, 20])).toEqual([0, 5, 10, 15, 20]);
  });

  it("are none for none, and one is kept inside", () => {
    expect(spreadLabels([], 5, [0, 20])).toEqual([]);
    expect(spreadLabels([31], 5, [0, 20])).toEqual([20]);
  });
});
