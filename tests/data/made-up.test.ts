import { describe, expect, it } from "vitest";
import { builtIn, regressionNames } from "../../src/data/built-in";
import type { Column, Table } from "../../src/data/table";
import { truthOf } from "../../src/data/truth";

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
const covariance = (a: Float64Array, b: Float64Array) => mean(a.map((value, i) => (value - mean(a)) * ((b[i] as number) - mean(b))));
const correlation = (a: Column, b: Column) => covariance(a.values, b.values) / Math.sqrt(covariance(a.values, a.values) * covariance(b.values, b.values));
const columnOf = (table: Table, name: string) => table.columns.find((column) => column.name === name) as Column;
const featuresOf = (table: Table) => table.columns.slice(0, -1);
/** What the truth leaves of the target: the noise. */
const noiseOf = (table: Table) => {
  const features = featuresOf(table);
  const truth = truthOf(table, features.map(({ name }) => name)) as Float64Array;
  return (table.columns.at(-1) as Column).values.map((y, i) => y - features.reduce((sum, { values }, j) => sum + (truth[j] as number) * (values[i] as number), 0));
};
const varianceShare = (table: Table) => {
  const noise = noiseOf(table);
  const { values } = table.columns.at(-1) as Column;
  return covariance(noise, noise) / covariance(values, values);
};

describe("the truth of made-up data", () => {
  it("names features of the table, and is unknown for measured data and for the curve", () => {
    const known = regressionNames.filter((name) => builtIn(name).truth !== undefined);
    expect(known).toEqual(["two", "sparse", "correlated", "wide", "orthonormal"]);
    for (const name of known) {
      const table = builtIn(name);
      for (const feature of Object.keys(table.truth ?? {})) expect(featuresOf(table).map((column) => column.name)).toContain(feature);
    }
    expect(truthOf(builtIn("diabetes"), ["bmi"])).toBeNull();
  });

  it("comes in the order asked for, with 0 for features that have no part", () => {
    expect(truthOf(builtIn("sparse"), ["x08", "x01", "x03"])).toEqual(Float64Array.of(-1.5, 0, 2));
  });

  it("leaves only noise, uncorrelated with the features as far as chance allows", () => {
    for (const name of ["sparse", "correlated", "wide"] as const) {
      const table = builtIn(name);
      const noise = { name: "noise", values: noiseOf(table) };
      // Four standard errors of a correlation of 0.
      for (const feature of featuresOf(table)) expect(Math.abs(correlation(feature, noise))).toBeLessThan(4 / Math.sqrt(table.rows));
    }
    expect(varianceShare(builtIn("sparse"))).toBeGreaterThan(0.2);
    expect(varianceShare(builtIn("sparse"))).toBeLessThan(0.45);
    expect(varianceShare(builtIn("correlated"))).toBeGreaterThan(0.15);
    expect(varianceShare(builtIn("correlated"))).toBeLessThan(0.4);
    expect(varianceShare(builtIn("wide"))).toBeLessThan(0.2);
  });
});

describe("sparse", () => {
  it("has 80 rows and 5 of 20 features with a part in the target", () => {
    const table = builtIn("sparse");
    expect([table.rows, featuresOf(table).length, Object.keys(table.truth ?? {}).length]).toEqual([80, 20, 5]);
  });
});

describe("correlated", () => {
  const table = builtIn("correlated");

  it("has twins that correlate by more than 0.9 inside a group, and by less than ½ with all others", () => {
    const groupOf = ({ name }: Column) => name.charAt(0);
    const features = featuresOf(table);
    for (const one of features) {
      for (const other of features) {
        if (one === other) continue;
        const r = Math.abs(correlation(one, other));
        if (groupOf(one) === groupOf(other)) expect(r).toBeGreaterThan(0.9);
        else expect(r).toBeLessThan(0.5);
      }
    }
  });

  it("gives all twins of a group the same true weight", () => {
    expect(table.truth).toEqual({ a1: 1, a2: 1, a3: 1, b1: -0.6, b2: -0.6, b3: -0.6, d: 0.8 });
  });
});

describe("wide", () => {
  const table = builtIn("wide");

  it("has far more features than rows: 400 for 60, ten of them true, each in a block of its own", () => {
    expect([table.rows, featuresOf(table).length]).toEqual([60, 400]);
    const blocks = Object.keys(table.truth ?? {}).map((name) => Math.ceil(Number(name.slice(1)) / 10));
    expect(new Set(blocks).size).toBe(10);
  });

  it("has genes that correlate by about ½ inside a block and not between blocks", () => {
    const features = featuresOf(table);
    const inside: number[] = [];
    const between: number[] = [];
    features.forEach((one, j) => features.slice(j + 1, j + 21).forEach((other, k) => {
      (Math.floor(j / 10) === Math.floor((j + 1 + k) / 10) ? inside : between).push(correlation(one, other));
    }));
    const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(average(inside)).toBeGreaterThan(0.4);
    expect(average(inside)).toBeLessThan(0.6);
    expect(Math.abs(average(between))).toBeLessThan(0.05);
  });
});

describe("curve", () => {
  it("has 12 points from −1 to 1, in order, near one period of a sine, with the powers of x up to nine", () => {
    const table = builtIn("curve");
    const [x, y] = [columnOf(table, "x").values, columnOf(table, "y").values];
    expect(featuresOf(table).map(({ name }) => name)).toEqual(["x", "x²", "x³", "x⁴", "x⁵", "x⁶", "x⁷", "x⁸", "x⁹"]);
    expect([...x]).toEqual([...new Set(x)].sort((a, b) => a - b));
    expect([table.rows, x[0], x[11]]).toEqual([12, -1, 1]);
    for (const [i, value] of x.entries()) expect(Math.abs((y[i] as number) - Math.sin(Math.PI * value))).toBeLessThan(0.8);
  });
});

describe("orthonormal", () => {
  it("has features of mean 0 and variance 1 without any correlation, and the truth as weights without a penalty", () => {
    const table = builtIn("orthonormal");
    const features = featuresOf(table);
    const y = columnOf(table, "y").values;
    expect(covariance(y, y)).toBeCloseTo(1, 12);
    features.forEach(({ name, values }, j) => {
      expect(mean(values)).toBeCloseTo(0, 12);
      features.forEach((other, k) => expect(covariance(values, other.values)).toBeCloseTo(j === k ? 1 : 0, 12));
      expect(covariance(values, y)).toBeCloseTo(table.truth?.[name] as number, 12);
    });
  });
});
