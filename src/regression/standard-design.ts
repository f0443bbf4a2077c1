import type { Matrix } from "../math/matrix";
import { column } from "../math/products";
import { checkSquare, scaledInto } from "./standardize";

/** The features as the iterative solvers see them: centred and scaled, without any p×p matrix. */
export interface StandardDesign {
  readonly x: Matrix;
  /** The columns of `x`, as views. */
  readonly columns: readonly Float64Array[];
  readonly means: Float64Array;
  /** Standard deviations, 0 for a constant column (all zeros in `x`); all 1 where features are not standardised. */
  readonly scales: Float64Array;
}

/** @throws RangeError where a column is too large or too small to square. */
export function standardDesign(raw: Matrix, wanted: { standardize: boolean; intercept: boolean }): StandardDesign {
  const { rows, columns: p } = raw;
  const x: Matrix = { values: new Float64Array(raw.values.length), rows, columns: p };
  const means = new Float64Array(p);
  const scales = new Float64Array(p);
  for (let j = 0; j < p; j++) {
    const { mean, scale, length } = scaledInto(x.values, j * rows, raw, j, { center: wanted.intercept, scale: wanted.standardize });
    checkSquare(scale * scale, "x", j);
    checkSquare(length, "x", j);
    means[j] = mean;
    scales[j] = scale;
  }
  let columns: readonly Float64Array[] | undefined;
  return {
    x,
    get columns() {
      return (columns ??= Array.from({ length: p }, (_, j) => column(x, j)));
    },
    means,
    scales,
  };
}
