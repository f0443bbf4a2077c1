import { describe, expect, it } from "vitest";
import { builtIn, builtInNames } from "../../src/data/built-in";
import { readNumericCsv } from "../../src/data/numeric-csv";
import type { Table } from "../../src/data/table";

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
const covariance = (a: Float64Array, b: Float64Array) => mean(a.map((value, i) => (value - mean(a)) * ((b[i] as number) - mean(b))));
const columnOf = (table: Table, name: string) => table.columns.find((column) => column.name === name)?.values as Float64Array;

describe("the built-in data", () => {
  it("are read once: the same name gives the same table", () => {
    for (const name of builtInNames) {
      expect(builtIn(name)).toBe(builtIn(name));
      expect(builtIn(name).name).toBe(name);
    }
  });

  it("have no missing value", () => {
    for (const name of builtInNames) {
      const { columns, rows } = builtIn(name);
      for (const { values } of columns) {
        expect(values).toHaveLength(rows);
        expect(values.every(Number.isFinite)).toBe(true);
      }
    }
  });

  it("diabetes has 442 patients, ten measurements and the progression last", () => {
    const { columns, rows } = builtIn("diabetes");
    expect(rows).toBe(442);
    expect(columns.map(({ name }) => name)).toEqual(["age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6", "progression"]);
  });

  it("diabetes has the moments that are published with it: progression 152.13 ± 77.01, bmi 26.38", () => {
    const table = builtIn("diabetes");
    const progression = columnOf(table, "progression");
    expect(mean(progression)).toBeCloseTo(152.1335, 4);
    expect(Math.sqrt(covariance(progression, progression))).toBeCloseTo(77.0057, 3);
    expect(mean(columnOf(table, "bmi"))).toBeCloseTo(26.3758, 4);
    expect(new Set(columnOf(table, "sex"))).toEqual(new Set([1, 2]));
  });

  it("two has 60 rows, unit variances and features that correlate by 0.5", () => {
    const table = builtIn("two");
    expect(table.rows).toBe(60);
    for (const { values } of table.columns) expect(covariance(values, values)).toBeCloseTo(1, 12);
    expect(covariance(columnOf(table, "x1"), columnOf(table, "x2"))).toBeCloseTo(0.5, 12);
  });

  it("two has the unpenalised weights 0.2 and 0.65", () => {
    const table = builtIn("two");
    const [x1, x2, y] = [columnOf(table, "x1"), columnOf(table, "x2"), columnOf(table, "y")];
    const r = covariance(x1, x2);
    const [c1, c2] = [covariance(x1, y), covariance(x2, y)];
    expect((c1 - r * c2) / (1 - r * r)).toBeCloseTo(0.2, 12);
    expect((c2 - r * c1) / (1 - r * r)).toBeCloseTo(0.65, 12);
  });
});

describe("a file of numbers", () => {
  it("gives a column for each name, and NaN where there is no number", () => {
    const table = readNumericCsv("t", "a, b\r\n1,2\r\n,x\r\n-3e2\r\n");
    expect(table.rows).toBe(3);
    expect(table.columns.map(({ name, values }) => [name, ...values])).toEqual([["a", 1, NaN, -300], ["b", 2, NaN, NaN]]);
  });

  it("with only its names has no rows", () => {
    expect(readNumericCsv("t", "a,b\n").rows).toBe(0);
  });
});
