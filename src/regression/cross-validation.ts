import { type FoldMoments, foldMoments, type FoldSums, momentsOfSums } from "./fold-moments";
import { type FoldChoice, type Folds, foldsOf, rowsOf } from "./folds";
import { meanError, withRows } from "./held-out-error";
import type { Scaling } from "./least-squares";
import { type GridChoice, lambdaGrid } from "./lambda-grid";
import { toOriginalUnits } from "./original-units";
import { type CheckedProblem, checkProblem, type Problem } from "./problem";
import { hasMoments, solverOf, topLambda } from "./regression";
import { fitsAlong } from "./solver";
import { squaredPath } from "./squared-solver";
import { finish, type Steps, type Watch } from "./steps";
import { type ValidationCurve, validationCurve } from "./validation-curve";

export type CrossValidationRequest = Problem & GridChoice & FoldChoice;

/**
 * Held-out error at each λ. Each fold is left out once; means, standard deviations and coefficients come from the other rows alone.
 * The λ are those of a path on all rows. Errors are mean squared errors, for classes mean log-losses (cv.glmnet's deviance is twice
 * that), and folds count by their size: see `validationCurve`. Shuffled folds of classes keep the shares of the classes.
 * @throws RangeError or TypeError that names the argument, also where a class has all its rows in one fold; an Error named
 * "AbortError" where it is stopped.
 */
export function crossValidate(request: CrossValidationRequest & Watch): ValidationCurve {
  return finish(crossValidationSteps(request), request);
}

/** The same in steps: one for each fold, or for each λ of each fold where every λ is solved for. */
export function* crossValidationSteps(request: CrossValidationRequest): Steps<ValidationCurve> {
  const checked = checkProblem(request);
  const { rows, columns } = checked.x;
  const folds = foldsOf(request, { rows, classes: checked.loss === "squared" ? undefined : checked.y });
  checkClasses(checked, folds);
  const lambdas = lambdaGrid(request, { top: request.lambdas ? 0 : topLambda(checked), wide: columns > rows });
  const sizes = new Float64Array(folds.count);
  for (const fold of folds.assignment) sizes[fold]!++;
  const errors = yield* hasMoments(checked) && checked.intercept ? fromMoments(checked, folds, lambdas) : fromRows(checked, folds, lambdas);
  return validationCurve(lambdas, errors, sizes);
}

/** The curve of the squared loss from sums over the rows of each fold, where the rows themselves are not kept; λ as given, features centred (and scaled) inside each fold. */
export function crossValidateSums(folds: FoldSums, { l1Ratio, lambdas, standardize }: { l1Ratio: number; lambdas: Float64Array; standardize: boolean }): ValidationCurve {
  const moments = momentsOfSums(folds, { standardize, rowsAreGone: true });
  // Without rows there is always a number.
  const errors = folds.sums.map((_, fold) => heldOutErrors(moments, { fold, l1Ratio, lambdas }, () => NaN)!);
  return validationCurve(lambdas, errors, folds.sums.map((sum) => sum[0]!));
}

/** Squared loss: every fold from sums over the folds. */
function* fromMoments(checked: CheckedProblem, folds: Folds, lambdas: Float64Array): Steps<Float64Array[]> {
  const moments = foldMoments({ ...checked, folds });
  const errors: Float64Array[] = [];
  for (let fold = 0; fold < folds.count; fold++) {
    const onRows = (weights: Float64Array, scaling: Scaling) => meanError(withRows(checked, rowsOf(folds, fold, "held out")), toOriginalUnits(weights, scaling));
    errors.push(heldOutErrors(moments, { fold, l1Ratio: checked.l1Ratio, lambdas }, onRows) ?? (yield* trainedOnRows({ checked, folds, fold, lambdas })));
    yield errors.length / folds.count;
  }
  return errors;
}

/** The error of a fold's rows at each λ, by the path of the others; `onRows` where it is too small to be a difference of sums. Undefined where the others cannot be told from sums. */
function heldOutErrors(moments: FoldMoments, { fold, l1Ratio, lambdas }: { fold: number; l1Ratio: number; lambdas: Float64Array }, onRows: (weights: Float64Array, scaling: Scaling) => number): Float64Array | undefined {
  const trained = moments.trainedWithout(fold);
  if (trained === undefined) return undefined;
  const path = squaredPath(trained.moments, l1Ratio);
  const weights = new Float64Array(trained.moments.correlations.length);
  return lambdas.map((lambda) => {
    path.coefficientsAt(lambda, weights);
    return moments.heldOutError(fold, weights, trained.scaling) ?? onRows(weights, trained.scaling);
  });
}

/** A warm-started path for each fold. */
function* fromRows(checked: CheckedProblem, folds: Folds, lambdas: Float64Array): Steps<Float64Array[]> {
  const errors: Float64Array[] = [];
  for (let fold = 0; fold < folds.count; fold++) errors.push(yield* trainedOnRows({ checked, folds, fold, lambdas }));
  return errors;
}

function* trainedOnRows({ checked, folds, fold, lambdas }: { checked: CheckedProblem; folds: Folds; fold: number; lambdas: Float64Array }): Steps<Float64Array> {
  const solver = solverOf(withRows(checked, rowsOf(folds, fold, "trained on")));
  const heldOut = withRows(checked, rowsOf(folds, fold, "held out"));
  const steps = fitsAlong(solver, lambdas);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return Float64Array.from(value, (one) => meanError(heldOut, one));
    yield (fold + value) / folds.count;
  }
}

/** Without a row of some class, training would send its intercept to −∞. */
function checkClasses({ y, loss }: CheckedProblem, folds: Folds): void {
  if (loss === "squared") return;
  for (const label of new Set(y)) {
    const holding = new Set(folds.assignment.filter((_, i) => y[i] === label));
    if (holding.size === 1) throw new RangeError(`folds: all rows of class ${label} are in one fold, so training without it does not know the class`);
  }
}
