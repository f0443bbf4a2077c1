import type { SummedProblem } from "../compute/validation";
import { chosenColumns, fewestRows } from "../data/design";
import { partCount, type RowSums, sumsOver } from "../data/row-sums";
import type { Table } from "../data/table";
import { createRandom, shuffle } from "../math/random";
import { type FoldSums, momentsOfSums } from "../regression/fold-moments";
import type { BuiltModel } from "./model";
import type { BlockSpec } from "./spec/block-spec";
import { designProblem } from "./spec/design-problem";
import type { KeyLines } from "./spec/parse-spec";
import { squaredModel } from "./squared-model";

/** The model of a table of which only sums are kept: everything but what needs its rows one by one. */
export function summedModel(table: Table, sums: RowSums, spec: BlockSpec, lines?: KeyLines): BuiltModel {
  const chosen = chosenColumns(table, spec);
  const asked = (["loss", "lag", "test"] as const).find((key) => (key === "loss" ? (spec.loss ?? "squared") !== "squared" : spec[key] > 0));
  if (asked !== undefined) return { ok: false, problem: { line: lines?.get(asked) ?? 1, code: "needs-rows", params: { key: asked, data: table.name } } };
  if (!chosen.ok) return { ok: false, problem: designProblem(chosen, table.name, lines) };
  const { target } = chosen;
  const features = chosen.features.map(({ name }) => name);
  const places = [...features, target.name].map((name) => sums.names.indexOf(name));
  const origin = Float64Array.from(places, (at) => sums.origin[at] ?? NaN);
  const p = features.length;
  /** `scale` divides the target; each fold is the union of some parts. */
  const foldSums = (folds: readonly (readonly number[])[], scale: number): FoldSums => ({
    sums: folds.map((parts) => sumsOver(sums, parts, places.map((at, j) => ({ at, factor: j === p ? 1 / scale : 1 })))),
    means: origin.subarray(0, p),
    targetMean: (origin[p] ?? NaN) / scale,
  });
  const parts = Array.from({ length: partCount }, (_, part) => part);
  const momentsScaled = (scale: number) => momentsOfSums(foldSums([parts], scale), { standardize: spec.standardize, rowsAreGone: true }).trainedWithout(1)?.moments;
  const rows = sumsOver(sums, parts, [])[0] ?? 0;
  if (rows < fewestRows) return { ok: false, problem: designProblem({ code: "few-rows", rows, needed: fewestRows }, table.name, lines) };
  const scale = Math.sqrt(momentsScaled(1)?.meanSquare ?? NaN);
  const moments = momentsScaled(scale);
  if (moments === undefined) return { ok: false, problem: designProblem({ code: "constant-target", name: target.name }, table.name, lines) };
  const problem: SummedProblem = {
    columns: p,
    folds({ folds, blocks = false, seed }) {
      const order = [...parts];
      if (!blocks) shuffle(order, createRandom(seed));
      const count = Math.min(folds, partCount);
      return foldSums(Array.from({ length: count }, (_, fold) => order.filter((_part, place) => Math.floor((place * count) / partCount) === fold)), scale);
    },
  };
  return { ok: true, model: squaredModel({ table, rows, tableRows: [], features, target: target.name, moments, validated: problem }, spec) };
}
