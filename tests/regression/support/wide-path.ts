import type { Matrix } from "../../../src/math/matrix";
import { finish } from "../../../src/regression/steps";
import { wideDesign } from "../../../src/regression/wide-design";
import type { WideEffort } from "../../../src/regression/wide-following";
import { wideLasso } from "../../../src/regression/wide-lasso";

export interface WidePath {
  readonly lambdaMax: number;
  readonly lambdas: Float64Array;
  /** For each λ all p coefficients. */
  readonly weights: readonly Float64Array[];
  readonly effort: WideEffort;
}

/** The wide lasso on columns that are standardised already, at λ that are given or that fall from λmax to minRatio·λmax. */
export function wideLassoPath(x: Matrix, y: Float64Array, grid: { lambdas: ArrayLike<number> } | { count: number; minRatio: number }): WidePath {
  const lasso = wideLasso(wideDesign(x, { center: false, scale: false }), y);
  const lambdas =
    "lambdas" in grid ? Float64Array.from(grid.lambdas) : Float64Array.from({ length: grid.count }, (_, l) => lasso.lambdaMax * grid.minRatio ** (l / (grid.count - 1)));
  const { solutions, effort } = finish(lasso.along(lambdas));
  const weights = solutions.map(({ columns, values }) => {
    const all = new Float64Array(x.columns);
    columns.forEach((index, i) => (all[index] = values[i]!));
    return all;
  });
  return { lambdaMax: lasso.lambdaMax, lambdas, weights, effort };
}
