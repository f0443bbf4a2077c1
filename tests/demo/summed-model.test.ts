import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readCsv } from "../../src/data/csv-table";
import { readLargeCsv } from "../../src/data/large-csv";
import { readTable } from "../../src/data/read-table";
import { partCount } from "../../src/data/row-sums";
import type { Table } from "../../src/data/table";
import { buildModel } from "../../src/demo/build-model";
import { targetEntries } from "../../src/demo/column-choice";
import { dataRemarks } from "../../src/demo/data-remarks";
import type { BuiltModel, Model } from "../../src/demo/model";
import { parseSpec } from "../../src/demo/spec/parse-spec";
import { wordsIn } from "../../src/language/language";
import { createRandom, shuffle } from "../../src/math/random";
import { crossValidate } from "../../src/regression/cross-validation";

const count = 4000;
const random = createRandom(8);
const lines = Array.from({ length: count }, () => {
  const x = Array.from({ length: 6 }, (_, j) => 10 ** (j - 2) * (random() + j));
  const gone = random() < 0.05;
  return [...x.map((value, j) => (gone && j === 4 ? "" : value.toPrecision(9))), ["sun", "rain", "snow"][Math.floor(3 * random())], (3 * x[0]! * 100 - x[2]! + 2 * random()).toPrecision(9)].join(",");
});
const text = `a,b,c,d,e,f,weather,y\n${lines.join("\n")}\n`;

function summedTable(): Table {
  const steps = readLargeCsv("made", new TextEncoder().encode(text));
  for (;;) {
    const step = steps.next();
    if (step.done !== true) continue;
    if (!step.value.ok) throw new Error(step.value.code);
    return step.value.table;
  }
}

function wholeTable(): Table {
  const read = readCsv("made", text);
  if (!read.ok) throw new Error(read.code);
  return readTable(read.raw);
}

const specOf = (more = "") => {
  const parsed = parseSpec(`data: "[[made.csv]]"\npenalties: [l1, elastic-net, l2, none]\n${more}`, (yaml) => parse(yaml) as unknown);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed;
};
const build = (table: Table, more?: string): BuiltModel => {
  const { spec, lines: keyLines } = specOf(more);
  return buildModel(spec, keyLines, table);
};
const modelOf = (table: Table, more?: string): Model => {
  const built = build(table, more);
  if (!built.ok) throw new Error(built.problem.code);
  return built.model;
};
const [summed, whole] = [summedTable(), wholeTable()];

describe("a model of sums", () => {
  it.each([
    ["all columns", ""],
    ["some of them", "target: c\nfeatures: [a, y, weather]"],
    ["columns in their own units", "standardize: false"],
  ])("has the weights of the model of the rows: %s", (_, more) => {
    const own = modelOf(summed, more);
    // Rows are left out of the sums where any column has no value.
    const expected = modelOf({ ...whole, columns: whole.columns.map((column) => ({ ...column, values: column.values.map((value, row) => (Number.isNaN(whole.columns.find(({ name }) => name === "e")?.values[row]) ? NaN : value)) })) }, more);
    expect(own.features).toEqual(expected.features);
    expect(own.rows).toBe(expected.rows);
    expect(own.problem).toBeUndefined();
    expect(own.lambdaRange.max / expected.lambdaRange.max).toBeCloseTo(1, 6);
    own.fits.forEach((fit, k) => {
      const other = expected.fits[k];
      for (const lambda of [0, 0.001, 0.03, 0.2, 0.9]) {
        const [weights, theirs] = [fit.weightsAt(lambda), other?.weightsAt(lambda) ?? []];
        weights.forEach((weight, j) => expect(weight).toBeCloseTo(theirs[j] ?? NaN, 7));
        expect(own.trainingError(weights)).toBeCloseTo(expected.trainingError(weights), 9);
      }
    });
  });

  it("has the cross-validated errors of its rows, dealt to the same folds", async () => {
    const own = modelOf(summed);
    await own.curves.want();
    const expected = modelOf(whole);
    const problem = expected.problem;
    if (problem === undefined) throw new Error("no rows");
    // The parts that the rows were dealt to, and the folds that these were dealt to.
    const deal = createRandom(1);
    const parts = Array.from(problem.y, () => Math.floor(partCount * deal()));
    const order = Array.from({ length: partCount }, (_, part) => part);
    const { folds, seed } = specOf().spec;
    shuffle(order, createRandom(seed));
    const ids = parts.map((part) => Math.floor((order.indexOf(part) * folds) / partCount));
    for (const { penalty } of own.fits) {
      const curve = own.curves.of(penalty);
      if (curve === null) throw new Error("no curve");
      const ratio = { l1: 1, l2: 0, "elastic-net": undefined, none: 1 }[penalty];
      if (ratio === undefined) continue;
      // glmnet's λ of the note's: half of it for L1, as it is for L2.
      const lambdas = penalty === "none" ? [0] : curve.lambdas.map((lambda) => (penalty === "l1" ? lambda / 2 : lambda));
      const { mean, standardError } = crossValidate({ x: problem.x, y: problem.y, l1Ratio: ratio, lambdas, folds: ids });
      curve.mean.forEach((value, l) => expect(value).toBeCloseTo(mean[l] ?? NaN, 8));
      curve.standardError.forEach((value, l) => expect(value).toBeCloseTo(standardError[l] ?? NaN, 8));
    }
  });

  it.each([["loss: logistic", "loss"], ["lag: 1", "lag"], ["test: 0.2", "test"]])("refuses what needs rows, at its line: %s", (more, key) => {
    const built = build(summed, more);
    expect(built).toEqual({ ok: false, problem: { line: 3, code: "needs-rows", params: { key, data: "made" } } });
  });

  it("refuses columns that it does not have, and rows that are too few", () => {
    expect(build(summed, "target: zz")).toMatchObject({ ok: false, problem: { code: "unknown-target" } });
    const { sums } = summed;
    if (sums === undefined) throw new Error("no sums");
    const few = { ...summed, sums: { ...sums, parts: sums.parts.map((part, at) => (at === 0 ? part.map((value) => (3 * value) / (part[0] ?? 1)) : part.map(() => 0))) } };
    expect(build(few)).toEqual({ ok: false, problem: { line: 1, code: "few-rows", params: { rows: 3, needed: 4 } } });
  });

  it("offers no column of text as a target, and says what was left out and that rows are not kept", () => {
    const model = modelOf(summed);
    expect(targetEntries(model)).not.toContain("weather");
    const say = dataRemarks(model, specOf().spec, wordsIn("en"));
    expect(say.some((sentence) => sentence.includes("sums over all of them"))).toBe(true);
    expect(say.some((sentence) => /^\d+ of 4000 rows are left out, because a value is missing: `e` in \d+\.$/.test(sentence))).toBe(true);
  });
});
