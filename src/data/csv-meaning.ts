import Papa from "papaparse";
import { delimiters, isHeadless, lastFilled, withoutMarks } from "./csv-table";
import { rawTable } from "./raw-table";
import { type CellReader, readColumn, type ReadColumn } from "./read-columns";
import type { Column } from "./table";
import type { TableReport } from "./table-report";

/** How a file is written, as its beginning tells. */
export interface CsvFormat {
  readonly header: readonly string[];
  /** Whether the first row holds data already. */
  readonly headless: boolean;
  /** Rows of a text that begins with one; without `isWhole` the last, which may go on, is left. `cursor` is where it begins. */
  readonly parse: (text: string, isWhole: boolean) => CsvRows;
  readonly lineEnd: string;
}

export interface CsvRows {
  readonly data: string[][];
  readonly errors: readonly { readonly type: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** A column of the table, and where its values stand in a row of the file. */
export interface CsvSource {
  readonly column: Omit<Column, "values">;
  readonly cell: number;
  readonly read: CellReader;
  /** In the rows that were looked at. */
  readonly mean: number;
}

/** What the columns of a file mean. */
export interface CsvMeaning {
  readonly sources: readonly CsvSource[];
  readonly unused: TableReport["unused"];
  /** Whether one of them holds dates. */
  readonly dated: boolean;
}

/** Bytes in which a header ends. */
const beginning = 2 ** 16;
/** What columns mean is decided from rows at so many places of the file: rows that were written together are often alike. */
const mostPlaces = 60;
const rowsOfPlace = 30;
/** Bytes in which they are looked for. */
const sampled = 2 ** 14;

/** Undefined for a file without any text. */
export function csvFormat(bytes: Uint8Array): CsvFormat | undefined {
  const head = withoutMarks(new TextDecoder().decode(bytes.subarray(0, beginning)));
  const { data: [header], meta: { delimiter, linebreak } } = Papa.parse<string[]>(head, { preview: 20, skipEmptyLines: "greedy", delimitersToGuess: delimiters });
  const parser = new Papa.Parser({ delimiter, newline: linebreak as "\n" });
  return header && { header, headless: isHeadless(header), parse: (text, isWhole) => parser.parse(text, 0, !isWhole) as CsvRows, lineEnd: linebreak };
}

/** Decides what the columns mean, in steps. */
export function* csvMeaning(bytes: Uint8Array, format: CsvFormat): Generator<number, CsvMeaning, undefined> {
  const { header, headless } = format;
  const sample: string[][] = [];
  const places = Math.min(mostPlaces, Math.ceil(bytes.length / sampled));
  for (let place = 0; place < places; place++) {
    sample.push(...rowsAt(bytes, format, place / places).slice(0, rowsOfPlace));
    yield 0;
  }
  const read: (ReadColumn & { name: string })[] = [];
  for (const column of rawTable("", headless ? header.map(() => "") : header, sample).columns) {
    read.push({ name: column.name, ...readColumn(column) });
    yield 0;
  }
  // What all rows have in common is known in the end.
  const isSummed = ({ fault, readers }: ReadColumn) => readers !== undefined && (fault === undefined || fault.code === "constant");
  const sources = read.flatMap(({ name, ...column }, cell) => (isSummed(column) ? (column.readers ?? []) : []).map((reader, k): CsvSource => {
    const own = (text: string) => squarable(reader(text));
    return { column: column.columns[k] ?? { name }, cell, read: own, mean: meanOf(sample.map((cells) => own((cells[cell] ?? "").trim()))) };
  }));
  const unused = read.flatMap(({ name, ...column }) => (column.fault && !isSummed(column) ? [{ name, fault: column.fault }] : []));
  return { sources, unused, dated: read.some(({ dates }) => dates !== undefined) };
}

/** Whole rows at a place of the file, from 0 to 1. */
function rowsAt(bytes: Uint8Array, { header, headless, parse, lineEnd }: CsvFormat, place: number): string[][] {
  const from = Math.floor(bytes.length * place);
  const text = new TextDecoder().decode(bytes.subarray(from, from + sampled));
  // The first row is the header, or the end of one that began before.
  const { data } = from === 0 ? parse(withoutMarks(text), bytes.length <= sampled) : parse(text.slice(text.indexOf(lineEnd) + lineEnd.length), false);
  return data.slice(from === 0 && !headless ? 1 : 0).filter((row) => lastFilled(row) >= 0 && lastFilled(row) < header.length);
}

/** NaN for what would overflow where it is squared and multiplied again. */
function squarable(value: number): number {
  return Math.abs(value) <= 1e75 ? value : NaN;
}

/** Of those that are numbers; 0 where none is. */
function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
}
