import type { JobRunner } from "../compute/job-runner";
import { withClassTarget } from "../data/class-target";
import type { Moments } from "../regression/least-squares";
import { classModel } from "./classes/class-model";
import { prepareClasses } from "./classes/prepare-classes";
import { noCurves } from "./curves";
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
import { squaredModel } from "./squared-model";
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
  const parts = { table, rows: design.y.length, tableRows: design.rows, features: design.features, target: design.target, moments: problem, validated: problem };
  const model: Model = { ...squaredModel(parts, spec), problem, ...(heldRows && { held: heldOut(heldRows, problem) }) };
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
