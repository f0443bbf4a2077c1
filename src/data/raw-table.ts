/** What stands in one cell: text of a file or note, or a property's own type; null where there is nothing. */
export type Cell = string | number | boolean | null | readonly unknown[];

/** A table as it was written, before anyone has said what its cells mean. */
export interface RawTable {
  readonly name: string;
  readonly columns: readonly RawColumn[];
  readonly rows: number;
  /** Their paths, where rows are notes. */
  readonly notes?: readonly string[];
}

export interface RawColumn {
  readonly name: string;
  /** As many as the table has rows. */
  readonly cells: readonly Cell[];
}

/** The table with those parts of `before` in place of its own that say the same, so that what was made of them is known. */
export function withKnownParts(table: RawTable, before: RawTable): RawTable {
  const known = new Map(before.columns.map((column) => [column.name, column]));
  const { notes } = before;
  return {
    ...table,
    columns: table.columns.map((column) => {
      const found = known.get(column.name);
      return found !== undefined && isSame(found.cells, column.cells) ? found : column;
    }),
    ...(notes && table.notes && isSame(notes, table.notes) && { notes }),
  };
}

function isSame(a: readonly Cell[], b: readonly Cell[]): boolean {
  return a.length === b.length && a.every((cell, row) => cell === b[row] || (typeof cell === "object" && JSON.stringify(cell) === JSON.stringify(b[row])));
}

/** Beyond this many cells, reading a table would hold up the app. */
export const mostCells = 3_000_000;

/** A table of a header and rows of text. Columns without a name get their number, names that stand twice a number behind them. */
export function rawTable(name: string, header: readonly string[], rows: readonly (readonly string[])[]): RawTable {
  const seen = new Map<string, number>();
  const columns = header.map((written, j): RawColumn => {
    const plain = written.trim() || String(j + 1);
    const count = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, count);
    return { name: count === 1 ? plain : `${plain} (${count})`, cells: rows.map((row) => row[j]?.trim() || null) };
  });
  return { name, columns, rows: rows.length };
}
