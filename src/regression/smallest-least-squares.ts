import type { Matrix } from "../math/matrix";
import { column, times, transposeTimes } from "../math/products";
import { maxAbs } from "../math/vector";
import { columnBasis } from "./column-basis";

/** Below this share of the largest, an eigenvalue of XᵀX has few digits left: products of columns have lost what tells near-copies apart. */
const doubtful = 1e-10;

/** Whether least squares should be solved from the columns rather than from their products, of which these are the eigenvalues, ascending. */
export function needsColumns(eigenvalues: Float64Array): boolean {
  return eigenvalues[0]! <= doubtful * maxAbs(eigenvalues);
}

export interface SmallestLeastSquares {
  /** p: of all that minimise ‖y − Xw‖, those of smallest norm. */
  readonly weights: Float64Array;
  /** The part of a vector of p weights that changes Xw. */
  readonly seen: (vector: Float64Array) => Float64Array;
}

/**
 * From X (n×p) and Xᵀy/n by a complete orthogonal decomposition X = QTᵀZᵀ (Golub & Van Loan 2013, §5.5.2), with Q an orthogonal basis
 * of the columns and Z one of the rows. Columns that differ from a combination of others by less than 1e-10 of their length depend on them. O(npr).
 */
export function smallestLeastSquares(x: Matrix, correlations: Float64Array): SmallestLeastSquares {
  const { rows: n, columns: p } = x;
  const { q } = columnBasis(x);
  /** p×r: QᵀX, row after row. */
  const rows: Matrix = { values: new Float64Array(p * q.columns), rows: p, columns: q.columns };
  for (let t = 0; t < q.columns; t++) rows.values.set(transposeTimes(x, column(q, t), 1 / n), t * p);
  const z = columnBasis(rows);
  /** Qᵀy/n. */
  const target = z.toWeights(transposeTimes(z.q, correlations, 1 / p));
  return {
    weights: times(z.q, z.toBasis(target.map((value) => value / p))),
    seen: (vector) => times(z.q, transposeTimes(z.q, vector, 1 / p)),
  };
}
