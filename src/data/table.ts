/** One numeric column; NaN where a value is missing. */
export interface Column {
  readonly name: string;
  /** As many as the table has rows. */
  readonly values: Float64Array;
}

/** Named columns of equal length, in the order in which they were written. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: number;
}
