import { addCombination } from "../math/column-combination";
import { blockedGram } from "../math/kernels/gram";
import { column, times } from "../math/products";
import { eigenvalueRounding, symmetricEigen } from "../math/symmetric-eigen";
import { dot } from "../math/vector";
import { type GridChoice, lambdaGrid } from "./lambda-grid";
import { checkProblem, type Problem } from "./problem";
import { topLambda } from "./regression";
import { rowSpace } from "./row-space";
import { standardDesign } from "./standard-design";
import { type ValidationCurve, validationCurve } from "./validation-curve";

/** 1 − leverage below this is rounding. */
const exactFit = 1e-10;

export type LeaveOneOutRequest = Omit<Problem, "loss" | "l1Ratio"> & GridChoice;

/**
 * Exact leave-one-out errors of ridge at every λ from one eigendecomposition: the residual of a row that is left out is its residual
 * over 1 − hᵢ, with leverage hᵢ = 1/n + Σₘ(xᵢᵀqₘ)²/(n(dₘ + λ)). Each fit without a row has an intercept of its own and the penalty
 * nλ/2·‖w‖² of all rows on its sum of squares (its own λ being λn/(n−1)); the scales are those of all rows. O(np² + nk) for k λ.
 * @throws RangeError or TypeError that names the argument, `lambdas` also where a λ leaves a row fitted exactly (hᵢ = 1), so that
 * nothing is left to predict it from.
 */
export function ridgeLeaveOneOut(request: LeaveOneOutRequest): ValidationCurve {
  const checked = checkProblem({ ...request, loss: "squared", l1Ratio: 0 });
  const { rows: n } = checked.x;
  if (n < 2) throw new RangeError("x: leaving one row out needs two");
  const design = standardDesign(checked.x, checked);
  const wide = design.x.columns > n;
  const x = wide ? rowSpace(design.x).z : design.x;
  const [target] = standardDesign({ values: checked.y, rows: n, columns: 1 }, { standardize: false, intercept: checked.intercept }).columns;
  const lambdas = lambdaGrid(request, { top: request.lambdas ? 0 : topLambda(checked), wide });
  const { values, vectors } = symmetricEigen(blockedGram(x, 1 / n));
  const smallest = eigenvalueRounding(values);
  const directions = Array.from(values.keys()).filter((m) => values[m]! > smallest);
  const projected = directions.map((m) => times(x, column(vectors, m)));
  const along = projected.map((scores) => dot(scores, target!) / n);

  const squared = projected.map((scores) => scores.map((score) => (score * score) / n));

  const errors = Array.from({ length: n }, () => new Float64Array(lambdas.length));
  const residuals = new Float64Array(n);
  const rests = new Float64Array(n);
  const inverses = new Float64Array(directions.length);
  const shifts = new Float64Array(directions.length);
  lambdas.forEach((lambda, l) => {
    residuals.set(target!);
    rests.fill(checked.intercept ? 1 - 1 / n : 1);
    directions.forEach((m, at) => {
      inverses[at] = -1 / (values[m]! + lambda);
      shifts[at] = along[at]! * inverses[at];
    });
    addCombination(residuals, shifts, projected);
    addCombination(rests, inverses, squared);
    for (let i = 0; i < n; i++) {
      const rest = rests[i]!;
      if (!(rest > exactFit)) throw new RangeError(`lambdas: at ${lambda} row ${i} is fitted exactly, whatever its target`);
      errors[i]![l] = (residuals[i]! / rest) ** 2;
    }
  });
  return validationCurve(lambdas, errors, new Float64Array(n).fill(1));
}
