import type { Matrix } from "../math/matrix";

/** All that the squared loss needs to know of the data: MSE(w) = meanSquare − 2·cᵀw + wᵀGw. */
export interface Moments {
  /** p×p, XᵀX / n. */
  readonly gram: Matrix;
  /** p, Xᵀy / n. */
  readonly correlations: Float64Array;
  /** yᵀy / n. */
  readonly meanSquare: number;
  /** n×p, where the data are at hand: XᵀX alone cannot tell a near-copy of a column from a copy. */
  readonly x?: Matrix;
}

/** How the raw data were brought to mean 0 and standard deviation 1 (with 1/n); needed to go back to original units. */
export interface Scaling {
  readonly means: Float64Array;
  /** Standard deviations, 0 for a constant column; all 1 where features are not standardised. */
  readonly scales: Float64Array;
  readonly targetMean: number;
  /** 1 where the target is not standardised. */
  readonly targetScale: number;
}

/** A least-squares problem in the units that the solvers work in. */
export interface LeastSquares extends Moments {
  /** n×p, centred (and scaled) columns; a constant column is all zeros. */
  readonly x: Matrix;
  /** n, centred (and scaled). */
  readonly y: Float64Array;
  readonly scaling: Scaling;
}
