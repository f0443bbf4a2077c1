import { certificate } from "./certificate";
import { briskLassoPath } from "./brisk-lasso-path";
import { elasticNetPath } from "./elastic-net-path";
import { fitFrom, type FitSource } from "./fit";
import { interceptFrom, originalCoefficients } from "./original-units";
import type { CheckedProblem } from "./problem";
import { smallestRatio, type Solver } from "./solver";
import type { Moments } from "./least-squares";
import type { Path } from "./path";
import { leastSquaresOf } from "./standardize";
import { maxAbs, vectorsOf } from "../math/vector";

/** Every solution for one ρ, by the quickest exact way. */
export function squaredPath(moments: Moments, l1Ratio: number): Path {
  return l1Ratio === 1 ? briskLassoPath(moments) : elasticNetPath(moments, l1Ratio);
}

/** Exact paths of the squared loss from its moments. */
export function squaredSolver({ x, y, l1Ratio, standardize, intercept }: CheckedProblem): Solver {
  const problem = leastSquaresOf(x, y, { standardize, standardizeTarget: false, intercept });
  const path = squaredPath(problem, l1Ratio);
  const vector = vectorsOf(x.columns);
  const source: FitSource = {
    weights: (lambda) => path.coefficientsAt(lambda, vector()),
    coefficients: (weights) => originalCoefficients(weights, problem.scaling, vector()),
    intercept: interceptFrom(problem.scaling),
    certify: (weights, lambda) => certificate(problem, weights, { lambda, l1Ratio }),
  };
  return {
    lambdaMax: path.lambdaMax,
    top: maxAbs(problem.correlations) / Math.max(l1Ratio, smallestRatio),
    coefficientsAt: (lambda, out) => path.coefficientsAt(lambda, out),
    solve: (lambda) => fitFrom(source, lambda),
  };
}
