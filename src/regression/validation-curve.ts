/** Held-out error against λ. */
export interface ValidationCurve {
  /** Descending. */
  readonly lambdas: Float64Array;
  /** Mean squared error, or mean log-loss for classes, of rows that the fit has not seen. */
  readonly mean: Float64Array;
  readonly standardError: Float64Array;
  /** Each fold's share of the rows, and the mean error of its rows at each λ: what two curves on the same folds are compared by. */
  readonly folds: readonly { readonly share: number; readonly errors: Float64Array }[];
  /** The λ with the smallest `mean`; of equals the largest. */
  readonly best: number;
  /** The largest λ whose `mean` is within one standard error of the smallest. */
  readonly oneStandardError: number;
}

/**
 * Folds count by their size, as in cv.glmnet: with weights v = size/n, mean = Σv·error and standardError = √(Σv(error − mean)²/(K−1)).
 * @param errors for each fold the mean error of its rows at each λ
 */
export function validationCurve(lambdas: Float64Array, errors: readonly Float64Array[], sizes: ArrayLike<number>): ValidationCurve {
  const total = Array.from(sizes).reduce((sum, size) => sum + size, 0);
  const mean = new Float64Array(lambdas.length);
  const spread = new Float64Array(lambdas.length);
  errors.forEach((error, fold) => {
    const share = sizes[fold]! / total;
    for (let l = 0; l < mean.length; l++) mean[l]! += share * error[l]!;
  });
  errors.forEach((error, fold) => {
    const share = sizes[fold]! / total;
    for (let l = 0; l < mean.length; l++) spread[l]! += share * (error[l]! - mean[l]!) ** 2;
  });
  const standardError = spread.map((square) => Math.sqrt(square / (errors.length - 1)));
  const smallest = mean.reduce((at, value, l) => (value < mean[at]! ? l : at), 0);
  const limit = mean[smallest]! + standardError[smallest]!;
  const folds = errors.map((error, fold) => ({ share: sizes[fold]! / total, errors: error }));
  return { lambdas, mean, standardError, folds, best: lambdas[smallest]!, oneStandardError: lambdas[mean.findIndex((value) => value <= limit)]! };
}
