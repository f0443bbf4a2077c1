import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { builtIn } from "../../../src/data/built-in";
import { designOf } from "../../../src/data/design";
import { readNumericCsv } from "../../../src/data/numeric-csv";
import { createBlockState } from "../../../src/demo/block-state";
import { modelFromMoments } from "../../../src/demo/build-model";
import { csvOf } from "../../../src/demo/export/csv";
import { exportedProblem, exportedRows, weightsCsv } from "../../../src/demo/export/exported-data";
import { createFrames } from "../../../src/demo/frames";
import type { Model } from "../../../src/demo/model";
import { withMovedPoints } from "../../../src/demo/moved-points";
import type { Scene } from "../../../src/demo/scene";
import { parseSpec } from "../../../src/demo/spec/parse-spec";
import { engineScale } from "../../../src/regression/note-objective";
import { fit } from "../../../src/regression/regression";
import { wordsIn } from "../../../src/language/language";
import { modelOf } from "../model-of";

/** What an export reads of a scene, with the frame of now. */
function sceneOf(text: string, model: Model = modelOf(text), points: readonly number[] | null = null) {
  const parsed = parseSpec(text, (yaml) => parse(yaml) as unknown);
  if (!parsed.ok) throw new Error(`cannot be read: ${text}`);
  const state = createBlockState({ lambda: model.lambdaRange.initial, points });
  const scene: Pick<Scene, "spec" | "model" | "state" | "words"> = { spec: parsed.spec, model, state, words: wordsIn("en").demo };
  // Nothing is drawn, so nobody looks for the element's window.
  return { scene, frame: createFrames(model, state, {} as HTMLElement).now() };
}

describe("the rows that are copied", () => {
  test("are the data as they were written, features first, and read back as the same numbers", () => {
    const text = "data: diabetes\ntarget: bmi\nfeatures: [s5, age]";
    const rows = exportedRows(sceneOf(text).scene) ?? [];
    const read = readNumericCsv("copy", csvOf(rows));
    const table = builtIn("diabetes");
    expect(read.columns.map(({ name }) => name)).toEqual(["s5", "age", "bmi"]);
    for (const { name, values } of read.columns) expect(values).toEqual(table.columns.find((column) => column.name === name)?.values);
  });

  test("hold the target where its points were moved to, and the code then keeps the scale of before", () => {
    const model = modelOf("data: diabetes");
    const { y, scaling } = model.problem ?? expect.fail();
    const points = Array.from(y, (value, i) => value + (i === 3 ? 1 : 0));
    const { scene, frame } = sceneOf("data: diabetes", withMovedPoints(model, points), points);
    const target = (exportedRows(scene) ?? []).at(-1);
    const written = builtIn("diabetes").columns.at(-1)?.values ?? [];
    expect(Number(target?.cells[3])).toBeCloseTo((written[3] ?? NaN) + scaling.targetScale, 8);
    expect(Number(target?.cells[4])).toBeCloseTo(written[4] ?? NaN, 8);
    expect(exportedProblem(scene, frame)?.targetScale).toBe(scaling.targetScale);
  });

  test("are what was fitted, in original units, where the table has other rows", () => {
    const model = modelOf("data: diabetes");
    const table = { ...model.table, rows: 441, columns: model.table.columns.map(({ name, values }) => ({ name, values: values.subarray(0, 441) })) };
    const rows = exportedRows(sceneOf("data: diabetes", { ...model, table }).scene) ?? [];
    const bmi = builtIn("diabetes").columns.find(({ name }) => name === "bmi")?.values ?? [];
    const copied = rows.find(({ name }) => name === "bmi")?.cells ?? [];
    expect(copied.length).toBe(442);
    for (let i = 0; i < 442; i += 1) expect(Number(copied[i])).toBeCloseTo(bmi[i] ?? NaN, 10);
  });

  test("are not there once the optimum was moved: no data have it", () => {
    const model = modelOf("data: two");
    const { scene, frame } = sceneOf("data: two", modelFromMoments(model, model.moments));
    expect(exportedRows(scene)).toBeNull();
    expect(exportedProblem(scene, frame)).toBeNull();
  });
});

test("the weights that are copied predict each row's target as the block does", () => {
  const { scene, frame } = sceneOf("lambda: 0.2\npenalties: [l1, elastic-net, l2]");
  const [header, ...lines] = weightsCsv(scene, frame).trim().split("\n");
  expect(header).toBe('feature,"L1, λ = 0.2","L1, λ = 0.2 (original units)","elastic net, λ = 0.2","elastic net, λ = 0.2 (original units)","L2, λ = 0.2","L2, λ = 0.2 (original units)"');
  const cells = lines.map((line) => line.split(","));
  const [rows, { problem }] = [exportedRows(scene) ?? [], scene.model];
  const { x, scaling } = problem ?? expect.fail();
  frame.solutions.forEach(({ weights }, k) => {
    const own = cells.map((row) => Number(row[2 + 2 * k]));
    for (const i of [0, 17, 441]) {
      const predicted = own.reduce((sum, weight, j) => sum + weight * (j < weights.length ? Number(rows[j]?.cells[i]) : 1), 0);
      const standardized = weights.reduce((sum, weight, j) => sum + weight * (x.values[j * x.rows + i] ?? 0), 0);
      expect(predicted).toBeCloseTo(standardized * scaling.targetScale + scaling.targetMean, 8);
    }
  });
});

describe("of two classes", () => {
  const text = "data: breast-cancer\npenalties: [l1, l2]";
  const { scene, frame } = sceneOf(text);

  test("the code is told the loss, and the rows hold the classes as they were written", () => {
    expect(exportedProblem(scene, frame)).toMatchObject({ loss: "logistic", target: "benign", file: "breast-cancer.csv" });
    expect(exportedRows(scene)?.at(-1)?.cells).toEqual(builtIn("breast-cancer").columns.at(-1)?.values);
  });

  test("the weights in original units and their intercept give the raw rows the engine's scores", () => {
    const { lambda } = frame.solutions[1] ?? expect.fail();
    const design = designOf(builtIn("breast-cancer"));
    if (!design.ok) return expect.fail();
    const strength = engineScale({ loss: "logistic", penalty: "l2", mix: 0.5, lambda });
    const own = fit({ x: design.x, y: design.y, loss: "logistic", ...strength });
    const lines = weightsCsv(scene, frame).trim().split("\n").map((line) => line.split(","));
    const column = lines.map((cells) => Number(cells.at(-1))).slice(1);
    expect(column.at(-1)).toBeCloseTo(Number(own.intercept), 5);
    own.coefficients.forEach((value, j) => expect(column[j]).toBeCloseTo(value, 5));
  });
});
