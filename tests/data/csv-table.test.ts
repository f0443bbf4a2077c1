import { describe, expect, test } from "vitest";
import { readCsv } from "../../src/data/csv-table";
import { type LargeCsvRead, readLargeCsv } from "../../src/data/large-csv";
import { readTable } from "../../src/data/read-table";
import { sumsOver } from "../../src/data/row-sums";

/** Column names and values as numbers, of what can be used. */
function numbersOf(text: string): Record<string, (number | null)[]> {
  const read = readCsv("file", text);
  if (!read.ok) throw new Error(read.code);
  return Object.fromEntries(readTable(read.raw).columns.map(({ name, values }) => [name, Array.from(values, (value) => (Number.isNaN(value) ? null : value))]));
}

/** As a file that is too large to be read at once. */
function readInSlices(text: string): LargeCsvRead {
  const steps = readLargeCsv("file", new TextEncoder().encode(text));
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe("a file that can be read", () => {
  test.each<[string, string, Record<string, (number | null)[]>]>([
    ["commas", "a,b\n1,2\n3,4", { a: [1, 3], b: [2, 4] }],
    ["semicolons and decimal commas", "a;b\n1,5;2\n3,25;4", { a: [1.5, 3.25], b: [2, 4] }],
    ["tabs", "a\tb\n1\t2\n3\t4", { a: [1, 3], b: [2, 4] }],
    ["bars", "a|b\n1|2\n3|4", { a: [1, 3], b: [2, 4] }],
    ["a byte order mark", "\uFEFFa,b\n1,2\n3,4", { a: [1, 3], b: [2, 4] }],
    ["the separator that a spreadsheet names", "sep=;\na;b\n1;2\n3;4", { a: [1, 3], b: [2, 4] }],
    ["Windows line ends", "a,b\r\n1,2\r\n3,4\r\n", { a: [1, 3], b: [2, 4] }],
    ["old Macintosh line ends", "a,b\r1,2\r3,4", { a: [1, 3], b: [2, 4] }],
    ["empty lines between", "a,b\n\n1,2\n,\n3,4\n\n\n", { a: [1, 3], b: [2, 4] }],
    ["quotes around everything", '"a","b"\n"1","2"\n"3","4"', { a: [1, 3], b: [2, 4] }],
    ["a separator in quotes", '"a, or so",b\n"1,5",2\n"3,5",4', { "a, or so": [1.5, 3.5], b: [2, 4] }],
    ["a line break in quotes", '"a\nb",c\n1,2\n3,4', { "a\nb": [1, 3], c: [2, 4] }],
    ["doubled quotes", '"say ""a""",b\n1,2\n3,4', { 'say "a"': [1, 3], b: [2, 4] }],
    ["spaces around cells", " a , b \n 1 , 2 \n 3 , 4 ", { a: [1, 3], b: [2, 4] }],
    ["no header", "1,2\n3,4\n5,7", { 1: [1, 3, 5], 2: [2, 4, 7] }],
    ["a header twice", "a,a,b\n1,2,3\n4,5,6", { a: [1, 4], "a (2)": [2, 5], b: [3, 6] }],
    ["a column without a name", "a,,c\n1,2,3\n4,5,6", { a: [1, 4], 2: [2, 5], c: [3, 6] }],
    ["separators at the ends of lines", "a,b,\n1,2,\n3,4,", { a: [1, 3], b: [2, 4] }],
    ["rows that end early", "a,b\n1,2\n3\n5,6", { a: [1, 3, 5], b: [2, null, 6] }],
    ["one column", "a\n1\n2\n3", { a: [1, 2, 3] }],
    ["grouped thousands", 'a,b\n"1,250",1\n"12,000",2', { a: [1250, 12000], b: [1, 2] }],
    ["points that group and commas that divide", "a;b\n1.250,5;1\n12.000,25;2", { a: [1250.5, 12000.25], b: [1, 2] }],
    ["a leading zero before a comma", "a;b\n0,125;1\n0,250;2", { a: [0.125, 0.25], b: [1, 2] }],
    ["units", "sleep,rate\n7.5 h,80 %\n6 h,65%", { sleep: [7.5, 6], rate: [80, 65] }],
    ["hours and minutes", "sleep,b\n7:30,1\n6:15,2", { sleep: [7.5, 6.25], b: [1, 2] }],
    ["currencies", "cost,b\n$12.50,1\n$8,2", { cost: [12.5, 8], b: [1, 2] }],
    ["signs and exponents", "a,b\n-1e3,1\n+2.5,2\n−4,3", { a: [-1000, 2.5, -4], b: [1, 2, 3] }],
    ["words for nothing", "a,b\n1,5\nNA,6\n-,7\nnull,8\n없음,9\n3,1", { a: [1, null, null, null, null, 3], b: [5, 6, 7, 8, 9, 1] }],
    ["yes and no", "a,b,c\nyes,true,예\nno,false,아니요", { a: [1, 0], b: [1, 0], c: [1, 0] }],
    ["two words", "g,y\nmale,1\nfemale,2\nmale,3\nfemale,5", { "g = male": [1, 0, 1, 0], y: [1, 2, 3, 5] }],
    ["a few words", "w,y\nsun,1\nrain,2\nfog,3\nsun,4\nrain,5\nfog,6", { "w = fog": [0, 0, 1, 0, 0, 1], "w = rain": [0, 1, 0, 0, 1, 0], "w = sun": [1, 0, 0, 1, 0, 0], y: [1, 2, 3, 4, 5, 6] }],
    ["Korean", "수면,기분\n7.5,6\n6,4", { 수면: [7.5, 6], 기분: [6, 4] }],
  ])("with %s", (_, text, columns) => {
    expect(numbersOf(text)).toEqual(columns);
    const whole = Object.values(columns)[0]?.map((_value, row) => row).filter((row) => Object.values(columns).every((values) => values[row] !== null)) ?? [];
    const read = readInSlices(text);
    if (!read.ok) throw new Error(read.code);
    const { sums, columns: found } = read.table;
    if (sums === undefined) throw new Error("no sums");
    expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(columns).sort());
    const total = sumsOver(sums, sums.parts.map((_part, index) => index), sums.names.map((_name, at) => ({ at, factor: 1 })));
    expect(total[0]).toBe(whole.length);
    for (const [name, values] of Object.entries(columns)) {
      const at = sums.names.indexOf(name);
      const mean = whole.reduce((sum, row) => sum + (values[row] ?? NaN), 0) / whole.length;
      expect((total[at + 1] ?? NaN) / whole.length + (sums.origin[at] ?? NaN)).toBeCloseTo(mean, 9);
    }
  });

  test("in the order of its dates, however they are written", () => {
    for (const dates of [["2026-01-03", "2026-01-01", "2026-01-02"], ["3.1.2026", "1.1.2026", "2.1.2026"], ["2026년 1월 3일", "2026년 1월 1일", "2026년 1월 2일"], ["2026/1/3 08:00", "2026/1/1 21:30", "2026/1/2"]]) {
      expect(numbersOf(`date;y\n${dates.map((date, i) => `${date};${i}`).join("\n")}`)).toEqual({ y: [1, 2, 0] });
    }
  });

  test("tells of cells that are no numbers, and of columns that cannot be used", () => {
    const read = readCsv("file", "id,y,mixed,note,same,none,day\n1,1,5 km,a,3,,2026-01-01\n2,2,3 mi,b,3,,2026-01-02\n3,x,4 km,c,3,,2026-01-03\n4,3,5 km,d,3,,2026-01-04\n5,5,6 km,e,3,,2026-01-05\n6,6,7 km,f,3,,2026-01-06");
    if (!read.ok) throw new Error(read.code);
    const { columns, report } = readTable(read.raw);
    expect(report?.unused).toEqual([
      { name: "id", fault: { code: "id" } },
      { name: "mixed", fault: { code: "units", units: ["km", "mi"] } },
      { name: "note", fault: { code: "text", values: 6 } },
      { name: "same", fault: { code: "constant" } },
      { name: "none", fault: { code: "empty" } },
      { name: "day", fault: { code: "date" } },
    ]);
    expect(report?.unreadable).toEqual([{ name: "y", count: 1, row: 2, text: "x" }]);
    expect(columns.map(({ name, aside }) => [name, aside])).toEqual([["id", "id"], ["y", undefined]]);
  });
});

