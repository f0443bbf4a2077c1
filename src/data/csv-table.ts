import Papa from "papaparse";
import { readQuantity } from "./cell";
import { mostCells, type RawTable, rawTable } from "./raw-table";

/** Why a file is no table; rows count from 1, the header being row 1. */
export type CsvFault =
  | { readonly code: "csv-encoding" | "csv-empty" | "csv-no-rows" }
  | { readonly code: "csv-quote"; readonly row: number; readonly column: string }
  | { readonly code: "csv-ragged"; readonly row: number; readonly cells: number; readonly columns: number };

/** "csv-cells": more cells than are read at once. */
export type CsvRead = { readonly ok: true; readonly raw: RawTable } | ({ readonly ok: false } & (CsvFault | { readonly code: "csv-cells" }));

/**
 * Reads a file of values separated by commas, semicolons or tabs, as spreadsheets write it. A first row of nothing but numbers is
 * no header: the columns get numbers for names then. Rows that end early are filled up; rows with more cells than the header are
 * refused, because nobody knows which of their cells belongs where.
 */
export function readCsv(name: string, text: string): CsvRead {
  if (isOtherEncoding(text)) return { ok: false, code: "csv-encoding" };
  const { data, errors } = Papa.parse<string[]>(withoutMarks(text), { skipEmptyLines: "greedy", delimitersToGuess: delimiters });
  const [header, ...rows] = data;
  if (header === undefined) return { ok: false, code: "csv-empty" };
  const quote = errors.find(({ type }) => type === "Quotes");
  if (quote) return { ok: false, code: "csv-quote", row: (quote.row ?? 0) + 1, column: columnOf(header, data[quote.row ?? 0]) };
  const width = lastFilled(header) + 1;
  const ragged = rows.findIndex((row) => lastFilled(row) >= Math.max(width, header.length));
  if (ragged >= 0) return { ok: false, code: "csv-ragged", row: ragged + 2, cells: lastFilled(rows[ragged] ?? []) + 1, columns: width };
  if (width * data.length > mostCells) return { ok: false, code: "csv-cells" };
  const headless = isHeadless(header);
  const body = headless ? data : rows;
  if (body.length === 0) return { ok: false, code: "csv-no-rows" };
  // Columns without a name may hold cells all the same.
  const widest = body.reduce((most, row) => Math.max(most, lastFilled(row) + 1), width);
  const names = Array.from({ length: widest }, (_, j) => (headless ? "" : (header[j] ?? "")));
  return { ok: true, raw: rawTable(name, names, body) };
}

export const delimiters = [",", ";", "\t", "|"];

/** Whether a text shows what UTF-16 and other encodings leave when they are read as UTF-8. */
export function isOtherEncoding(text: string): boolean {
  return /\0/.test(text.slice(0, 1000)) || text.includes("\uFFFD");
}

/** The text without what spreadsheets write before a header. */
export function withoutMarks(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/^sep=.\r?\n/i, "");
}

/** Whether a file has more cells than are read at once, as far as its beginning tells. */
export function seemsLarge(text: string): boolean {
  const beginning = text.slice(0, 2 ** 16);
  return (beginning.split(/[,;\t|\n]/).length / beginning.length) * text.length > mostCells;
}

/** Whether the first row holds data already. */
export function isHeadless(first: readonly string[]): boolean {
  return first.every((cell) => readQuantity(cell, "decimal") !== undefined);
}

/** The last cell that is not empty; −1 where there is none. */
export function lastFilled(row: readonly string[]): number {
  for (let j = row.length - 1; j >= 0; j -= 1) if ((row[j] ?? "").trim() !== "") return j;
  return -1;
}

/** The column in which a quote was opened that nothing closes: the last of its row. */
export function columnOf(header: readonly string[], row: readonly string[] = []): string {
  const j = Math.max(0, row.length - 1);
  return header[j]?.slice(0, 40).trim() || String(j + 1);
}
