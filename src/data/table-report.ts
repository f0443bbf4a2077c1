/** Why a column of a table cannot be used, or is used only where it is asked for by name. */
export type ColumnFault =
  | { readonly code: "empty" | "constant" | "date" | "id" | "year" }
  /** Text with more values than can be told apart. */
  | { readonly code: "text"; readonly values: number }
  | { readonly code: "units"; readonly units: readonly string[] };

/** Cells of a column of numbers that are none, and the first of them; rows count from 0, as they were written. */
export interface UnreadableCells {
  readonly count: number;
  readonly row: number;
  readonly text: string;
}

/** What is worth saying of a table that was not made for this: what was left out, and why. */
export interface TableReport {
  readonly unused: readonly { readonly name: string; readonly fault: ColumnFault }[];
  readonly unreadable: readonly ({ readonly name: string } & UnreadableCells)[];
  /** Of rows that are days: how many lie between the first and the last, these included, and how many of them have no row. */
  readonly days?: { readonly all: number; readonly missing: number };
}
