import type { Matrix } from "../math/matrix";
import { column } from "../math/products";
import { dot } from "../math/vector";
import { bringToScale } from "./standardize";

/** The features as the iterative solvers see them: centred and scaled, without any p×p matrix. */
export interface StandardDesign {
  readonly x: Matrix;
  /** The columns of `x`, as views. */
  readonly columns: readonly Float64Array[];
  readonly means: Float64Array;
  /** Standard deviations, 0 for a constant column (all zeros in `x`); all 1 where features are not standardised. */
  readonly scales: Float64Array;
}

/** @throws RangeError where a column is too large to square. */
export function standardDesign(raw: Matrix, wanted: { standardize: boolean; intercept: boolean }): StandardDesign {
  const x: Matrix = { values: Float64Array.from(raw.values), rows: raw.rows, columns: raw.columns };
  const columns = Array.from({ length: x.columns }, (_, j) => column(x, j));
  const scalings = columns.map((values) => bringToScale(values, { center: wanted.intercept, scale: wanted.standardize }));
  columns.forEach((values, j) => {
    if (!Number.isFinite(scalings[j]!.scale + dot(values, values))) throw new RangeError(`x: the values of column ${j} are too large to square`);
  });
  return { x, columns, means: Float64Array.from(scalings, ({ mean }) => mean), scales: Float64Array.from(scalings, ({ scale }) => scale) };
}