describe("a file that cannot be read says why", () => {
  test.each([
    ["nothing in it", "", { code: "csv-empty" }],
    ["nothing but line ends", "\n\r\n  \n", { code: "csv-empty" }],
    ["nothing but a header", "a,b", { code: "csv-no-rows" }],
    ["UTF-16", "a\0,\0b\0\n\x001\0,\0", { code: "csv-encoding" }],
    ["letters of another encoding", "na\uFFFDme,b\n1,2", { code: "csv-encoding" }],
    ["a quotation mark that nothing closes", 'a,b\n1,2\n3,"4\n5,6', { code: "csv-quote", row: 3, column: "b" }],
    ["a row with a cell too many", "a,b\n1,2\n3,4,5", { code: "csv-ragged", row: 3, cells: 3, columns: 2 }],
    ["a row of decimal commas between commas", "a,b\n1,5,2,5", { code: "csv-ragged", row: 2, cells: 4, columns: 2 }],
  ])("%s", (_, text, fault) => {
    expect(readCsv("file", text)).toEqual({ ok: false, ...fault });
    expect(readInSlices(text)).toEqual({ ok: false, ...fault });
  });

  test("more cells than can be read at once", () => {
    const row = Array.from({ length: 1000 }, (_, j) => j).join(",");
    expect(readCsv("file", `${row}\n`.repeat(3001))).toEqual({ ok: false, code: "csv-cells" });
  });
});
