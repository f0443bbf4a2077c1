import type { JobRunner } from "../compute/job-runner";
import { withClassTarget } from "../data/class-target";
import { truthOf } from "../data/truth";
import type { Moments } from "../regression/least-squares";
import { classModel } from "./classes/class-model";
import { prepareClasses } from "./classes/prepare-classes";
import { createCurves, noCurves } from "./curves";
import { heldOut } from "./held-out";
import { lambdaRange } from "./lambda-range";
import { meanSquaredError } from "./mean-squared-error";
import type { BuiltModel, Model } from "./model";
import { penaltyFit } from "./penalty-fit";
import type { BlockSpec } from "./spec/block-spec";
import { prepare, tableOf } from "./prepare";
import { designProblem } from "./spec/design-problem";
import { lossProblem } from "./spec/loss-problem";
import type { KeyLines } from "./spec/parse-spec";
import { summedModel } from "./summed-model";

/**
 * Everything that the views of a block draw from. `given` holds the data where they are the reader's own; `lines` (from `parseSpec`)
 * lets a problem with the data name the line to blame.
 */
export function buildModel(spec: BlockSpec, lines?: KeyLines, given = tableOf(spec), jobs?: JobRunner): BuiltModel {
  if (given.sums !== undefined) return summedModel(given, given.sums, spec, lines);
  const table = withClassTarget(given, spec.target);
  const asked = prepareClasses(spec, table);
  if (asked !== null) {
    return asked.ok ? { ok: true, model: classModel(asked, { spec, table, jobs }) } : { ok: false, problem: lossProblem(asked.fault, lines) };
  }
  const prepared = prepare(table, spec);
  if (!prepared.ok) return { ok: false, problem: designProblem(prepared, table.name, lines) };
  const { design, problem, heldRows } = prepared;
  const fits = spec.penalties.map((penalty) => penaltyFit(problem, penalty, spec.mix));
  const range = lambdaRange(problem, fits, spec.lambda);
  const model: Model = {
    dataName: table.name,
    table,
    truth: truthOf(table, design.features),
    rows: design.y.length,
    tableRows: design.rows,
    features: design.features,
    columns: design.features,
    target: design.target,
    loss: "squared",
    moments: problem,
    problem,
    mix: spec.mix,
    fits,
    lambdaRange: range,
    curves: createCurves({ problem, penalties: spec.penalties, mix: spec.mix, folds: spec.folds, blocks: table.dated ?? false, seed: spec.seed, standardize: spec.standardize, lambdaRange: range }),
    trainingError: (weights) => meanSquaredError(problem, weights),
    emptyError: problem.meanSquare,
    endless: false,
    ...(heldRows && { held: heldOut(heldRows, problem) }),
  };
  return { ok: true, model };
}

/** The same features and penalties on other moments: what the dragged optimum of `two` makes of a model. The slider keeps its place. */
export function modelFromMoments(model: Model, moments: Moments): Model {
  const { problem: _, held: __, ...rest } = model;
  const fits = model.fits.map(({ penalty }) => penaltyFit(moments, penalty, model.mix));
  const { min, max, initial } = model.lambdaRange;
  return {
    ...rest,
    moments,
    fits,
    curves: noCurves,
    lambdaRange: { min, max: Math.max(max, lambdaRange(moments, fits, initial).max), initial },
    trainingError: (weights) => meanSquaredError(moments, weights),
    emptyError: moments.meanSquare,
  };
}
