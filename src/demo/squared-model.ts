import type { SummedProblem } from "../compute/validation";
import { truthOf } from "../data/truth";
import type { LeastSquares } from "../regression/least-squares";
import { createCurves } from "./curves";
import { lambdaRange } from "./lambda-range";
import { meanSquaredError } from "./mean-squared-error";
import type { Model } from "./model";
import { penaltyFit } from "./penalty-fit";
import type { BlockSpec } from "./spec/block-spec";

export interface SquaredParts extends Pick<Model, "table" | "rows" | "tableRows" | "features" | "target" | "moments"> {
  /** What is cross-validated. */
  readonly validated: LeastSquares | SummedProblem;
}

/** The model of a block that fits the squared error: the paths of its penalties, where λ may stand, and the curves that come later. */
export function squaredModel({ validated, ...parts }: SquaredParts, { penalties, mix, folds, seed, standardize, lambda }: BlockSpec): Model {
  const { table, moments, features } = parts;
  const fits = penalties.map((penalty) => penaltyFit(moments, penalty, mix));
  const range = lambdaRange(moments, fits, lambda);
  return {
    ...parts,
    dataName: table.name,
    truth: truthOf(table, features),
    columns: features,
    loss: "squared",
    mix,
    fits,
    lambdaRange: range,
    curves: createCurves({ problem: validated, penalties, mix, folds, blocks: table.dated ?? false, seed, standardize, lambdaRange: range }),
    trainingError: (weights) => meanSquaredError(moments, weights),
    emptyError: moments.meanSquare,
    endless: false,
  };
}
