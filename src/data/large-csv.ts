import { createRandom } from "../math/random";
import { isMissing } from "./cell";
import { csvFormat, csvMeaning, type CsvSource } from "./csv-meaning";
import { columnOf, type CsvFault, isOtherEncoding, lastFilled, withoutMarks } from "./csv-table";
import { partCount, rowAdder } from "./row-sums";
import type { Table } from "./table";

export type LargeCsvRead = { readonly ok: true; readonly table: Table } | ({ readonly ok: false } & CsvFault);

/** Bytes that are read in a few milliseconds. */
const piece = 2 ** 16;
/** Characters: a row that goes on for longer has a quotation mark that nothing closes. */
const longestRow = 2 ** 20;
const noValues = new Float64Array(0);

/**
 * Reads a file of separated values that is too large to hold as a table, in steps of a few milliseconds that give the share that is
 * done. Of its rows only sums are kept (`Table.sums`); rows in which a column of numbers has no value are in none of them. Rows of a
 * file with dates are taken to be in their order.
 */
export function* readLargeCsv(name: string, bytes: Uint8Array): Generator<number, LargeCsvRead, undefined> {
  const format = csvFormat(bytes);
  if (format === undefined) return { ok: false, code: "csv-empty" };
  const { header, headless } = format;
  const { sources, unused, dated } = yield* csvMeaning(bytes, format);
  const collected = collectRows(sources, dated);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rows = 0;
  let rest = "";
  for (let at = 0; at < bytes.length; at += piece) {
    const isLast = at + piece >= bytes.length;
    const decoded = decodedBy(decoder, bytes.subarray(at, at + piece), isLast);
    if (decoded === null || (at === 0 && isOtherEncoding(decoded))) return { ok: false, code: "csv-encoding" };
    const text = at === 0 ? withoutMarks(decoded) : rest + decoded;
    const { data, errors, meta } = format.parse(text, isLast);
    rest = text.slice(meta.cursor);
    const quote = errors.find(({ type }) => type === "Quotes");
    const open = quote ? data[quote.row ?? 0] : rest.length > longestRow ? format.parse(rest, true).data[0] : undefined;
    if (open) return { ok: false, code: "csv-quote", row: rows + (quote?.row ?? data.length) + 1, column: columnOf(header, open) };
    for (const cells of data) {
      const last = lastFilled(cells);
      if (last < 0) continue;
      rows += 1;
      if (last >= header.length) return { ok: false, code: "csv-ragged", row: rows, cells: last + 1, columns: lastFilled(header) + 1 };
      if (rows > 1 || headless) collected.add(cells, { row: rows - (headless ? 1 : 2), place: at / bytes.length });
    }
    yield Math.min(1, (at + piece) / bytes.length);
  }
  if (!headless) rows -= 1;
  if (rows === 0) return { ok: false, code: "csv-no-rows" };

  const { sums, unreadable } = collected.end();
  const isConstant = sources.map((_, c) => !varies(sums.parts, c + 1));
  const constant = sources.filter((_, c) => isConstant[c]).map(({ column }) => ({ name: column.name, fault: { code: "constant" } as const }));
  return {
    ok: true,
    table: {
      name,
      columns: sources.filter((_, c) => !isConstant[c]).map(({ column }) => ({ ...column, values: noValues })),
      rows,
      dated,
      sums,
      report: { unused: [...unused, ...constant], unreadable },
    },
  };
}

/** Takes rows of cells one by one, counts what is no number, and sums those that are whole. */
function collectRows(sources: readonly CsvSource[], dated: boolean) {
  const origin = Float64Array.from(sources, ({ mean }) => mean);
  const adder = rowAdder(origin);
  const gaps = new Float64Array(sources.length);
  const unreadable = sources.map(({ column }) => ({ name: column.group ?? column.name, count: 0, row: 0, text: "" }));
  const values = new Float64Array(sources.length);
  const random = createRandom(1);
  return {
    /** `row` counts rows of data from 0, `place` is the place in the file, from 0 to 1. */
    add(cells: readonly string[], { row, place }: { row: number; place: number }): void {
      let isWhole = true;
      for (let c = 0; c < sources.length; c++) {
        const text = (cells[sources[c]!.cell] ?? "").trim();
        const value = (values[c] = sources[c]!.read(text));
        if (!Number.isNaN(value)) continue;
        isWhole = false;
        // A cell of text has a column for each of its values.
        if (sources[c]!.cell === sources[c - 1]?.cell) continue;
        gaps[c]! += 1;
        const odd = unreadable[c]!;
        if (!isMissing(text) && (odd.count += 1) === 1) Object.assign(odd, { row, text });
      }
      if (isWhole) adder.add(Math.floor(partCount * (dated ? place : random())), values);
    },
    end: () => ({ sums: { names: sources.map(({ column }) => column.name), origin, parts: adder.sums(), gaps }, unreadable: unreadable.filter(({ count }) => count > 0) }),
  };
}

/** Null for bytes that are no UTF-8. */
function decodedBy(decoder: TextDecoder, bytes: Uint8Array, isLast: boolean): string | null {
  try {
    return decoder.decode(bytes, { stream: !isLast });
  } catch {
    return null;
  }
}

/** Whether column a of the sums has more than one value, beyond the rounding of its mean. */
function varies(parts: readonly Float64Array[], a: number): boolean {
  const q = Math.sqrt(parts[0]?.length ?? 0);
  const total = (at: number) => parts.reduce((sum, part) => sum + part[at]!, 0);
  const scaled = total(0) * total(a * q + a);
  return scaled - total(a) ** 2 > 1e-12 * scaled;
}
