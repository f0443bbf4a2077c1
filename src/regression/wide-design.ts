import type { Matrix } from "../math/matrix";
import { checkSquare, scaledInto } from "./standardize";

/** The features of a wide problem, centred and scaled whenever one is read: a copy of all would be the largest thing there is. */
export interface WideDesign {
  readonly rows: number;
  readonly columns: number;
  /** Of the columns that have been read. */
  readonly means: Float64Array;
  /** Standard deviations, 0 for a constant column (which reads as zeros); 1 where features are not standardised. */
  readonly scales: Float64Array;
  /**
   * Writes column j from out[at] on.
   * @throws RangeError where its values are too large or too small to square.
   */
  columnInto(j: number, out: Float64Array, at: number): void;
}

export function wideDesign(x: Matrix, wanted: { center: boolean; scale: boolean }): WideDesign {
  const { rows, columns } = x;
  const means = new Float64Array(columns);
  const scales = new Float64Array(columns);
  return {
    rows,
    columns,
    means,
    scales,
    columnInto(j, out, at) {
      const { mean, scale, length } = scaledInto(out, at, x, j, wanted);
      checkSquare(scale * scale, "x", j);
      checkSquare(length, "x", j);
      means[j] = mean;
      scales[j] = scale;
    },
  };
}
