/** A dense real matrix; `values` is column-major, so column j is `values.subarray(j * rows, (j + 1) * rows)`. */
export interface Matrix {
  readonly values: Float64Array;
  readonly rows: number;
  readonly columns: number;
}
