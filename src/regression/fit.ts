/** One solution. Everything but `lambda` and `separable` is computed when it is first read. */
export interface Fit {
  readonly lambda: number;
  /** In original units; for "softmax" k numbers that sum to 0. 0 where none is fitted. */
  readonly intercept: number | Float64Array;
  /** In original units: p, for "softmax" k×p, class after class. Zeros are exact. */
  readonly coefficients: Float64Array;
  /** The same per standard deviation of each feature: what the penalty measures. */
  readonly standardizedCoefficients: Float64Array;
  /** Mean loss plus penalty. */
  readonly objective: number;
  /** ≥ objective − optimum. */
  readonly dualityGap: number;
  /**
   * True where a hyperplane tells the classes apart and λ is too small to hold the weights: without a penalty the loss has no
   * minimum, they would grow forever. The values are finite and their gap holds: that close the loss has come to its infimum.
   */
  readonly separable: boolean;
}

/** How the values of fits are computed, when they are read. */
export interface FitSource {
  weights(lambda: number): Float64Array;
  coefficients(weights: Float64Array): Float64Array;
  intercept(weights: Float64Array, lambda: number): number | Float64Array;
  certify(weights: Float64Array, lambda: number): { objective: number; dualityGap: number };
}

export function fitFrom(source: FitSource, lambda: number, { separable = false } = {}): Fit {
  return new LazyFit(source, lambda, separable);
}

/** A class: an object with getters of its own takes a hundred times as long to make, and a path has a hundred of them. */
class LazyFit implements Fit {
  readonly lambda: number;
  readonly separable: boolean;
  readonly #source: FitSource;
  #weights: Float64Array | undefined;
  #coefficients: Float64Array | undefined;
  #intercept: number | Float64Array | undefined;
  #certificate: { objective: number; dualityGap: number } | undefined;

  constructor(source: FitSource, lambda: number, separable: boolean) {
    this.#source = source;
    this.lambda = lambda;
    this.separable = separable;
  }

  get standardizedCoefficients() {
    return (this.#weights ??= this.#source.weights(this.lambda));
  }

  get coefficients() {
    return (this.#coefficients ??= this.#source.coefficients(this.standardizedCoefficients));
  }

  get intercept() {
    return (this.#intercept ??= this.#source.intercept(this.standardizedCoefficients, this.lambda));
  }

  get objective() {
    return this.#certified().objective;
  }

  get dualityGap() {
    return this.#certified().dualityGap;
  }

  /** For JSON, and for copies: all values, lists as arrays. */
  toJSON() {
    const { lambda, separable, objective, dualityGap } = this;
    const intercept = typeof this.intercept === "number" ? this.intercept : [...this.intercept];
    return { lambda, intercept, coefficients: [...this.coefficients], standardizedCoefficients: [...this.standardizedCoefficients], objective, dualityGap, separable };
  }

  #certified() {
    return (this.#certificate ??= this.#source.certify(this.standardizedCoefficients, this.lambda));
  }
}
