import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { designOf, type Design, type DesignFailure } from "../../src/data/design";
import type { Table } from "../../src/data/table";
import { buildModel } from "../../src/demo/build-model";
import { mostClasses } from "../../src/demo/classes/class-problem";
import { dataRemarks } from "../../src/demo/data-remarks";
import { exportedRows, weightsCsv } from "../../src/demo/export/exported-data";
import { splitRows } from "../../src/demo/held-out";
import type { Model } from "../../src/demo/model";
import { parseSpec } from "../../src/demo/spec/parse-spec";
import { classGapOf } from "../../src/demo/views/slopes";
import { en } from "../../src/language/en";
import { createRandom, normal } from "../../src/math/random";
import { engineScale, type PenaltyName } from "../../src/regression/note-objective";
import { path } from "../../src/regression/regression";
import { expectSlopesHeld } from "./expect-slopes";
import { fitOf, modelOf } from "./model-of";

const names = ["sunny", "cloudy", "rain"];

/** Four measurements of 90 days; the third says nothing. */
function weather(rows = 90): Table {
  const random = createRandom(4);
  const days = Array.from({ length: rows }, (_, row) => row % 3);
  const column = (name: string, middles: readonly number[]) => ({ name, values: Float64Array.from(days, (own) => 10 + (middles[own] ?? 0) + normal(random)) });
  const columns = [column("pressure", [2, 0.5, -1]), column("wind", [0, 1, 1.5]), column("noise", [0, 0, 0]), column("damp", [-1, 0, 2])];
  return { name: "days", columns: [...columns, { name: "sky", values: Float64Array.from(days), classes: names }], rows };
}

const ok = (design: Design | DesignFailure) => (design.ok ? design : expect.fail());

function build(text: string, table = weather()) {
  const parsed = parseSpec(text, (yaml) => parse(yaml) as unknown);
  if (!parsed.ok) return expect.fail();
  return { spec: parsed.spec, built: buildModel(parsed.spec, parsed.lines, table) };
}

function weatherModel(text: string): Model {
  const { built } = build(text);
  return built.ok ? built.model : expect.fail();
}

const model = weatherModel("target: sky\npenalties: [none, l1, l2, elastic-net]");
const classes = model.classes ?? expect.fail();
const { initial, min, max } = model.lambdaRange;
const penalties = ["l1", "l2", "elastic-net"] as const;
const solved = (penalty: PenaltyName, lambda: number) => {
  const { lambda: strength, l1Ratio } = engineScale({ loss: "softmax", penalty, mix: 0.5, lambda });
  return path({ x: classes.design.x, y: classes.labels, loss: "softmax", standardize: false, l1Ratio, lambdas: [strength] }).fits[0] ?? expect.fail();
};

