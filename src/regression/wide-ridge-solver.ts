import { transposeTimes } from "../math/products";
import { maxAbs } from "../math/vector";
import { certifier } from "./certifier";
import { fitFrom, type FitSource } from "./fit";
import { newtonSolver } from "./newton-solver";
import { originalCoefficients, originalIntercept } from "./original-units";
import type { CheckedProblem } from "./problem";
import { rowSpace } from "./row-space";
import { smallestRatio, type Solver } from "./solver";
import { standardDesign } from "./standard-design";
import { centredTarget } from "./standardize";

/**
 * Ridge for more columns than rows, all λ from one eigendecomposition of XXᵀ: in the space of the rows, where ZᵀZ = diag(squares),
 * each weight is zₘᵀy/(squaresₘ + nλ). O(n²p + n³), and O(np) for each λ whose weights are
 * read. Without a penalty by Newton steps: its certificate takes no p×p matrix.
 */
export function wideRidgeSolver(checked: CheckedProblem): Solver {
  const { standardize, intercept } = checked;
  const { x, means, scales } = standardDesign(checked.x, { standardize, intercept });
  const n = x.rows;
  const { y, mean: targetMean } = centredTarget(checked);
  const { z, squares, toWeights } = rowSpace(x);
  const along = transposeTimes(z, y);
  const scaling = { means, scales, targetMean, targetScale: 1 };
  const source: FitSource = {
    weights: (lambda) => toWeights(along.map((value, m) => value / (squares[m]! + n * lambda))),
    coefficients: (weights) => originalCoefficients(weights, scaling),
    intercept: (weights) => originalIntercept(weights, scaling),
    certify: certifier(checked),
  };
  let newton: Solver | undefined;
  return {
    lambdaMax: Infinity,
    top: maxAbs(transposeTimes(x, y, 1 / n)) / smallestRatio,
    solve: (lambda) => (lambda > 0 ? fitFrom(source, lambda) : (newton ??= newtonSolver(checked)).solve(lambda)),
  };
}
