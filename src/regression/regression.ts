import { maxAbs } from "../math/vector";
import type { Fit } from "./fit";
import { checkFiniteLambda } from "./lambda";
import { type GridChoice, lambdaGrid } from "./lambda-grid";
import { newtonSolver } from "./newton-solver";
import { type CheckedProblem, checkProblem, type Problem } from "./problem";
import { fitsAlong, smallestRatio, type Solver } from "./solver";
import { squaredSolver } from "./squared-solver";
import { leastSquares } from "./standardize";
import { finish, type Steps, type Watch } from "./steps";
import { wideRidgeSolver } from "./wide-ridge-solver";
import { wideSolver } from "./wide-solver";

/** Solutions of one problem at a grid of λ, and at any other. */
export interface FittedPath {
  /** Descending. */
  readonly lambdas: Float64Array;
  /** One for each of `lambdas`. */
  readonly fits: readonly Fit[];
  /** The smallest λ at which every coefficient is zero; Infinity for ridge. */
  readonly lambdaMax: number;
  /** The fit at any λ ≥ 0: one of `fits`, or solved for. */
  at(lambda: number): Fit;
  /**
   * p standardised coefficients at any λ ≥ 0, written into `out` and returned, without solving anything: there for the squared loss
   * (unless p > n and p > 500, or for an elastic net with p > 50). O(k) for the lasso with k active features, O(p²) for ridge, O(k³) for the elastic net.
   */
  readonly coefficientsAt?: (lambda: number, out?: Float64Array) => Float64Array;
}

export type FitRequest = Problem & { readonly lambda: number };
export type PathRequest = Problem & GridChoice;

/** Beyond this many features the p×p moments of a wide problem cost more than the few columns that a solution needs. */
const widest = 500;

/** Beyond this many features the curved pieces of an elastic net's path cost more than Newton steps at each λ. */
const widestCurved = 50;

/** The fit at one λ ≥ 0, with its duality gap. @throws RangeError or TypeError that names the argument. */
export function fit(request: FitRequest): Fit {
  checkFiniteLambda(request.lambda);
  return solverOf(checkProblem(request)).solve(request.lambda);
}

/** Fits at many λ. @throws RangeError or TypeError that names the argument; an Error named "AbortError" where it is stopped. */
export function path(request: PathRequest & Watch): FittedPath {
  return finish(pathSteps(request), request);
}

/** The same in steps, one for each λ. */
export function* pathSteps(request: PathRequest): Steps<FittedPath> {
  const checked = checkProblem(request);
  const solver = solverOf(checked);
  const lambdas = lambdaGrid(request, { top: solver.top, wide: checked.x.columns > checked.x.rows });
  const fits = yield* fitsAlong(solver, lambdas);
  const { lambdaMax, coefficientsAt } = solver;
  return {
    lambdas,
    fits,
    lambdaMax,
    at(lambda) {
      checkFiniteLambda(lambda);
      return fits[lambdas.indexOf(lambda)] ?? solver.solve(lambda);
    },
    ...(coefficientsAt && { coefficientsAt }),
  };
}

export function solverOf(checked: CheckedProblem): Solver {
  if (hasMoments(checked)) return squaredSolver(checked);
  if (checked.loss === "squared" && checked.l1Ratio === 1) return wideSolver(checked);
  return checked.loss === "squared" && checked.l1Ratio === 0 ? wideRidgeSolver(checked) : newtonSolver(checked);
}

/** Whether the problem is solved from p×p moments. */
export function hasMoments({ loss, l1Ratio, x: { rows, columns } }: CheckedProblem): boolean {
  if (loss !== "squared" || (columns > rows && columns > widest)) return false;
  return l1Ratio === 0 || l1Ratio === 1 || columns <= widestCurved;
}

/** Where a path starts: the smallest λ at which every coefficient is zero, for ρ < 1e-3 what it would be at ρ = 1e-3, as glmnet. */
export function topLambda(checked: CheckedProblem): number {
  const l1Ratio = Math.max(checked.l1Ratio, smallestRatio);
  return hasMoments(checked) ? maxAbs(leastSquares(checked.x, checked.y, checked).correlations) / l1Ratio : newtonSolver({ ...checked, l1Ratio }).top;
}