describe("a block on more than two classes", () => {
  test("takes the softmax by itself, and names each weight by its feature and its class", () => {
    expect(model.loss).toBe("softmax");
    expect(model.columns).toEqual(["pressure", "wind", "noise", "damp"]);
    expect(model.features).toEqual(names.flatMap((name) => model.columns.map((column) => `${column} → ${name}`)));
    expect(classes.labels).toEqual(Float64Array.from({ length: 90 }, (_, row) => row % 3));
  });

  test.each(penalties)("%s has the engine's weights and objective at the λ that it begins with", (penalty) => {
    const fit = fitOf(model, penalty);
    const weights = fit.weightsAt(initial);
    const exact = solved(penalty, initial);
    exact.standardizedCoefficients.forEach((weight, at) => expect(weights[at]).toBeCloseTo(weight, 5));
    expect(model.trainingError(weights) + initial * fit.penaltyOf(weights)).toBeCloseTo(exact.objective, 8);
  });

  test.each(penalties)("%s: slopes stand at what holds them, and the gap is next to nothing", (penalty) => {
    const weights = fitOf(model, penalty).weightsAt(initial);
    expectSlopesHeld(model, weights, { penalty, lambda: initial, mix: 0.5, digits: 4 });
    const { gap, objective } = classGapOf(classes, weights, { penalty, lambda: initial, mix: 0.5 });
    expect(objective).toBeCloseTo(solved(penalty, initial).objective, 8);
    expect(gap).toBeLessThan(1e-7);
  });

  test("between solved λ the weights are within a thousandth of the loss of the optimum", () => {
    for (const penalty of penalties) {
      for (const share of [0.013, 0.11, 0.29, 0.5, 0.71, 0.93]) {
        const lambda = min * (max / min) ** share;
        const weights = fitOf(model, penalty).weightsAt(lambda);
        expect(classGapOf(classes, weights, { penalty, lambda, mix: 0.5 }).gap).toBeLessThan(1e-3 * model.emptyError);
      }
    }
  });

  test("L1 keeps nothing from λmax on and something just below; without weights the loss is the entropy of the classes", () => {
    const { lambdaMax, weightsAt } = fitOf(model, "l1");
    expect(weightsAt(lambdaMax).every((weight) => weight === 0)).toBe(true);
    expect(solved("l1", lambdaMax * 1.0001).standardizedCoefficients.every((weight) => weight === 0)).toBe(true);
    expect(solved("l1", lambdaMax * 0.999).standardizedCoefficients.some((weight) => weight !== 0)).toBe(true);
    expect(model.emptyError).toBeCloseTo(Math.log(3), 12);
    expect(model.trainingError(new Float64Array(12))).toBeCloseTo(Math.log(3), 10);
  });

  test("L1 lets go of the feature that says nothing, in every class", () => {
    const weights = fitOf(model, "l1").weightsAt(initial * 2);
    names.forEach((_, k) => expect(weights[4 * k + 2]).toBe(0));
    expect(weights.some((weight) => weight !== 0)).toBe(true);
  });

  test("the best intercepts are found from far away, too", () => {
    const { measures } = classes;
    const large = Float64Array.from({ length: 12 }, (_, at) => (at % 5) * 40 - 80);
    const small = large.map((value) => value / 200);
    const exact = measures.loss(small);
    measures.loss(large);
    expect(measures.loss(small)).toBeCloseTo(exact, 10);
    const slopes = measures.slopes(small, new Float64Array(12));
    expect(slopes.every(Number.isFinite)).toBe(true);
    expect(measures.intercepts(small).reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
  });

  test("says what its weights are, once", () => {
    const { spec } = build("target: sky");
    const told = dataRemarks(model, spec, en).filter((sentence) => sentence.includes("4 × 3"));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("pressure → sunny");
  });

  test("hands out the rows as they were written, and weights in original units that give the same scores", () => {
    const rows = exportedRows({ model, state: { get: () => ({ points: null }) } as never }) ?? expect.fail();
    expect(rows.map(({ name }) => name)).toEqual(["pressure", "wind", "noise", "damp", "sky"]);
    const weights = fitOf(model, "l1").weightsAt(initial);
    const fit = fitOf(model, "l1");
    const csv = weightsCsv({ model, words: en.demo }, { solutions: [{ fit, lambda: initial, weights }] } as never);
    const lines = csv.trim().split(/\r?\n/).slice(1).map((line) => line.split(","));
    expect(lines).toHaveLength(12 + 3);
    const written = lines.map((cells) => Number(cells[2]));
    // Of the first day: cross-entropy from the table in its own units.
    const scores = names.map((_, k) => rows.slice(0, 4).reduce((sum, { cells }, j) => sum + Number(cells[0]) * (written[4 * k + j] ?? NaN), written[12 + k] ?? NaN));
    const exact = solved("l1", initial);
    const engine = names.map((_, k) => {
      const intercepts = exact.intercept as Float64Array;
      return Array.from({ length: 4 }, (__, j) => (classes.design.x.values[j * 90] ?? NaN) * (exact.standardizedCoefficients[4 * k + j] ?? NaN)).reduce((sum, value) => sum + value, intercepts[k] ?? NaN);
    });
    scores.forEach((score, k) => expect(score - (scores[0] ?? NaN)).toBeCloseTo((engine[k] ?? NaN) - (engine[0] ?? NaN), 4));
  });
});

test("features that have nothing to do with the classes leave no weight under L1, and the block stands", () => {
  // Every class has the same values as the others.
  const even = weather();
  const columns = even.columns.map((column, j) => (j < 4 ? { ...column, values: Float64Array.from({ length: 90 }, (_, row) => ((Math.floor(row / 3) * (j + 2)) % 7) + 0.1 * j) } : column));
  for (const text of ["target: sky", "target: sky\nstandardize: false"]) {
    const { built } = build(text, { ...even, columns });
    const own = built.ok ? built.model : expect.fail();
    expect(own.lambdaRange.max).toBeGreaterThan(0.1);
    const weights = fitOf(own, "l1").weightsAt(own.lambdaRange.min);
    expect(weights.every((weight) => weight === 0)).toBe(true);
    expect(own.trainingError(weights)).toBeCloseTo(Math.log(3), 10);
    expect(fitOf(own, "l2").weightsAt(own.lambdaRange.initial).every((weight) => Math.abs(weight) < 1e-9)).toBe(true);
  }
});

describe("a column of text", () => {
  const levels = ["sun", "rain", "snow"];
  const days = (alone = false): Table => {
    const { columns, rows } = weather();
    const dummies = levels.map((level, k) => ({ name: `sky = ${level}`, values: Float64Array.from({ length: rows }, (_, row) => Number((alone && k === 2 ? row === 2 : row % 3 === k) && row !== 5)), indicator: true, group: "sky" }));
    return { name: "days", columns: [...columns.slice(0, 4), ...dummies], rows };
  };

  test("can be predicted by its name: its values are the classes, and none of them is a feature", () => {
    const { built } = build("target: sky", days());
    const own = built.ok ? built.model : expect.fail();
    expect(own.loss).toBe("softmax");
    expect(own.classes?.names).toEqual(levels);
    expect(own.columns).toEqual(["pressure", "wind", "noise", "damp"]);
    // A row that has none of the values has no target.
    expect(own.rows).toBe(89);
    expect(build("target: sky", days()).spec.target).toBe("sky");
  });

  test("is a feature as before where something else is predicted, and one of its values can still be the target", () => {
    const { built } = build("target: wind", days());
    expect(built.ok ? built.model.columns : []).toContain("sky = rain");
    const one = build("target: sky = rain", days()).built;
    expect(one.ok ? one.model.loss : null).toBe("logistic");
    expect(one.ok ? one.model.columns : []).toEqual(["pressure", "wind", "noise", "damp"]);
  });

  test("of lists has no classes: a row may have several of its values", () => {
    const table = days();
    const several = { ...table, columns: table.columns.map((column) => (column.name === "sky = rain" ? { ...column, values: column.values.map((value, row) => (row === 0 ? 1 : value)) } : column)) };
    const { built } = build("target: sky", several);
    expect(built.ok ? null : built.problem.code).toBe("unknown-target");
  });

  test("is not taken for numbers where a class has but one row", () => {
    const { built } = build("target: sky", days(true));
    expect(built.ok ? null : built.problem).toMatchObject({ code: "not-classes", params: { loss: "softmax" } });
  });
});

describe("a target of a few whole numbers", () => {
  const remarksOf = (text: string, table = weather()) => {
    const { spec, built } = build(text, table);
    return built.ok ? dataRemarks(built.model, spec, en).filter((sentence) => sentence.includes("different values")) : expect.fail();
  };
  const rated = (values: (row: number) => number) => ({ ...weather(), columns: [...weather().columns.slice(0, 4), { name: "stars", values: Float64Array.from({ length: 90 }, (_, row) => values(row)) }] });

  test("is asked about, unless the block says what it is", () => {
    expect(remarksOf("target: stars", rated((row) => 1 + (row % 5)))[0]).toContain("`loss: softmax`");
    expect(remarksOf("target: stars", rated((row) => row % 2))[0]).toContain("`loss: logistic`");
    expect(remarksOf("target: stars\nloss: squared", rated((row) => 1 + (row % 5)))).toEqual([]);
  });

  test("is not where values are many, broken or have next to no rows", () => {
    expect(remarksOf("target: stars", rated((row) => row % 20))).toEqual([]);
    expect(remarksOf("target: stars", rated((row) => (row % 5) + 0.5))).toEqual([]);
    expect(remarksOf("target: wind")).toEqual([]);
  });
});

describe("rows that are held out of classes", () => {
  test.each([["logistic", "data: breast-cancer\ntest: 0.25\npenalties: [l2]", 142], ["softmax", "data: digits\nfeatures: [p23, p24, p43, p45, p61]\ntest: 0.2\npenalties: [l2]", 90]])("are measured by the %s fit of the others, and never fitted", (loss, text, count) => {
    const own = modelOf(text);
    const held = own.held ?? expect.fail();
    const problem = own.classes ?? expect.fail();
    expect(own.loss).toBe(loss);
    expect(held.rows).toBe(count);
    expect(own.rows + held.rows).toBe(loss === "softmax" ? 450 : 569);
    const lambda = own.lambdaRange.initial;
    const weights = fitOf(own, "l2").weightsAt(lambda);
    // The engine's fit of the same rows in original units, on the rows that it has not seen.
    const split = splitRows(ok(designOf(own.table, {})), { share: loss === "softmax" ? 0.2 : 0.25, seed: 1, dated: false }) ?? expect.fail();
    const columns = own.columns.map((name) => split.fitted.features.indexOf(name));
    const { x, y } = split.held;
    const classCount = problem.names.length;
    const { scales, means } = problem.design.scaling;
    const blocks = loss === "softmax" ? classCount : 1;
    const intercepts = problem.measures.intercepts(weights);
    let sum = 0;
    for (let i = 0; i < x.rows; i++) {
      const scores = Array.from({ length: blocks }, (_, k) => columns.reduce((score, from, j) => score + ((weights[k * columns.length + j] ?? NaN) * ((x.values[from * x.rows + i] ?? NaN) - (means[j] ?? NaN))) / (scales[j] || 1), intercepts[k] ?? NaN));
      const all = blocks === 1 ? [0, ...scores] : scores;
      sum += Math.log(all.reduce((total, score) => total + Math.exp(score), 0)) - (all[problem.values.indexOf(y[i] ?? NaN)] ?? NaN);
    }
    expect(held.error(weights)).toBeCloseTo(sum / x.rows, 9);
  });

  test("without any there is nothing held", () => {
    expect(model.held).toBeUndefined();
  });
});

describe("a target that is no classes", () => {
  test.each([
    ["two classes are asked for and there are three", "target: sky\nloss: logistic", { loss: "logistic", values: 3 }],
    ["every value is another", "target: wind\nloss: softmax", { loss: "softmax", values: 90, most: mostClasses }],
  ])("is refused where %s", (_, text, params) => {
    const { built } = build(text);
    expect(built.ok ? null : built.problem).toMatchObject({ line: 2, code: "not-classes", params });
  });

  test("is fitted as numbers where a class has a single row and nobody asked, and refused where somebody did", () => {
    const { built } = build("target: sky", weather(7));
    expect(built.ok ? built.model.loss : null).toBe("softmax");
    const few = weather(12);
    const alone = { ...few, columns: few.columns.map((column) => (column.name === "sky" ? { ...column, values: column.values.map((value, row) => (row === 0 ? 2 : Math.min(1, value))) } : column)) };
    const asNumbers = build("target: sky", alone).built;
    expect(asNumbers.ok ? asNumbers.model.loss : null).toBe("squared");
    const refused = build("target: sky\nloss: softmax", alone).built;
    expect(refused.ok).toBe(false);
  });
});

test("the ten digits: 640 weights, of which L1 keeps a part", () => {
  const digits = modelOf("data: digits");
  expect(digits).toMatchObject({ loss: "softmax", rows: 450 });
  expect(digits.columns).toHaveLength(64);
  expect(digits.features).toHaveLength(640);
  const weights = fitOf(digits, "l1").weightsAt(digits.lambdaRange.initial);
  const kept = weights.filter((weight) => weight !== 0).length;
  expect(kept).toBeGreaterThan(20);
  expect(kept).toBeLessThan(320);
  const { gap } = classGapOf(digits.classes ?? expect.fail(), weights, { penalty: "l1", lambda: digits.lambdaRange.initial, mix: 0.5 });
  expect(gap).toBeLessThan(1e-5 * digits.emptyError);
});
