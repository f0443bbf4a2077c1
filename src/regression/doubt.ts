import type { Matrix } from "../math/matrix";
import { column, times, transposeTimes } from "../math/products";
import type { SymmetricEigen } from "../math/symmetric-eigen";
import { dot, maxAbs } from "../math/vector";
import { columnBasis } from "./column-basis";

/** Below this share of the largest, an eigenvalue of XᵀX has few digits left: products of columns have lost what tells near-copies apart. */
const doubtful = 1e-10;
/** Combinations of columns that are shorter than this share of the longest count as nothing. */
const shortest = 1e-10;

/** The directions in the space of p weights about which XᵀX/n has too few digits to say what they change. */
export interface Doubt {
  /** How many: the first of the eigenvectors. */
  readonly count: number;
  /** p: of all weights in their span that fit best, those of smallest norm. */
  weights(correlations: Float64Array): Float64Array;
  /** The part of p weights that lies in their span and changes no Xw. */
  unseen(weights: Float64Array): Float64Array;
  /** Mean square of the part of n residuals that they can explain. */
  explained(residuals: Float64Array): number;
}

/**
 * Asks the columns of X (n×p) themselves, of whose XᵀX/n the eigenvectors V are. In the span of the doubtful ones, least squares are
 * solved from XV by a complete orthogonal decomposition QTᵀZᵀ (Golub & Van Loan 2013, §5.5.2). O(np) for each of these.
 */
export function doubtAbout({ values, vectors }: SymmetricEigen, x: Matrix): Doubt {
  const largest = maxAbs(values);
  const { rows: n, columns: p } = x;
  const count = values.filter((value) => value <= doubtful * largest).length;
  const span: Matrix = { values: vectors.values.subarray(0, count * p), rows: p, columns: count };
  const images: Matrix = { values: new Float64Array(n * count), rows: n, columns: count };
  for (let m = 0; m < count; m++) images.values.set(times(x, column(span, m)), m * n);
  const { q } = columnBasis(images, shortest * Math.sqrt(n * largest));
  /** count×r: QᵀXV, row after row. */
  const rows: Matrix = { values: new Float64Array(count * q.columns), rows: count, columns: q.columns };
  for (let t = 0; t < q.columns; t++) rows.values.set(transposeTimes(images, column(q, t), 1 / n), t * count);
  const z = columnBasis(rows);
  return {
    count,
    weights(correlations) {
      /** Qᵀy/n. */
      const target = z.toWeights(transposeTimes(z.q, transposeTimes(span, correlations), 1 / count));
      return times(span, times(z.q, z.toBasis(target.map((value) => value / count))));
    },
    unseen(weights) {
      const own = transposeTimes(span, weights);
      const seen = times(z.q, transposeTimes(z.q, own, 1 / count));
      return times(span, own.map((value, m) => value - seen[m]!));
    },
    explained(residuals) {
      const inBasis = transposeTimes(q, residuals, 1 / n);
      return dot(inBasis, inBasis);
    },
  };
}
