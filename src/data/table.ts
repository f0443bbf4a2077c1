import type { RowSums } from "./row-sums";
import type { TableReport } from "./table-report";

/** One numeric column; NaN where a value is missing. */
export interface Column {
  readonly name: string;
  /** As many as the table has rows. */
  readonly values: Float64Array;
  /** What the values 0, 1, 2, … mean, where they are classes. */
  readonly classes?: readonly string[];
  /** 0 or 1: yes or no, or whether a row has this value of `group`. Never the target unless it is asked for. */
  readonly indicator?: boolean;
  /** The written column that this is one value of. */
  readonly group?: string;
  /** Names a row or a time and measures nothing: used only where it is asked for. */
  readonly aside?: "id" | "year";
}

/** Named columns of equal length, in the order in which they were written. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: number;
  /**
   * The weights that made-up data were drawn with, by feature, in the units of the columns; a feature that is not named has no
   * part in the target. Absent where nobody knows.
   */
  readonly truth?: Readonly<Record<string, number>>;
  /** The rows are in the order of their dates. */
  readonly dated?: boolean;
  /** Their paths, where rows are notes. */
  readonly notes?: readonly string[];
  /** All that is kept of the rows where there are too many to hold; the columns have no values then. */
  readonly sums?: RowSums;
  /** Of data of the reader's own. */
  readonly report?: TableReport;
}

/** What a note is called, from its path. */
export function nameOfNote(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/i, "");
}
