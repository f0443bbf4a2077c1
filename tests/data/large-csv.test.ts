import { describe, expect, it } from "vitest";
import { readCsv } from "../../src/data/csv-table";
import { designOf } from "../../src/data/design";
import { type LargeCsvRead, readLargeCsv } from "../../src/data/large-csv";
import { readTable } from "../../src/data/read-table";
import { sumsOver } from "../../src/data/row-sums";
import type { Table } from "../../src/data/table";
import { createRandom } from "../../src/math/random";

function readAll(text: string | Uint8Array): { read: LargeCsvRead; shares: number[] } {
  const steps = readLargeCsv("file", typeof text === "string" ? new TextEncoder().encode(text) : text);
  const shares: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { read: step.value, shares };
    shares.push(step.value);
  }
}

function tableOf(text: string): Table & { sums: NonNullable<Table["sums"]> } {
  const { read } = readAll(text);
  if (!read.ok) throw new Error(read.code);
  const { sums } = read.table;
  if (sums === undefined) throw new Error("no sums");
  return { ...read.table, sums };
}

/** Rows, means and covariances (with 1/n) of the rows that are whole. */
function momentsOf({ sums }: ReturnType<typeof tableOf>) {
  const q = sums.names.length + 1;
  const total = sumsOver(sums, sums.parts.map((_, part) => part), sums.names.map((_, at) => ({ at, factor: 1 })));
  const n = total[0] ?? 0;
  const mean = (a: number) => (total[a + 1] ?? NaN) / n;
  return {
    rows: n,
    means: sums.names.map((_, a) => mean(a) + (sums.origin[a] ?? NaN)),
    covariances: sums.names.map((_, a) => sums.names.map((__, b) => (total[(a + 1) * q + b + 1] ?? NaN) / n - mean(a) * mean(b))),
  };
}

/** The same from the table as it is read whole. */
function expectedOf(text: string, names: readonly string[]) {
  const whole = readCsv("file", text);
  if (!whole.ok) throw new Error(whole.code);
  const [target, ...features] = names;
  const design = designOf(readTable(whole.raw), { target, features });
  if (!design.ok) throw new Error(design.code);
  const columns = [design.y, ...features.map((_, j) => design.x.values.subarray(j * design.x.rows, (j + 1) * design.x.rows))];
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const means = columns.map(mean);
  return { rows: design.y.length, means, covariances: columns.map((a, i) => columns.map((b, j) => mean(a.map((value, row) => (value - (means[i] ?? 0)) * ((b[row] ?? 0) - (means[j] ?? 0)))))) };
}

const random = createRandom(5);
/** A file of so many rows in some 100 bytes each. */
function file(rows: number, { comma = false, gap = () => false, odd = () => "" }: { comma?: boolean; gap?: (row: number) => boolean; odd?: (row: number) => string } = {}): string {
  const separator = comma ? ";" : ",";
  const number = (value: number) => (comma ? value.toFixed(4).replace(".", ",") : value.toFixed(4));
  const lines = Array.from({ length: rows }, (_, row) => {
    const [a, b, c] = [random(), 1e6 + 10 * random(), random() - 0.5];
    const weather = ["sun", "rain", "snow"][row % 3] ?? "";
    return [number(a), odd(row) || number(b), gap(row) ? "" : number(c), weather, row % 2 === 0 ? "yes" : "no", "kept", `note ${row}`, number(2 * a - c + random())].join(separator);
  });
  return `${["a", "b", "c", "weather", "run", "same", "words", "y"].join(separator)}\n${lines.join("\n")}\n`;
}

