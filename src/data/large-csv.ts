import Papa from "papaparse";
import { createRandom } from "../math/random";
import { isMissing } from "./cell";
import { columnOf, type CsvFault, delimiters, isHeadless, isOtherEncoding, lastFilled, withoutMarks } from "./csv-table";
import { rawTable } from "./raw-table";
import { type CellReader, readColumn, type ReadColumn } from "./read-columns";
import { partCount, rowAdder } from "./row-sums";
import type { Column, Table } from "./table";

export type LargeCsvRead = { readonly ok: true; readonly table: Table } | ({ readonly ok: false } & CsvFault);

/** Bytes that are read in a few milliseconds. */
const piece = 2 ** 16;
/** What columns mean is decided from rows at so many places of the file: rows that were written together are often alike. */
const mostPlaces = 60;
const rowsOfPlace = 30;
/** Bytes in which they are looked for. */
const sampled = 2 ** 14;
/** Characters: a row that goes on for longer has a quotation mark that nothing closes. */
const longestRow = 2 ** 20;

/** A column of the table, and where its values stand in a row of the file. */
interface Source {
  readonly column: Omit<Column, "values">;
  readonly cell: number;
  readonly read: CellReader;
  unreadable?: { count: number; readonly row: number; readonly text: string };
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly type: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

const noValues = new Float64Array(0);

/**
 * Reads a file of separated values that is too large to hold as a table, in steps of a few milliseconds that give the share that is
 * done. Of its rows only sums are kept (`Table.sums`); rows in which a column of numbers has no value are in none of them. Rows of a
 * file with dates are taken to be in their order.
 */
export function* readLargeCsv(name: string, bytes: Uint8Array): Generator<number, LargeCsvRead, undefined> {
  const head = withoutMarks(new TextDecoder().decode(bytes.subarray(0, piece)));
  const { data: first, meta: format } = Papa.parse<string[]>(head, { preview: 20, skipEmptyLines: "greedy", delimitersToGuess: delimiters });
  const [header] = first;
  if (header === undefined) return { ok: false, code: isOtherEncoding(head) ? "csv-encoding" : "csv-empty" };
  const headless = isHeadless(header);
  const parser = new Papa.Parser({ delimiter: format.delimiter, newline: format.linebreak as "\n" });
  const parse = (text: string, isWhole: boolean) => parser.parse(text, 0, !isWhole) as Parsed;

  const sample: string[][] = [];
  const places = Math.min(mostPlaces, Math.ceil(bytes.length / sampled));
  for (let place = 0; place < places; place++) {
    const from = Math.floor((bytes.length * place) / places);
    const text = new TextDecoder().decode(bytes.subarray(from, from + sampled));
    // The first row is the header, or the end of one that began before.
    const written = place === 0 ? parse(withoutMarks(text), places === 1).data.slice(headless ? 0 : 1) : parse(text.slice(text.indexOf(format.linebreak) + format.linebreak.length), false).data;
    const whole = written.filter((row) => lastFilled(row) >= 0 && lastFilled(row) < header.length);
    sample.push(...whole.slice(0, rowsOfPlace));
    yield 0;
  }
  const read: (ReadColumn & { name: string })[] = [];
  for (const column of rawTable(name, headless ? header.map(() => "") : header, sample).columns) {
    read.push({ name: column.name, ...readColumn(column) });
    yield 0;
  }
  // What all rows have in common is known in the end.
  const isSummed = ({ fault, readers }: ReadColumn) => readers !== undefined && (fault === undefined || fault.code === "constant");
  const sources = read.flatMap(({ name: written, ...column }, cell): Source[] => (isSummed(column) ? (column.readers ?? []).map((reader, k) => ({ column: column.columns[k] ?? { name: written }, cell, read: (text) => squarable(reader(text)) })) : []));
  const origin = Float64Array.from(sources, (source) => meanOf(sample.map((cells) => source.read((cells[source.cell] ?? "").trim()))));
  const adder = rowAdder(origin);
  const gaps = new Float64Array(sources.length);
  const dated = read.some(({ dates }) => dates !== undefined);
  const random = createRandom(1);
  const values = new Float64Array(sources.length);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rows = 0;
  let rest = "";

  /** Adds a row of data to the sums; `place` is its place in the file, from 0 to 1. */
  function add(cells: readonly string[], place: number): void {
    let isWhole = true;
    sources.forEach((source, c) => {
      const text = (cells[source.cell] ?? "").trim();
      const value = source.read(text);
      values[c] = value;
      if (!Number.isNaN(value)) return;
      isWhole = false;
      gaps[c]! += 1;
      if (isMissing(text)) return;
      source.unreadable ??= { count: 0, row: rows - (headless ? 1 : 2), text };
      source.unreadable.count += 1;
    });
    if (isWhole) adder.add(Math.floor(partCount * (dated ? place : random())), values);
  }

  for (let at = 0; at < bytes.length; at += piece) {
    const isLast = at + piece >= bytes.length;
    const decoded = decodedBy(decoder, bytes.subarray(at, at + piece), isLast);
    if (decoded === null || (at === 0 && isOtherEncoding(decoded))) return { ok: false, code: "csv-encoding" };
    const text = at === 0 ? withoutMarks(decoded) : rest + decoded;
    const { data, errors, meta } = parse(text, isLast);
    rest = text.slice(meta.cursor);
    const quote = errors.find(({ type }) => type === "Quotes");
    const open = quote ? data[quote.row ?? 0] : rest.length > longestRow ? parse(rest, true).data[0] : undefined;
    if (open) return { ok: false, code: "csv-quote", row: rows + (quote?.row ?? data.length) + 1, column: columnOf(header, open) };
    for (const cells of data) {
      const last = lastFilled(cells);
      if (last < 0) continue;
      rows += 1;
      if (last >= header.length) return { ok: false, code: "csv-ragged", row: rows, cells: last + 1, columns: lastFilled(header) + 1 };
      if (rows > 1 || headless) add(cells, at / bytes.length);
    }
    yield Math.min(1, (at + piece) / bytes.length);
  }
  if (!headless) rows -= 1;
  if (rows === 0) return { ok: false, code: "csv-no-rows" };

  const parts = adder.sums();
  const [constant, varying] = [sources.filter((_, c) => !varies(parts, c + 1)), sources.filter((_, c) => varies(parts, c + 1))];
  return {
    ok: true,
    table: {
      name,
      columns: varying.map(({ column }) => ({ ...column, values: noValues })),
      rows,
      dated,
      sums: { names: sources.map(({ column }) => column.name), origin, parts, gaps },
      report: {
        unused: [
          ...read.flatMap(({ name: written, ...column }) => (column.fault && !isSummed(column) ? [{ name: written, fault: column.fault }] : [])),
          ...constant.map(({ column }) => ({ name: column.name, fault: { code: "constant" } as const })),
        ],
        unreadable: sources.flatMap(({ column, unreadable }) => (unreadable ? [{ name: column.name, ...unreadable }] : [])),
      },
    },
  };
}

/** NaN for what would overflow where it is squared and multiplied again. */
function squarable(value: number): number {
  return Math.abs(value) <= 1e75 ? value : NaN;
}

/** Null for bytes that are no UTF-8. */
function decodedBy(decoder: TextDecoder, bytes: Uint8Array, isLast: boolean): string | null {
  try {
    return decoder.decode(bytes, { stream: !isLast });
  } catch {
    return null;
  }
}

/** Of those that are numbers; 0 where none is. */
function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
}

/** Whether column a of the sums has more than one value, beyond the rounding of its mean. */
function varies(parts: readonly Float64Array[], a: number): boolean {
  const q = Math.sqrt(parts[0]?.length ?? 0);
  const total = (at: number) => parts.reduce((sum, part) => sum + part[at]!, 0);
  const scaled = total(0) * total(a * q + a);
  return scaled - total(a) ** 2 > 1e-12 * scaled;
}
