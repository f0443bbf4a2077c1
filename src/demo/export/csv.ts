import { quotedCell } from "./quoted";

export interface CsvColumn {
  readonly name: string;
  readonly cells: ArrayLike<number | string>;
}

/** Columns of equal length as a CSV file; numbers with all their digits, so that they are read as the same numbers. */
export function csvOf(columns: readonly CsvColumn[]): string {
  const rows = columns[0]?.cells.length ?? 0;
  const lines = [columns.map(({ name }) => quotedCell(name)).join(",")];
  for (let row = 0; row < rows; row += 1) lines.push(columns.map(({ cells }) => quotedCell(String(cells[row] ?? ""))).join(","));
  return `${lines.join("\n")}\n`;
}
