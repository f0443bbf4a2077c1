import { builtIn } from "../data/built-in";
import { designOf, type Design, type DesignFailure } from "../data/design";
import { lagged, withoutGaps } from "../data/missing-values";
import type { Table } from "../data/table";
import type { LeastSquares } from "../regression/least-squares";
import { leastSquares } from "../regression/standardize";
import { splitRows } from "./held-out";
import type { BlockSpec } from "./spec/block-spec";

/** The table of a block on built-in data. */
export function tableOf({ data }: BlockSpec): Table {
  if (typeof data !== "string") throw new TypeError("data: a table of the reader's own is to be given");
  return builtIn(data);
}

/** `design` holds the rows that are fitted, `heldRows` those that are not. */
export type Prepared = { readonly ok: true; readonly design: Design; readonly problem: LeastSquares; readonly heldRows?: Design } | DesignFailure;

/** Blocks on the same data share one problem, and with it its paths. More than these are not open at once; the oldest goes first. */
const mostPrepared = 12;
const preparedProblems = new WeakMap<Table, Map<string, Prepared>>();

/** Rows, features and target as a block asks for them, in the units that are fitted. */
export function prepare(table: Table, { target, features, standardize, missing, lag, test, seed }: BlockSpec): Prepared {
  const problems = preparedProblems.get(table) ?? new Map<string, Prepared>();
  preparedProblems.set(table, problems);
  const key = JSON.stringify([target ?? null, features ?? null, standardize, missing, lag, test, test > 0 ? seed : null]);
  const known = problems.get(key);
  if (known) return known;
  const design = designOf(withoutGaps(lagged(table, lag, target), missing, target), { target, features });
  const prepared = design.ok ? prepareRows(design, { standardize, share: test, seed, dated: table.dated ?? false }) : design;
  if (problems.size >= mostPrepared) problems.delete(problems.keys().next().value ?? "");
  problems.set(key, prepared);
  return prepared;
}

function prepareRows(design: Design, { standardize, ...choice }: { standardize: boolean; share: number; seed: number; dated: boolean }): Prepared {
  const split = choice.share > 0 ? splitRows(design, choice) : null;
  const fitted = split?.fitted ?? design;
  if (fitted.y.every((value) => value === fitted.y[0])) return { ok: false, code: "constant-target", name: design.target };
  const problem = leastSquares(fitted.x, fitted.y, { standardize, standardizeTarget: true });
  return { ok: true, design: fitted, problem, ...(split && { heldRows: split.held }) };
}
