import { describe, expect, it } from "vitest";
import { designOf } from "../../src/data/design";
import type { Table } from "../../src/data/table";

const table = (columns: Record<string, number[]>): Table => ({
  name: "t",
  columns: Object.entries(columns).map(([name, values]) => ({ name, values: Float64Array.from(values) })),
  rows: Object.values(columns)[0]?.length ?? 0,
});
const small = table({ a: [1, 2, 3, 4, 5], b: [5, 3, 4, 1, 2], Growth: [0, 1, 0, 1, 1] });

describe("the design of a table", () => {
  it("predicts the last column from all others unless told otherwise", () => {
    expect(designOf(small)).toMatchObject({ ok: true, features: ["a", "b"], target: "Growth", y: Float64Array.of(0, 1, 0, 1, 1) });
  });

  it("holds the features column after column, in the order asked for", () => {
    const design = designOf(small, { target: "a", features: ["Growth", "b"] });
    expect(design).toMatchObject({ ok: true, features: ["Growth", "b"], target: "a" });
    expect(design.ok && design.x).toEqual({ rows: 5, columns: 2, values: Float64Array.of(0, 1, 0, 1, 1, 5, 3, 4, 1, 2) });
  });

  it("forgives case where only one column fits", () => {
    expect(designOf(small, { target: "growth", features: ["A"] })).toMatchObject({ ok: true, target: "Growth", features: ["a"] });
    const twins = table({ a: [1, 2, 3, 4], A: [1, 2, 3, 4], b: [1, 2, 3, 5] });
    expect(designOf(twins, { features: ["A"] })).toMatchObject({ ok: true, features: ["A"] });
    expect(designOf(twins, { target: "B", features: ["á"] })).toMatchObject({ code: "unknown-feature" });
  });

  it("leaves out rows in which a column in use has no number, and only those", () => {
    const gaps = table({ a: [1, NaN, 3, 4, 5, 6], b: [1, 2, Infinity, 4, 5, 6], c: [NaN, NaN, NaN, NaN, NaN, NaN], y: [1, 2, 3, 4, 5, 6] });
    expect(designOf(gaps, { features: ["a"] })).toMatchObject({ ok: true, y: Float64Array.of(1, 3, 4, 5, 6) });
    expect(designOf(gaps, { features: ["a", "b"] })).toMatchObject({ ok: true, y: Float64Array.of(1, 4, 5, 6) });
    expect(designOf(gaps)).toEqual({ ok: false, code: "few-rows", rows: 0, needed: 4 });
  });

  it("does not touch the table", () => {
    const design = designOf(small);
    if (design.ok) design.x.values.fill(9);
    expect(small.columns[0]?.values).toEqual(Float64Array.of(1, 2, 3, 4, 5));
  });

  it("names an unknown column and the one that was probably meant", () => {
    expect(designOf(small, { target: "Grwoth" })).toEqual({ ok: false, code: "unknown-target", name: "Grwoth", meant: "Growth", columns: ["a", "b", "Growth"] });
    expect(designOf(small, { features: ["a", "zzz"] })).toEqual({ ok: false, code: "unknown-feature", name: "zzz", columns: ["a", "b"] });
  });

  it("does not take the target for a feature, or a feature twice", () => {
    expect(designOf(small, { features: ["a", "Growth"] })).toEqual({ ok: false, code: "target-among-features", name: "Growth" });
    expect(designOf(small, { features: ["a", "b", "A"] })).toEqual({ ok: false, code: "duplicate-feature", name: "a" });
  });

  it("needs a feature, four rows and a target that varies", () => {
    expect(designOf(table({ y: [1, 2, 3, 4] }))).toEqual({ ok: false, code: "no-features" });
    expect(designOf(table({}))).toEqual({ ok: false, code: "no-features" });
    expect(designOf(small, { features: [] })).toEqual({ ok: false, code: "no-features" });
    expect(designOf(table({ a: [1, 2, 3], y: [1, 2, 4] }))).toEqual({ ok: false, code: "few-rows", rows: 3, needed: 4 });
    expect(designOf(table({ a: [1, 2, 3, 4], y: [7, 7, 7, 7] }))).toEqual({ ok: false, code: "constant-target", name: "y" });
  });
});
