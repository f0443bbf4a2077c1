import { certificate } from "./certificate";
import { briskLassoPath } from "./brisk-lasso-path";
import { elasticNetPath } from "./elastic-net-path";
import { fitFrom, type FitSource } from "./fit";
import { interceptFrom, originalCoefficients } from "./original-units";
import type { CheckedProblem } from "./problem";
import { smallestRatio, type Solver } from "./solver";
import type { Moments } from "./least-squares";
import type { Path } from "./path";
import { leastSquaresOf, leastSquaresRoom } from "./standardize";
import { maxAbs, type Memory, memory } from "../math/vector";

/** Every solution for one ρ, by the quickest exact way. */
export function squaredPath(moments: Moments, l1Ratio: number, vector?: Memory): Path {
  return l1Ratio === 1 ? briskLassoPath(moments, vector) : elasticNetPath(moments, l1Ratio);
}

/** Values for which there is room beside a problem: the path of a few features, and a hundred of its fits. */
const roomBeside = 1400;

/** Exact paths of the squared loss from its moments. */
export function squaredSolver({ x, y, l1Ratio, standardize, intercept }: CheckedProblem): Solver {
  const vector = memory(leastSquaresRoom(x.columns) + roomBeside);
  const problem = leastSquaresOf(x, y, { standardize, standardizeTarget: false, intercept }, vector);
  const path = squaredPath(problem, l1Ratio, vector);
  const source: FitSource = {
    weights: (lambda) => path.coefficientsAt(lambda, vector(x.columns)),
    coefficients: (weights) => originalCoefficients(weights, problem.scaling, vector(x.columns)),
    intercept: interceptFrom(problem.scaling, vector(x.columns)),
    certify: (weights, lambda) => certificate(problem, weights, { lambda, l1Ratio }),
  };
  return {
    lambdaMax: path.lambdaMax,
    top: maxAbs(problem.correlations) / Math.max(l1Ratio, smallestRatio),
    coefficientsAt: (lambda, out) => path.coefficientsAt(lambda, out),
    solve: (lambda) => fitFrom(source, lambda),
  };
}
