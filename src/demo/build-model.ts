import { builtIn } from "../data/built-in";
import { designOf, type Design, type DesignFailure } from "../data/design";
import { lagged, withoutGaps } from "../data/missing-values";
import type { Table } from "../data/table";
import { truthOf } from "../data/truth";
import type { LeastSquares, Moments } from "../regression/least-squares";
import { leastSquares } from "../regression/standardize";
import { createCurves, noCurves } from "./curves";
import { lambdaRange } from "./lambda-range";
import { meanSquaredError } from "./mean-squared-error";
import type { Model } from "./model";
import { penaltyFit } from "./penalty-fit";
import type { BlockSpec } from "./spec/block-spec";
import { designProblem } from "./spec/design-problem";
import type { KeyLines } from "./spec/parse-spec";
import type { SpecProblem } from "./spec/problem";

export type BuiltModel = { readonly ok: true; readonly model: Model } | { readonly ok: false; readonly problem: SpecProblem };

/**
 * Everything that the views of a block draw from. `table` holds the data where they are the reader's own; `lines` (from `parseSpec`)
 * lets a problem with the data name the line to blame.
 */
export function buildModel(spec: BlockSpec, lines?: KeyLines, table = tableOf(spec)): BuiltModel {
  const prepared = prepare(table, spec);
  if (!prepared.ok) return { ok: false, problem: designProblem(prepared, table.name, lines) };
  const { design, problem } = prepared;
  const fits = spec.penalties.map((penalty) => penaltyFit(problem, penalty, spec.mix));
  const range = lambdaRange(problem, fits, spec.lambda);
  const model: Model = {
    dataName: table.name,
    table,
    truth: truthOf(table, design.features),
    rows: design.y.length,
    features: design.features,
    target: design.target,
    moments: problem,
    problem,
    mix: spec.mix,
    fits,
    lambdaRange: range,
    curves: createCurves({ problem, penalties: spec.penalties, mix: spec.mix, folds: spec.folds, blocks: table.dated ?? false, seed: spec.seed, lambdaRange: range }),
    meanSquaredError: (weights) => meanSquaredError(problem, weights),
  };
  return { ok: true, model };
}

function tableOf({ data }: BlockSpec): Table {
  if (typeof data !== "string") throw new TypeError("data: a table of the reader's own is to be given");
  return builtIn(data);
}

/** The same features and penalties on other moments: what the dragged optimum of `two` makes of a model. The slider keeps its place. */
export function modelFromMoments(model: Model, moments: Moments): Model {
  const { problem: _, ...rest } = model;
  const fits = model.fits.map(({ penalty }) => penaltyFit(moments, penalty, model.mix));
  const { min, max, initial } = model.lambdaRange;
  return {
    ...rest,
    moments,
    fits,
    curves: noCurves,
    lambdaRange: { min, max: Math.max(max, lambdaRange(moments, fits, initial).max), initial },
    meanSquaredError: (weights) => meanSquaredError(moments, weights),
  };
}

type Prepared = { readonly ok: true; readonly design: Design; readonly problem: LeastSquares } | DesignFailure;

/** Blocks on the same data share one problem, and with it its paths. More than these are not open at once; the oldest goes first. */
const mostPrepared = 12;
const preparedProblems = new WeakMap<Table, Map<string, Prepared>>();

function prepare(table: Table, { target, features, standardize, missing, lag }: BlockSpec): Prepared {
  const problems = preparedProblems.get(table) ?? new Map<string, Prepared>();
  preparedProblems.set(table, problems);
  const key = JSON.stringify([target ?? null, features ?? null, standardize, missing, lag]);
  const known = problems.get(key);
  if (known) return known;
  const design = designOf(withoutGaps(lagged(table, lag, target), missing, target), { target, features });
  const prepared: Prepared = design.ok
    ? { ok: true, design, problem: leastSquares(design.x, design.y, { standardize, standardizeTarget: true }) }
    : design;
  if (problems.size >= mostPrepared) problems.delete(problems.keys().next().value ?? "");
  problems.set(key, prepared);
  return prepared;
}
