import { describe, expect, it } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import type { Cell } from "../../src/data/raw-table";
import { readTable } from "../../src/data/read-table";
import { buildModel } from "../../src/demo/build-model";
import { dataRemarks } from "../../src/demo/data-remarks";
import { leakedColumns, trendOf, twinColumns } from "../../src/demo/data-warnings";
import { parseSpec } from "../../src/demo/spec/parse-spec";
import { en } from "../../src/language/en";

const rows = 80;
const dates = Array.from({ length: rows }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
const random = createRandom(4);
const noise = () => Array.from({ length: rows }, () => normal(random));
const [a, b, c] = [noise(), noise(), noise()];
const mood = a.map((value, i) => value + 0.5 * (b[i] ?? 0) + (c[i] ?? 0));

function told(columns: Record<string, readonly Cell[]>, body: Record<string, unknown> = {}) {
  const table = readTable({ name: "diary", rows: Object.values(columns)[0]?.length ?? 0, columns: Object.entries(columns).map(([name, cells]) => ({ name, cells })) });
  const parsed = parseSpec("x", () => ({ data: "this", target: "mood", ...body }));
  const built = parsed.ok ? buildModel(parsed.spec, undefined, table) : expect.fail();
  if (!parsed.ok || !built.ok) throw new Error(JSON.stringify(built));
  return { model: built.model, remarks: dataRemarks(built.model, parsed.spec, en) };
}

describe("what makes a fit look better than it is", () => {
  it("is silent on data that have nothing of the kind", () => {
    const { model, remarks } = told({ date: dates, a, b, mood });
    expect(leakedColumns(model)).toBeNull();
    expect(trendOf(model)).toBeNull();
    expect(twinColumns(model)).toBeNull();
    expect(remarks.join(" ")).not.toMatch(/same|exactly|with time|no row/);
  });

  it("is a column that says the target over again, in other units, too, and turned round", () => {
    const { model, remarks } = told({ a, b, percent: mood.map((value) => 100 * value + 3), low: mood.map((value, i) => -value + 0.02 * (c[i] ?? 0)), mood });
    expect(leakedColumns(model)).toEqual({ columns: ["percent", "low"], together: false });
    expect(remarks).toContainEqual(expect.stringMatching(/^`percent`, `low` say nearly the same as `mood`/));
    expect(leakedColumns(told({ percent: mood.map((value) => 100 * value), b, mood }, { standardize: false }).model)?.columns).toEqual(["percent"]);
  });

  it("is a sum of columns that gives it, unless there are hardly more rows than columns", () => {
    const { model, remarks } = told({ a, b, c, mood });
    expect(leakedColumns(model)).toEqual({ columns: ["a", "b", "c"], together: true });
    expect(remarks).toContain("These columns together give `mood` almost exactly. Is it computed from them?");
    const few = Object.fromEntries(Array.from({ length: 22 }, (_, j) => [`x${j}`, noise().slice(0, 24)]));
    expect(leakedColumns(told({ ...few, mood: mood.slice(0, 24) }).model)).toBeNull();
  });

  it("is two columns that say the same, in other units, too: one for the eye, two for a penalty", () => {
    const fahrenheit = a.map((value) => 32 + 1.8 * value);
    const { model, remarks } = told({ celsius: a, b, fahrenheit, mood });
    expect(twinColumns(model)).toEqual({ pair: ["celsius", "fahrenheit"], more: 0 });
    expect(remarks).toContainEqual(expect.stringMatching(/^`celsius`, `fahrenheit` say nearly the same \(correlation beyond ±0\.999\)\. Read their weights as one/));
    const near = told({ celsius: a.map((value, i) => value + 0.01 * (c[i] ?? 0)), b, fahrenheit, kelvin: a.map((value) => value + 273), mood, loose: a.map((value, i) => value + 0.2 * (b[i] ?? 0)) });
    expect(twinColumns(near.model)).toEqual({ pair: ["fahrenheit", "kelvin"], more: 2 });
    expect(near.remarks).toContainEqual(expect.stringContaining("and so do 2 more pairs."));
    expect(twinColumns(told({ celsius: a, b, fahrenheit, mood }, { standardize: false }).model)?.pair).toEqual(["celsius", "fahrenheit"]);
  });

  it("is time, which moves columns that have nothing else in common; only where the rows have dates", () => {
    const rising = a.map((value, i) => value + i / 10);
    const columns = { falling: b.map((value, i) => value - i / 8), c, mood: rising };
    const { model, remarks } = told({ date: dates, ...columns });
    expect(trendOf(model)?.columns).toEqual(["falling"]);
    expect(trendOf(model)?.correlation).toBeGreaterThan(0.8);
    expect(remarks).toContainEqual(expect.stringMatching(/^`mood` changes with time \(correlation 0\.\d+\)\. So does `falling`/));
    expect(trendOf(told(columns).model)).toBeNull();
  });

  it("days without a row are counted, however the rows are ordered; what is no diary has none", () => {
    const kept = dates.map((_, i) => i).filter((i) => i % 10 !== 7).sort((i, j) => ((i * 37) % rows) - ((j * 37) % rows));
    const pick = <T>(all: readonly T[]) => kept.flatMap((i) => all[i] ?? []);
    expect(told({ date: pick(dates), a: pick(a), mood: pick(mood) }).remarks).toContainEqual(expect.stringMatching(/^Of the 80 days from the first to the last, 8 have no row/));
    const monthly = dates.map((_, i) => new Date(Date.UTC(2000, i, 1)).toISOString().slice(0, 10));
    expect(told({ date: monthly, a, mood }).remarks.join(" ")).not.toContain("no row");
  });
});
