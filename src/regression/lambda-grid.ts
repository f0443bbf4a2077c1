import { checkFiniteLambda } from "./lambda";

/** Where a path is computed: at `lambdas`, or at `count` values from the largest useful λ down to `minRatio` of it. */
export interface GridChoice {
  readonly lambdas?: ArrayLike<number>;
  /** Default 100. */
  readonly count?: number;
  /** Default 1e-4, or 1e-2 where there are more features than rows, as glmnet. */
  readonly minRatio?: number;
}

/** Descending λ ≥ 0, equally spaced in log λ where they are not given. */
export function lambdaGrid({ lambdas, count = 100, minRatio }: GridChoice, { top, wide }: { top: number; wide: boolean }): Float64Array {
  if (lambdas) {
    if (lambdas.length === 0) throw new RangeError("lambdas: there are none");
    const given = new Float64Array(lambdas);
    let descending = true;
    for (let l = 0; l < given.length; l++) {
      checkFiniteLambda(given[l]!, "lambdas");
      descending &&= l === 0 || given[l]! <= given[l - 1]!;
    }
    return descending ? given : given.sort().reverse();
  }
  const ratio = minRatio ?? (wide ? 1e-2 : 1e-4);
  if (!(Number.isInteger(count) && count >= 1)) throw new RangeError(`count: ${count} is not a whole number ≥ 1`);
  if (!(ratio > 0 && ratio < 1)) throw new RangeError(`minRatio: ${ratio} is not a number between 0 and 1`);
  const grid = new Float64Array(count);
  for (let l = 0; l < count; l++) grid[l] = top * ratio ** (l / Math.max(1, count - 1));
  return grid;
}
