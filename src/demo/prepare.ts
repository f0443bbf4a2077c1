import { builtIn } from "../data/built-in";
import { designOf, type Design, type DesignFailure } from "../data/design";
import { lagged, withoutGaps } from "../data/missing-values";
import type { Table } from "../data/table";
import type { LeastSquares } from "../regression/least-squares";
import { leastSquares } from "../regression/standardize";
import type { BlockSpec } from "./spec/block-spec";

/** The table of a block on built-in data. */
export function tableOf({ data }: BlockSpec): Table {
  if (typeof data !== "string") throw new TypeError("data: a table of the reader's own is to be given");
  return builtIn(data);
}

export type Prepared = { readonly ok: true; readonly design: Design; readonly problem: LeastSquares } | DesignFailure;

/** Blocks on the same data share one problem, and with it its paths. More than these are not open at once; the oldest goes first. */
const mostPrepared = 12;
const preparedProblems = new WeakMap<Table, Map<string, Prepared>>();

/** Rows, features and target as a block asks for them, in the units that are fitted. */
export function prepare(table: Table, { target, features, standardize, missing, lag }: BlockSpec): Prepared {
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
