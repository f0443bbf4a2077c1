import { describe, expect, test } from "vitest";
import { designOf } from "../../src/data/design";
import { lagged, withoutGaps } from "../../src/data/missing-values";
import type { Cell } from "../../src/data/raw-table";
import { readTable } from "../../src/data/read-table";
import type { Table } from "../../src/data/table";

const tableOf = (columns: Record<string, Cell[]>, notes?: string[]): Table =>
  readTable({ name: "mine", columns: Object.entries(columns).map(([name, cells]) => ({ name, cells })), rows: Object.values(columns)[0]?.length ?? 0, ...(notes && { notes }) });
const designed = (table: Table, choice = {}) => {
  const design = designOf(table, choice);
  if (!design.ok) throw new Error(design.code);
  return design;
};

describe("properties of notes", () => {
  const table = tableOf({
    sleep: [7, 6.5, 8, 5, 7.25],
    done: [true, false, null, true, false],
    tags: [["work", "run"], ["run"], [], ["work"], null],
    mood: ["6", "5", "8", "3", "7"],
  }, ["2026-01-02", "2026-01-01", "2026-01-03", "2026-01-05", "2026-01-04"]);

  test("are one column each, lists one a member, in the order of the days", () => {
    expect(table.dated).toBe(true);
    expect(table.columns.map(({ name }) => name)).toEqual(["sleep", "done", "tags = work", "tags = run", "mood"]);
    expect(Array.from(table.columns[0]!.values)).toEqual([6.5, 7, 8, 7.25, 5]);
    expect(Array.from(table.columns[2]!.values)).toEqual([0, 1, 0, NaN, 1]);
  });

  test("a checkbox that is not there is neither yes nor no", () => {
    expect(Array.from(table.columns[1]!.values)).toEqual([0, 1, NaN, 0, 1]);
  });

  test("the last that measures something is predicted, never a yes or no, a member or an id", () => {
    expect(designed(tableOf({ id: [1, 2, 3, 4], y: [1, 3, 2, 5], ok: [true, false, true, true], x: [2, 1, 4, 3] })).target).toBe("x");
    expect(designed(tableOf({ y: [1, 3, 2, 5], x: [2, 1, 4, 3], year: [2023, 2024, 2025, 2026], ok: [true, false, true, true] })).features).toEqual(["y", "ok"]);
  });

  test("a column of text can be named as a feature: it stands for all its values", () => {
    const weather = tableOf({ weather: ["sun", "rain", "fog", "sun", "rain", "fog"], y: [1, 2, 3, 4, 5, 7] });
    expect(designed(weather, { features: ["Weather"] }).features).toEqual(["weather = fog", "weather = rain", "weather = sun"]);
    expect(designed(weather, { features: ["weather = sun"] }).features).toEqual(["weather = sun"]);
    expect(designed(weather, { target: "weather = sun", features: ["y"] }).target).toBe("weather = sun");
  });

  test("an id or a year is used where it is asked for", () => {
    expect(designed(tableOf({ id: [1, 2, 3, 4], y: [1, 3, 2, 5] }), { features: ["id"] }).features).toEqual(["id"]);
  });
});

describe("gaps", () => {
  const table = tableOf({ a: [1, null, 3, 4, 8], b: [2, 5, null, 1, 0], y: [1, 2, 3, null, 5] });

  test("leave their rows out, or are filled in features but never in the target", () => {
    const rows = (rule: "drop" | "mean" | "zero") => designed(withoutGaps(table, rule));
    expect(tableOf({ a: [1, null, 3, 4, 8, 9, 7], y: [1, 2, 3, null, 5, 6, 1] }).columns.length).toBe(2);
    expect(Array.from(rows("mean").y)).toEqual([1, 2, 3, 5]);
    expect(Array.from(rows("mean").x.values)).toEqual([1, 4, 3, 8, 2, 5, 2, 0]);
    expect(Array.from(rows("zero").x.values)).toEqual([1, 0, 3, 8, 2, 5, 0, 0]);
    expect(designOf(withoutGaps(table, "drop"))).toMatchObject({ ok: false, code: "few-rows", rows: 2 });
  });

  test("a lag puts yesterday beside today", () => {
    const { x, y } = designed(lagged(tableOf({ a: [1, 2, 3, 4, 5, 6], y: [10, 20, 30, 40, 50, 70] }), 2));
    expect([Array.from(x.values), Array.from(y)]).toEqual([[1, 2, 3, 4], [30, 40, 50, 70]]);
  });
});
