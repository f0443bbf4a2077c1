import { describe, expect, it } from "vitest";
import { conditionWith, curvatures, gapOf, keptNames, sizeFigures } from "../../../src/demo/views/table-figures";
import { penaltyNames } from "../../../src/demo/spec/values";
import { tableRows } from "../../../src/demo/views/table-cells";
import { fitOf, modelOf } from "../model-of";

describe("the figures of the table", () => {
  it("count zeros and take the median of all sizes", () => {
    expect(sizeFigures(Float64Array.of(0, -3, 1, 0))).toEqual({ zeros: 2, largest: 3, median: 0.5, sumOfSquares: 10 });
    expect(sizeFigures(Float64Array.of(-2, 0, 1)).median).toBe(1);
  });

  it("name the largest that are kept and count the rest", () => {
    expect(keptNames(["a", "b", "c", "d"], Float64Array.of(1, 0, -3, 2), 2)).toEqual({ names: ["c", "d"], more: 1 });
    expect(keptNames(["a"], Float64Array.of(0), 2)).toEqual({ names: [], more: 0 });
  });

  it("hold the condition number of two features, (1 + r)/(1 − r), and what λ makes of it", () => {
    const range = curvatures(modelOf("data: two").moments) ?? { smallest: NaN, largest: NaN };
    expect(conditionWith(range, 0)).toBeCloseTo(3, 9);
    expect(conditionWith(range, 1)).toBeCloseTo(2.5 / 1.5, 9);
    expect(conditionWith({ smallest: 1e-17, largest: 2 }, 0)).toBe(Infinity);
  });

  it("bound the distance to the optimum by next to nothing for each penalty", () => {
    const model = modelOf("penalties: [none, l1, l2, elastic-net]");
    if (model.problem === undefined) throw new Error("no rows");
    for (const penalty of penaltyNames) {
      const fit = fitOf(model, penalty);
      const weights = fit.weightsAt(0.2);
      const solution = { fit, lambda: 0.2, weights, kept: 0, error: 0, penalty: 0 };
      expect(gapOf(model.problem, solution, model.mix)).toBeLessThan(1e-12);
      if (penalty === "l1") expect(gapOf(model.problem, { ...solution, weights: weights.map((weight) => weight * 1.01) }, model.mix)).toBeGreaterThan(1e-5);
    }
  });

  it("mark every statement as measured, as mathematics or as not tested, and measure something in every cell but one", () => {
    for (const { row, cells } of tableRows) {
      for (const penalty of penaltyNames) {
        for (const { tag, figure, claim } of cells[penalty]) expect(tag === "measured" ? figure : claim, `${row} ${penalty}`).toBeDefined();
        if (row !== "definition" || penalty !== "none") expect(cells[penalty].some(({ tag }) => tag === "measured"), `${row} ${penalty}`).toBe(true);
      }
    }
  });
});
