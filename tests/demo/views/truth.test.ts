import { describe, expect, it } from "vitest";
import { featureGrid } from "../../../src/demo/views/feature-grid";
import { countAgainst, fateOf, largestKept } from "../../../src/demo/views/truth-count";
import { createRandom, normal } from "../../../src/math/random";

describe("kept features against the truth", () => {
  it("are found, missed, false or left out", () => {
    const truth = Float64Array.of(2, -1, 0, 0, 0.5);
    const weights = Float64Array.of(0.1, 0, -0.3, 0, -2);
    expect([...weights].map((weight, j) => fateOf(weight, truth[j]))).toEqual(["found", "missed", "false", "left out", "found"]);
    expect(countAgainst(truth, weights)).toEqual({ found: 2, missed: 1, false: 1 });
  });

  it("are never false where the truth is not known", () => {
    expect(fateOf(0.1, undefined)).toBe("found");
    expect(fateOf(0, undefined)).toBe("left out");
  });
});

describe("the largest kept features", () => {
  it("are those that sorting all of them gives, without zeros", () => {
    const random = createRandom(3);
    for (let round = 0; round < 50; round += 1) {
      const weights = Float64Array.from({ length: 40 }, () => (random() < 0.5 ? 0 : normal(random)));
      const sorted = [...weights.keys()].filter((j) => weights[j] !== 0).sort((a, b) => Math.abs(weights[b] ?? 0) - Math.abs(weights[a] ?? 0));
      expect(largestKept(weights, 8)).toEqual(sorted.slice(0, 8));
    }
  });

  it("are none where all weights are zero", () => {
    expect(largestKept(new Float64Array(5), 8)).toEqual([]);
  });
});

describe("the grid of features", () => {
  const truth = Float64Array.from({ length: 400 }, (_, j) => (j % 40 === 7 ? 1 : 0));

  it("has a place of its own for every feature, inside the width, true ones above the others", () => {
    const { places, height, cell, headings } = featureGrid(truth, 400, 200);
    expect(new Set(places.map(String)).size).toBe(400);
    for (const [x, y] of places) {
      expect(x - cell / 2).toBeGreaterThanOrEqual(0);
      expect(x + cell / 2).toBeLessThanOrEqual(200);
      expect(y + cell / 2).toBeLessThanOrEqual(height);
    }
    const rows = (wanted: boolean) => places.filter((_, j) => (truth[j] !== 0) === wanted).map(([, y]) => y);
    expect(Math.max(...rows(true))).toBeLessThan(Math.min(...rows(false)));
    expect(headings.map(({ part, count }) => [part, count])).toEqual([["true", 10], ["others", 390]]);
  });

  it("is one part where the truth is not known", () => {
    expect(featureGrid(null, 10, 200).headings).toEqual([{ part: "all", count: 10, y: 12 }]);
  });
});
