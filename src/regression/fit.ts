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
  intercept(weights: Float64Array): number | Float64Array;
  certify(weights: Float64Array, lambda: number): { objective: number; dualityGap: number };
}

export function fitFrom(source: FitSource, lambda: number, { separable = false } = {}): Fit {
  let weights: Float64Array | undefined;
  let coefficients: Float64Array | undefined;
  let intercept: number | Float64Array | undefined;
  let certificate: { objective: number; dualityGap: number } | undefined;
  const known = () => (weights ??= source.weights(lambda));
  return {
    lambda,
    separable,
    get intercept() {
      return (intercept ??= source.intercept(known()));
    },
    get coefficients() {
      return (coefficients ??= source.coefficients(known()));
    },
    get standardizedCoefficients() {
      return known();
    },
    get objective() {
      return (certificate ??= source.certify(known(), lambda)).objective;
    },
    get dualityGap() {
      return (certificate ??= source.certify(known(), lambda)).dualityGap;
    },
  };
}
