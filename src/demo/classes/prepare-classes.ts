import { targetOf } from "../../data/design";
import { targetKind, type TargetKind } from "../../data/target-kind";
import type { Column, Table } from "../../data/table";
import { leastSquares } from "../../regression/standardize";
import { rangeOf, shrinkingLambda } from "../lambda-range";
import { prepare, type Prepared } from "../prepare";
import type { LambdaRange } from "../slider-range";
import type { BlockSpec } from "../spec/block-spec";
import type { HeldOut } from "../held-out";
import { classHeldOut } from "./class-held-out";
import { classLambdaMax, type ClassPathOf } from "./class-path";
import { classesIn, classProblem, type ClassLoss, type ClassProblem } from "./class-problem";

/** Why a target cannot be told apart as classes. */
export interface LossFault {
  readonly loss: ClassLoss;
  readonly target: string;
  /** How many different values it has. */
  readonly values: number;
}

export interface PreparedClasses {
  readonly ok: true;
  readonly problem: ClassProblem;
  readonly features: readonly string[];
  readonly target: string;
  readonly rows: readonly number[];
  readonly lambdaRange: LambdaRange;
  readonly held?: HeldOut | undefined;
  /** One for each penalty of the block. */
  readonly paths: readonly ClassPathOf[];
}

/** Blocks on the same data share one problem, and with it its paths: exactly as long as what was prepared for all losses. */
const known = new WeakMap<Prepared, ClassProblem>();

/** What a block with classes fits; null where it fits the squared loss, or cannot be fitted whatever the loss. */
export function prepareClasses(spec: BlockSpec, table: Table): PreparedClasses | { readonly ok: false; readonly fault: LossFault } | null {
  if (table.sums !== undefined) return null;
  const target = targetOf(table, spec.target);
  const loss = spec.loss ?? lossFor(target);
  if (loss === "squared") return null;
  const prepared = prepare(table, spec);
  if (!prepared.ok) return null;
  const { design, heldRows } = prepared;
  const values = classesIn(design.y);
  if (values === null || (loss === "logistic" && values.length > 2)) {
    // Nobody asked for classes: few rows of one are fitted as numbers, where they are any.
    return spec.loss === undefined && target?.group === undefined ? null : { ok: false, fault: { loss, target: design.target, values: new Set(design.y).size } };
  }
  const problem = knownProblem(prepared, loss)
    ?? classProblem(leastSquares(design.x, design.y, { standardize: spec.standardize, standardizeTarget: false }), design, { loss, values, names: target?.classes });
  known.set(prepared, problem);
  const { penalties, mix } = spec;
  const fits = penalties.map((penalty) => ({ penalty, lambdaMax: classLambdaMax(problem, penalty, mix) }));
  // The curvature of the log-loss is an eighth of the squared error's at most: p(1 − p) ≤ ¼, against 2.
  const lambdaRange = rangeOf({ l1Max: problem.steepest, shrunk: shrinkingLambda(problem.design) / 8, fits }, spec.lambda);
  return { ok: true, problem, features: design.features, target: design.target, rows: design.rows, lambdaRange, held: heldRows && classHeldOut(heldRows, problem), paths: penalties.map((penalty) => ({ penalty, mix, range: lambdaRange })) };
}

function knownProblem(prepared: Prepared, loss: ClassLoss): ClassProblem | undefined {
  const problem = known.get(prepared);
  return problem?.loss === loss ? problem : undefined;
}

/** What fits a target where a block names no loss: yes or no are classes, too. */
function lossFor(target: Column | undefined): TargetKind {
  if (target === undefined) return "squared";
  return target.indicator === true ? "logistic" : targetKind(target);
}
