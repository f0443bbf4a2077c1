import { describe, expect, it } from "vitest";
import { drawnRows, nearestDot, rowValues } from "../../../src/demo/views/rows-values";
import { fitOf, modelOf } from "../model-of";

describe("the rows of a fit", () => {
  const model = modelOf("data: diabetes");
  const values = rowValues(model.problem ?? expect.fail());
  const weights = fitOf(model, "l1").weightsAt(0.12);

  it("were measured as the table says, in its order", () => {
    const written = model.table.columns.find(({ name }) => name === "progression")?.values ?? new Float64Array(0);
    expect(values.measured.length).toBe(model.tableRows.length);
    model.tableRows.forEach((row, i) => expect(values.measured[i]).toBeCloseTo(written[row] ?? NaN, 9));
  });

  it("are predicted with the error that the model tells, as a share of the variance", () => {
    const predicted = values.predict(weights, new Float64Array(442));
    const { targetScale } = model.problem?.scaling ?? expect.fail();
    const squares = predicted.reduce((sum, value, i) => sum + (value - (values.measured[i] ?? NaN)) ** 2, 0);
    expect(squares / 442 / targetScale ** 2).toBeCloseTo(model.trainingError(weights), 12);
  });

  it("are all drawn up to a thousand, else evenly", () => {
    expect(drawnRows(3)).toEqual([0, 1, 2]);
    const drawn = drawnRows(10_000);
    expect(drawn.length).toBe(1000);
    expect(new Set(drawn.map((row, i) => row - (drawn[i - 1] ?? -10)))).toEqual(new Set([10]));
  });

  it("are found by the nearest dot that is near enough", () => {
    const dots = [[0, 0], [10, 0], [10, 10]] as const;
    expect(nearestDot(dots, [8, 1], 24)).toBe(1);
    expect(nearestDot(dots, [40, 40], 24)).toBe(-1);
  });

  it("know which rows of the table were fitted where some are left out or held out", () => {
    const held = modelOf("data: diabetes\ntest: 0.25");
    expect(held.tableRows.length).toBe(held.rows);
    expect(new Set(held.tableRows).size).toBe(held.rows);
    const written = held.table.columns.find(({ name }) => name === "progression")?.values ?? new Float64Array(0);
    const { measured } = rowValues(held.problem ?? expect.fail());
    held.tableRows.forEach((row, i) => expect(measured[i]).toBeCloseTo(written[row] ?? NaN, 9));
  });
});
