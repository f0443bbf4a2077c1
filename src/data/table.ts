/** One numeric column; NaN where a value is missing. */
export interface Column {
  readonly name: string;
  /** As many as the table has rows. */
  readonly values: Float64Array;
  /** What the values 0, 1, 2, … mean, where they are classes. */
  readonly classes?: readonly string[];
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
}
