import type { Table } from "./table";

/** Reads comma-separated numbers under one line of names, without quotes; what is not a number becomes NaN. */
export function readNumericCsv(name: string, text: string): Table {
  const [header = "", ...lines] = text.trim().split(/\r?\n/);
  const columns = header.split(",").map((column) => ({ name: column.trim(), values: new Float64Array(lines.length).fill(NaN) }));
  lines.forEach((line, row) => {
    line.split(",").forEach((cell, j) => {
      // Number("") is 0, but an empty cell is a missing value.
      const column = columns[j];
      if (column && cell.trim() !== "") column.values[row] = Number(cell);
    });
  });
  return { name, columns, rows: lines.length };
}