describe("a file that is read in slices", () => {
  it.each([
    ["points", file(3000), 3000],
    ["decimal commas", file(3000, { comma: true }), 3000],
    ["gaps", file(3000, { gap: (row) => row % 7 === 0 }), 3000],
    ["cells that are no numbers", file(3000, { odd: (row) => (row === 1234 || row === 2001 ? "broken" : "") }), 3000],
    ["Windows line ends", file(3000).replaceAll("\n", "\r\n"), 3000],
    ["quotes around everything", file(3000).replace(/[^,\n]+/g, '"$&"'), 3000],
    ["no line end at its end", file(3000).trimEnd(), 3000],
    ["empty lines", file(3000).replaceAll("\n", "\n\n"), 3000],
    ["letters of several bytes", file(3000).replaceAll("sun", "맑음").replaceAll("rain", "비 오는 날"), 3000],
  ])("has the sums of its whole rows: %s", (_, text, rows) => {
    const table = tableOf(text);
    expect(table.rows).toBe(rows);
    const { names } = table.sums;
    expect([...names].sort()).toEqual(table.columns.map(({ name }) => name).sort());
    const [own, expected] = [momentsOf(table), expectedOf(text, names)];
    expect(own.rows).toBe(expected.rows);
    own.means.forEach((mean, a) => expect(Math.abs(mean - (expected.means[a] ?? NaN))).toBeLessThan(1e-12 * Math.max(1, Math.abs(mean))));
    own.covariances.forEach((row, a) => row.forEach((value, b) => expect(value).toBeCloseTo(expected.covariances[a]?.[b] ?? NaN, 8)));
  });

  it("says what it does not use and why, gaps and cells that are no numbers", () => {
    const table = tableOf(file(3000, { gap: (row) => row % 10 === 0, odd: (row) => (row === 1234 || row === 2001 ? "broken" : "") }));
    expect(table.columns.map(({ name, indicator, group }) => [name, indicator, group])).toEqual([
      ["a", undefined, undefined], ["b", undefined, undefined], ["c", undefined, undefined],
      ["weather = rain", true, "weather"], ["weather = snow", true, "weather"], ["weather = sun", true, "weather"],
      ["run", true, undefined], ["y", undefined, undefined],
    ]);
    expect(table.report?.unused.map(({ name, fault }) => [name, fault.code])).toEqual([["same", "constant"], ["words", "text"]]);
    expect(table.report?.unreadable).toEqual([{ name: "b", count: 2, row: 1234, text: "broken" }]);
    expect([...table.sums.gaps]).toEqual([0, 2, 300, 0, 0, 0, 0, 0]);
  });

  it("counts a text that was in none of the rows looked at once, under the name of its column", () => {
    const [header = "", ...lines] = file(3000).trim().split("\n");
    const table = tableOf([header, ...lines.map((line, row) => (row === 1777 ? line.replace(/,(?:sun|rain|snow),/, ",storm,") : line))].join("\n"));
    expect(table.columns.map(({ name }) => name)).not.toContain("weather = storm");
    expect(table.report?.unreadable).toEqual([{ name: "weather", count: 1, row: 1777, text: "storm" }]);
    expect(table.sums.gaps.reduce((sum, count) => sum + count)).toBe(1);
    expect(momentsOf(table).rows).toBe(2999);
  });

  it("takes numbers that cannot be squared for cells that are no numbers", () => {
    const table = tableOf(file(3000, { odd: (row) => (row === 1500 ? "1e999" : row === 1501 ? "-1e80" : "") }));
    expect(table.report?.unreadable).toEqual([{ name: "b", count: 2, row: 1500, text: "1e999" }]);
    expect(table.sums.parts.every((part) => part.every(Number.isFinite))).toBe(true);
  });

  it("tells its share from 0 to 1, in steps of a few milliseconds", () => {
    const { shares } = readAll(file(12_000));
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeGreaterThan(9);
    shares.slice(1).forEach((share, i) => expect(share).toBeGreaterThanOrEqual(shares[i] ?? 0));
  });

  it("finds a column that is constant where it begins, and drops one that is constant everywhere", () => {
    const lines = Array.from({ length: 4000 }, (_, row) => `${row % 5},${row < 2000 ? 0 : row % 2},7.1,${row % 3}`);
    const table = tableOf(`a,late,same,y\n${lines.join("\n")}`);
    expect(table.columns.map(({ name }) => name)).toEqual(["a", "late", "y"]);
    expect(table.report?.unused).toEqual([{ name: "same", fault: { code: "constant" } }]);
  });

  it("deals dated rows to parts in their order, others at random", () => {
    const lines = (dated: boolean) => Array.from({ length: 6000 }, (_, row) => `${dated ? new Date(86_400_000 * row).toISOString().slice(0, 10) : "x"},${row},${row % 7}`);
    const meansOf = (table: ReturnType<typeof tableOf>) => table.sums.parts.map((part) => (part[1] ?? NaN) / (part[0] ?? NaN));
    const dated = tableOf(`day,time,y\n${lines(true).join("\n")}`);
    expect(dated.dated).toBe(true);
    const known = meansOf(dated).filter((mean) => !Number.isNaN(mean));
    expect(known).toEqual([...known].sort((a, b) => a - b));
    const mixed = tableOf(`day,time,y\n${lines(false).join("\n")}`);
    expect(mixed.dated).toBe(false);
    expect(Math.max(...meansOf(mixed)) - Math.min(...meansOf(mixed))).toBeLessThan(2500);
  });

  it.each<[string, string | Uint8Array, object]>([
    ["nothing", "", { code: "csv-empty" }],
    ["a header alone", "a,b,c\n", { code: "csv-no-rows" }],
    ["a row with more cells than the header", file(3000).replace("\n", "\n1,2,3,4,5,6,7,8,9\n"), { code: "csv-ragged", row: 2, cells: 9, columns: 8 }],
    ["such a row far down", `${file(3000)}1,2,3,4,5,6,7,8,9\n`, { code: "csv-ragged", row: 3002, cells: 9, columns: 8 }],
    ["a quotation mark that nothing closes", `${file(3000)}1,"2,3,4\n${file(40)}`, { code: "csv-quote", row: 3002, column: "b" }],
    ["one before two million characters", `${file(300)}1,"2,3,4\n${file(40_000)}`, { code: "csv-quote", row: 302, column: "b" }],
    ["UTF-16", Uint8Array.from([...file(300)].flatMap((letter) => [letter.charCodeAt(0), 0])), { code: "csv-encoding" }],
    ["an encoding of before", Uint8Array.from([...file(3000).replaceAll("sun", "é")].map((letter) => letter.charCodeAt(0))), { code: "csv-encoding" }],
  ])("is refused in words where it is no table: %s", (_, text, fault) => {
    expect(readAll(text).read).toEqual({ ok: false, ...fault });
  });
});
