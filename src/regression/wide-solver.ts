import { certifier } from "./certifier";
import { type Fit, fitFrom, type FitSource } from "./fit";
import { newtonSolver } from "./newton-solver";
import { originalCoefficients, originalIntercept } from "./original-units";
import type { CheckedProblem } from "./problem";
import type { Solver } from "./solver";
import { centredTarget } from "./standardize";
import { finish, type Steps } from "./steps";
import { wideDesign } from "./wide-design";
import type { SparseWeights } from "./wide-homotopy";
import { wideLasso } from "./wide-lasso";

/** Below this share of λmax a wide problem is fitted perfectly but for rounding. */
const leastShare = 1e-9;

/** The lasso for more columns than rows, by the homotopy over a working set; at the very end of the path by Newton steps. */
export function wideSolver(checked: CheckedProblem): Solver {
  const { standardize, intercept } = checked;
  const design = wideDesign(checked.x, { center: intercept, scale: standardize });
  const { y, mean: targetMean } = centredTarget(checked);
  const lasso = wideLasso(design, y);
  const { lambdaMax: top } = lasso;
  const scaling = { means: design.means, scales: design.scales, targetMean, targetScale: 1 };
  const certify = certifier(checked);
  let newton: Solver | undefined;

  return {
    lambdaMax: top,
    top,
    solve: (lambda) => finish(along(Float64Array.of(lambda)))[0]!,
    along,
  };

  function* along(lambdas: Float64Array): Steps<readonly Fit[]> {
    const found = new Map<number, SparseWeights>();
    const followed = lambdas.filter((lambda, l) => lambda > leastShare * top && lambda !== lambdas[l - 1]);
    if (followed.length > 0) {
      const { solutions } = yield* lasso.along(followed);
      followed.forEach((lambda, l) => found.set(lambda, solutions[l]!));
    }
    const source: FitSource = {
      weights(lambda) {
        const weights = new Float64Array(design.columns);
        const { columns, values } = found.get(lambda)!;
        for (let i = 0; i < columns.length; i++) weights[columns[i]!] = values[i]!;
        return weights;
      },
      coefficients: (weights) => originalCoefficients(weights, scaling),
      intercept: (weights, lambda) => originalIntercept(weights, scaling, found.get(lambda)!.columns),
      certify,
    };
    return Array.from(lambdas, (lambda) => (found.has(lambda) ? fitFrom(source, lambda) : (newton ??= newtonSolver(checked)).solve(lambda)));
  }
}
