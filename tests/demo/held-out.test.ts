import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { builtIn } from "../../src/data/built-in";
import { designOf } from "../../src/data/design";
import { readTable } from "../../src/data/read-table";
import { buildModel } from "../../src/demo/build-model";
import { splitRows } from "../../src/demo/held-out";
import { parseSpec } from "../../src/demo/spec/parse-spec";
import { leastSquares } from "../../src/regression/standardize";

const design = designOf(builtIn("diabetes"));
if (!design.ok) throw new Error(design.code);

function modelOf(body: string) {
  const parsed = parseSpec(body, (text) => parse(text) as unknown);
  const built = parsed.ok ? buildModel(parsed.spec, parsed.lines) : undefined;
  if (built?.ok !== true) throw new Error(body);
  return built.model;
}

describe("rows that are held out", () => {
  test("are a share drawn by chance, the same for the same seed, and every row is on one side", () => {
    const split = splitRows(design, { share: 0.2, seed: 1, dated: false });
    expect([split?.fitted.y.length, split?.held.y.length]).toEqual([354, 88]);
    expect(splitRows(design, { share: 0.2, seed: 1, dated: false })).toEqual(split);
    expect(splitRows(design, { share: 0.2, seed: 2, dated: false })).not.toEqual(split);
    const values = [...(split?.fitted.y ?? []), ...(split?.held.y ?? [])].sort((a, b) => a - b);
    expect(values).toEqual([...design.y].sort((a, b) => a - b));
  });

  test("are the last ones where rows are in the order of their dates", () => {
    const split = splitRows(design, { share: 0.1, seed: 1, dated: true });
    expect(split?.held.y).toEqual(design.y.slice(398));
  });

  test("never leave fewer rows to fit than a fit needs", () => {
    const days = readTable({ name: "t", rows: 6, columns: [{ name: "a", cells: [1, 2, 3, 4, 5, 7] }, { name: "y", cells: [2, 1, 4, 3, 6, 5] }] });
    const few = designOf(days);
    if (!few.ok) throw new Error(few.code);
    expect(splitRows(few, { share: 0.9, seed: 1, dated: false })?.fitted.y.length).toBe(4);
  });

  test("have no part in the fit, in its scales or in the cross-validation", () => {
    const model = modelOf("test: 0.2");
    const split = splitRows(design, { share: 0.2, seed: 1, dated: false });
    if (split === null) throw new Error("nothing is held out");
    const alone = leastSquares(split.fitted.x, split.fitted.y, { standardizeTarget: true });
    expect(model.rows).toBe(354);
    expect(model.problem?.y).toEqual(alone.y);
    expect(model.problem?.scaling).toEqual(alone.scaling);
  });

  test("have the error that predictions in the units of the data have", () => {
    const model = modelOf("test: 0.2");
    const split = splitRows(design, { share: 0.2, seed: 1, dated: false });
    if (split === null || model.problem === undefined || model.held === undefined) throw new Error("nothing is held out");
    const { scaling } = model.problem;
    const { x, y } = split.held;
    for (const lambda of [0, 0.1, 0.5, 2]) {
      const weights = model.fits[0]?.weightsAt(lambda) ?? new Float64Array(0);
      let squares = 0;
      y.forEach((value, i) => {
        const predicted = weights.reduce((sum, weight, j) => sum + (weight * scaling.targetScale * ((x.values[j * x.rows + i] ?? NaN) - (scaling.means[j] ?? NaN))) / (scaling.scales[j] ?? NaN), scaling.targetMean);
        squares += (value - predicted) ** 2;
      });
      expect(model.held.error(weights)).toBeCloseTo(squares / y.length / scaling.targetScale ** 2, 10);
    }
  });

  test("are none unless the block says so", () => {
    expect(modelOf("").held).toBeUndefined();
    expect(modelOf("").rows).toBe(442);
  });
});
