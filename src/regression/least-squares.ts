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

/** Writes what is standardised. */
export interface Standardised {
  /** n×p, centred (and scaled) columns; a constant column is all zeros. */
  x(): Matrix;
  /** n, centred (and scaled). */
  y(): Float64Array;
}

/**
 * A least-squares problem in the units that the solvers work in. Its x and y are written when they are first read. A class: an
 * object with getters of its own takes long to make and to read; copies by spreading would be without them, and are no such problem.
 */
export class LeastSquares implements Moments {
  readonly gram: Matrix;
  readonly correlations: Float64Array;
  readonly meanSquare: number;
  readonly scaling: Scaling;
  readonly #standardised: Standardised;
  #x: Matrix | undefined;
  #y: Float64Array | undefined;

  constructor({ gram, correlations, meanSquare, scaling }: Moments & { readonly scaling: Scaling }, standardised: Standardised) {
    this.gram = gram;
    this.correlations = correlations;
    this.meanSquare = meanSquare;
    this.scaling = scaling;
    this.#standardised = standardised;
  }

  get x(): Matrix {
    return (this.#x ??= this.#standardised.x());
  }

  get y(): Float64Array {
    return (this.#y ??= this.#standardised.y());
  }

  /** The same problem, with another way back to raw units. */
  withScaling(scaling: Scaling): LeastSquares {
    return new LeastSquares({ ...this, scaling }, { x: () => this.x, y: () => this.y });
  }
}
