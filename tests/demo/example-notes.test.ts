import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { drawDiary, moodTruth } from "../../src/data/diary";
import { readTable } from "../../src/data/read-table";
import { buildModel } from "../../src/demo/build-model";
import { exampleNotes } from "../../src/demo/example-notes";
import { parseSpec } from "../../src/demo/spec/parse-spec";
import { wordsIn } from "../../src/language/language";

const yaml = (text: string) => parse(text) as unknown;

/** The table that the block makes of the daily notes, from their text. */
function diaryTable(language: "en" | "ko") {
  const notes = exampleNotes("Folder", wordsIn(language)).slice(0, -1);
  const properties = notes.map(({ text }) => parse(text.split("---")[1] ?? "") as Record<string, string | number>);
  const names = Object.keys(properties[0] ?? {});
  return readTable({
    name: "Days",
    columns: names.map((name) => ({ name, cells: properties.map((own) => own[name] ?? null) })),
    rows: notes.length,
    notes: notes.map(({ path }) => path),
  });
}

function modelOf(body: string, language: "en" | "ko" = "en") {
  const parsed = parseSpec(body, yaml);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const built = buildModel(parsed.spec, parsed.lines, diaryTable(language));
  if (!built.ok) throw new Error(JSON.stringify(built.problem));
  return built.model;
}

describe("the made-up year", () => {
  test("is the same for the same seed, and another for another", () => {
    expect(drawDiary(1)).toEqual(drawDiary(1));
    expect(drawDiary(2)).not.toEqual(drawDiary(1));
    expect(drawDiary().length).toBe(365);
  });

  test("holds plausible days, a few without a look at the screen", () => {
    const days = drawDiary();
    for (const { date, sleep, coffee, steps, mood } of days) {
      expect(date).toMatch(/^2025-\d\d-\d\d$/);
      expect(sleep >= 4 && sleep <= 10 && Number.isInteger(coffee) && coffee >= 0 && coffee <= 6 && steps >= 500 && mood >= 1 && mood <= 10).toBe(true);
    }
    const without = days.filter(({ screen }) => screen === undefined).length;
    expect(without).toBeGreaterThan(3);
    expect(without).toBeLessThan(25);
  });
});

describe.each(["en", "ko"] as const)("the example notes (%s)", (language) => {
  const words = wordsIn(language);
  const notes = exampleNotes("Folder", words);

  test("are a year of days and a question whose blocks can all be drawn", () => {
    expect(notes.length).toBe(366);
    expect(new Set(notes.map(({ path }) => path)).size).toBe(366);
    const blocks = [...(notes.at(-1)?.text ?? "").matchAll(/```regularization\n([\s\S]*?)```/g)].map(([, body]) => body ?? "");
    expect(blocks.length).toBe(3);
    for (const body of blocks) expect(modelOf(body, language).target).toBe(words.examples.keys.mood);
  });

  test("give one table in the order of the days, weather as three columns", () => {
    const table = diaryTable(language);
    const { sleep, coffee, steps, screen, weather, mood } = words.examples.keys;
    expect(table.dated).toBe(true);
    expect(table.columns.map(({ name }) => name).sort()).toEqual([sleep, coffee, steps, screen, mood, ...Object.values(words.examples.weather).map((name) => `${weather} = ${name}`)].sort());
  });
});

/** What the lasso keeps of a year drawn with this seed, at the one-standard-error λ. */
function found(seed: number) {
  const days = drawDiary(seed);
  const names = ["sleep", "coffee", "steps", "screen", "weather", "mood"] as const;
  const table = readTable({ name: "Days", rows: days.length, notes: days.map(({ date }) => `${date}.md`), columns: names.map((name) => ({ name, cells: days.map((day) => day[name] ?? null) })) });
  const parsed = parseSpec("folder: Days\ntarget: mood", yaml);
  const built = parsed.ok ? buildModel(parsed.spec, parsed.lines, table) : undefined;
  if (built?.ok !== true) throw new Error("the year cannot be drawn");
  const { model } = built;
  void model.curves.want();
  const curve = model.curves.of("l1");
  if (curve === null) throw new Error("there is no curve");
  const weights = model.fits[0]?.weightsAt(curve.oneStandardError) ?? new Float64Array(0);
  const kept = Object.fromEntries(model.features.flatMap((name, j) => (weights[j] === 0 ? [] : [[name, weights[j] ?? NaN]])));
  return { model, curve, kept };
}

const inTruth = ["screen", "sleep", "weather = sunny"];

describe("what the plugin finds in the year", () => {
  const { model, curve, kept } = found(1);

  test("is exactly the columns that have a part in the mood; coffee and steps are dropped", () => {
    expect(Object.keys(kept).sort()).toEqual(inTruth);
    expect(Math.min(...curve.mean)).toBeLessThan(0.5);
  });

  test("is the same whether it is read from the notes or from the numbers", () => {
    const fromNotes = modelOf("folder: Days\ntarget: mood");
    const j = fromNotes.features.indexOf("sleep");
    expect(fromNotes.fits[0]?.weightsAt(curve.oneStandardError)[j]).toBe(kept.sleep);
  });

  test("without a penalty are the weights of the truth, and almost nothing for coffee", () => {
    const { problem } = model;
    const free = model.fits[0]?.weightsAt(0) ?? new Float64Array(0);
    const inUnits = (name: string) => {
      const j = model.features.indexOf(name);
      return ((free[j] ?? NaN) * (problem?.scaling.targetScale ?? NaN)) / (problem?.scaling.scales[j] ?? NaN);
    };
    expect(Math.abs(inUnits("sleep") - moodTruth.sleep)).toBeLessThan(0.15);
    expect(Math.abs(inUnits("screen") - moodTruth.screen)).toBeLessThan(0.12);
    expect(Math.abs(inUnits("coffee"))).toBeLessThan(0.12);
  });

  test("stands in the documentation with its figures, and how often other years would give the same", () => {
    const years = Array.from({ length: 20 }, (_, i) => Object.keys(found(i + 1).kept).sort());
    for (const names of years) expect(names).toEqual(expect.arrayContaining(inTruth));
    const exact = years.filter((names) => names.join() === inTruth.join()).length;
    for (const file of ["docs/worked-example.md", "docs/worked-example.ko.md"]) {
      const text = readFileSync(file, "utf8");
      for (const weight of Object.values(kept)) expect(text).toContain(weight.toFixed(2).replace("-", "−"));
      expect(text).toContain(curve.oneStandardError.toFixed(2));
      expect(text).toContain(Math.min(...curve.mean).toFixed(2));
      expect(text).toMatch(new RegExp(`\\b${exact}\\b`));
      expect(text).toMatch(new RegExp(`\\b${model.rows}\\D+${model.table.rows}|${model.table.rows}\\D+${model.rows}\\b`));
    }
  });
});

test("without standardising, the folds are not standardised either", () => {
  const raw = found(1).model;
  const body = "folder: Days\ntarget: mood\nstandardize: false\npenalties: [l1]";
  const model = modelOf(body);
  void model.curves.want();
  const curve = model.curves.of("l1");
  // Steps count in thousands: unscaled, they are the cheapest feature, and their λmax is far above that of scaled ones.
  expect(model.lambdaRange.max).toBeGreaterThan(100 * raw.lambdaRange.max);
  expect(curve?.mean.at(0)).toBeGreaterThan(0.9);
  expect(curve?.oneStandardError).toBeLessThan(model.lambdaRange.max);
});
