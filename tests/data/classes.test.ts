import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { encodeMeasurements, encodePictures } from "../../scripts/data.mjs";
import breastCancerText from "../../src/data/breast-cancer.csv";
import { builtIn, classificationNames, regressionNames } from "../../src/data/built-in";
import diabetesText from "../../src/data/diabetes.csv";
import digitsText from "../../src/data/digits.csv";
import type { Column, Table } from "../../src/data/table";
import { targetKind } from "../../src/data/target-kind";

/** The data as they were published, where they stand beside the project. */
const source = path.resolve(import.meta.dirname, "../../../shared/data");
const sourceText = (name: string) => readFileSync(path.join(source, `${name}.csv`), "utf8");
const whereTheSourceIs = it.skipIf(!existsSync(source));

const csvOf = ({ columns, rows }: Table) => {
  const lines = Array.from({ length: rows }, (_, i) => columns.map(({ values }) => String(values[i])).join(","));
  return `${[columns.map(({ name }) => name).join(","), ...lines].join("\n")}\n`;
};
const checksum = (text: string) => createHash("sha256").update(text).digest("hex");
const target = (table: Table) => table.columns.at(-1) as Column;
const countOf = (values: Float64Array, value: number) => values.filter((other) => other === value).length;

describe("breast-cancer", () => {
  const table = builtIn("breast-cancer");

  it("has thirty measurements of 569 masses, 357 benign and 212 malignant", () => {
    expect([table.rows, table.columns.length]).toEqual([569, 31]);
    expect(table.columns.map(({ name }) => name)).toEqual(expect.arrayContaining(["mean_radius", "concave_points_error", "worst_fractal_dimension"]));
    expect(target(table)).toMatchObject({ name: "benign", classes: ["malignant", "benign"] });
    expect([countOf(target(table).values, 1), countOf(target(table).values, 0)]).toEqual([357, 212]);
  });

  it("is the published table to the last decimal", () => {
    expect(checksum(csvOf(table))).toBe("9173fe82f7401ba1007c73f4888db17fb6ce4683795c8ec95814ac4e4ce2410d");
  });

  whereTheSourceIs("reads as its source does (needs the source beside the project)", () => {
    expect(csvOf(table)).toBe(sourceText("breast-cancer"));
    expect(encodeMeasurements(sourceText("breast-cancer"))).toBe(breastCancerText);
  });
});

describe("digits", () => {
  const table = builtIn("digits");

  it("has 45 pictures of each digit, 64 pixels from 0 to 16", () => {
    expect([table.rows, table.columns.length]).toEqual([450, 65]);
    expect(target(table)).toMatchObject({ name: "digit", classes: [..."0123456789"] });
    for (let digit = 0; digit < 10; digit++) expect(countOf(target(table).values, digit)).toBe(45);
    for (const { values } of table.columns.slice(0, -1)) for (const value of values) expect(value >= 0 && value <= 16 && Number.isInteger(value)).toBe(true);
    expect(table.columns[3 * 8 + 4]?.name).toBe("p34");
  });

  it("is the same choice of pictures, pixel for pixel", () => {
    expect(checksum(csvOf(table))).toBe("76b63f180938f8778c281d3b6b028f2e72e01abe4428a489ccf9eba456b0f8b1");
  });

  whereTheSourceIs("are rows of the source, in its order and no row twice (needs the source beside the project)", () => {
    const [header, ...rows] = sourceText("digits").trim().split("\n");
    const [ownHeader, ...own] = csvOf(table).trim().split("\n");
    expect(ownHeader).toBe(header);
    let at = -1;
    for (const row of own) {
      at = rows.indexOf(row, at + 1);
      expect(at).toBeGreaterThanOrEqual(0);
    }
    expect(encodePictures(sourceText("digits"))).toBe(digitsText);
  });
});

describe("the data files", () => {
  it("take no more than 85 kB together, in lines that can be read", () => {
    const texts = [diabetesText, breastCancerText, digitsText];
    expect(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)).toBeLessThanOrEqual(85_000);
    for (const text of texts) expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(160);
  });

  whereTheSourceIs("hold diabetes as published (needs the source beside the project)", () => {
    expect(diabetesText).toBe(sourceText("diabetes"));
  });

  it("refuse measurements that four digits cannot hold", () => {
    expect(() => encodeMeasurements("a,b,c,t\n1.2345,1,1,0\n")).toThrow("more than 4 significant digits");
  });
});

describe("the loss that fits a target", () => {
  it("is squared for numbers, logistic for two classes and softmax for more", () => {
    for (const name of regressionNames) expect(targetKind(target(builtIn(name)))).toBe("squared");
    expect(classificationNames.map((name) => targetKind(target(builtIn(name))))).toEqual(["logistic", "softmax"]);
  });
});
