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

/** How the values of a fit are computed. */
export interface FitSource {
  readonly lambda: number;
  readonly separable: boolean;
  weights(): Float64Array;
  inOriginalUnits(weights: Float64Array): { intercept: number | Float64Array; coefficients: Float64Array };
  certify(weights: Float64Array): { objective: number; dualityGap: number };
}

export function fitFrom(source: FitSource): Fit {
  const weights = once(() => source.weights());
  const original = once(() => source.inOriginalUnits(weights()));
  const certificate = once(() => source.certify(weights()));
  return {
    lambda: source.lambda,
    separable: source.separable,
    get intercept() {
      return original().intercept;
    },
    get coefficients() {
      return original().coefficients;
    },
    get standardizedCoefficients() {
      return weights();
    },
    get objective() {
      return certificate().objective;
    },
    get dualityGap() {
      return certificate().dualityGap;
    },
  };
}

function once<T>(compute: () => T): () => T {
  let known: { value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}
