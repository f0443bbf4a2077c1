import type { ColumnFault } from "../data/table-report";
import type { RowSums } from "../data/row-sums";
import type { Table } from "../data/table";
import { targetOf } from "../data/design";
import type { Words } from "../language/language";
import { formatNumber } from "../plot/number-format";
import { leakedColumns, trendOf, twinColumns } from "./data-warnings";
import type { Model } from "./model";
import type { BlockSpec } from "./spec/block-spec";
import { shown } from "./spec/shown";

/** Below this many rows for each column a fit says little. */
const fewestRowsPerColumn = 10;
/** More gaps than these are not read. */
const mostGaps = 4;
const mostUnused = 12;
const mostNamed = 4;
/** As many whole values as this may be classes, if each has its rows. */
const mostAsked = 8;
const fewestRowsPerValue = 5;

/** What a reader should know of data of their own before believing what they see: what was left out, what was filled, how little there is. */
export function dataRemarks(model: Model, spec: BlockSpec, words: Words): string[] {
  const { classes } = words.demo;
  const several = model.loss === "softmax" ? [classes.several({ columns: model.columns.length, classes: model.classes?.names.length ?? 0, example: model.features[0] ?? "" })] : [];
  return [...several, ...askedClasses(model, spec, words), ...(model.endless ? [classes.endless] : []), ...ownRemarks(model, spec, words)];
}

/** A few whole numbers may be names of classes. */
function askedClasses({ loss, table, target, rows }: Model, spec: BlockSpec, words: Words): string[] {
  if (spec.loss !== undefined || loss !== "squared") return [];
  const values = new Set(targetOf(table, target)?.values.filter(Number.isFinite));
  const isFew = values.size > 0 && values.size <= mostAsked && values.size * fewestRowsPerValue <= rows && [...values].every(Number.isInteger);
  return isFew ? [words.demo.classes.asked({ target: shown(target), values: values.size, loss: values.size === 2 ? "logistic" : "softmax" })] : [];
}

function ownRemarks(model: Model, spec: BlockSpec, { own: say }: Words): string[] {
  const { table, rows, columns: features, target } = model;
  const { report } = table;
  if (report === undefined) return [];
  const used = usedColumns(table, model);
  const gaps = (table.sums ? gapsIn(table, table.sums) : used.map(({ name, values }) => ({ name, rows: count(values, (value) => !Number.isFinite(value)) }))).filter((gap) => gap.rows > 0);
  const featureGaps = used.filter(({ name }) => name !== target).reduce((sum, { values }) => sum + count(values, (value) => !Number.isFinite(value)), 0);
  const left = table.rows - rows;
  const unused = report.unused.filter(({ name }) => !features.includes(name) && name !== target);
  return [
    ...(left > 0 && gaps.length > 0 ? [say.leftOut({ left, rows: table.rows, gaps: most(gaps).map((gap) => ({ ...gap, name: shown(gap.name) })), fillable: spec.missing === "drop" && featureGaps > 0 })] : []),
    ...(spec.missing !== "drop" && featureGaps > 0 ? [say.filled({ cells: featureGaps, rule: spec.missing })] : []),
    ...report.unreadable.map(({ name, count: cells, row, text }) => say.unreadable({ name: shown(name), count: cells, row: row + 1, text: shown(text, 20) })),
    ...(unused.length > 0 ? [say.unused(unused.slice(0, mostUnused).map(({ name, fault }) => `\`${shown(name)}\` (${reasonOf(fault, say)})`))] : []),
    ...(table.sums ? [say.summed] : []),
    ...(spec.lag > 0 ? [say.lagged(spec.lag)] : []),
    ...(table.dated ? [say.dated] : []),
    ...(report.days !== undefined && report.days.missing > 0 ? [say.missingDays(report.days)] : []),
    ...warnings(model, say),
    ...(rows < fewestRowsPerColumn * features.length ? [say.fewRows({ rows, columns: features.length })] : []),
    say.association({ target: shown(target) }),
  ];
}

/** What makes a fit look better than it is, or other than it is. */
function warnings(model: Model, say: Words["own"]): string[] {
  const target = shown(model.target);
  const named = (names: readonly string[]) => [...names.slice(0, mostNamed).map((name) => shown(name)), ...(names.length > mostNamed ? ["…"] : [])];
  const leaked = leakedColumns(model);
  const twins = twinColumns(model);
  const trend = trendOf(model);
  return [
    ...(leaked === null ? [] : [leaked.together ? say.leakedTogether({ target }) : say.leaked({ names: named(leaked.columns), target })]),
    ...(twins === null ? [] : [say.twins({ names: named(twins.pair), more: twins.more })]),
    ...(trend === null ? [] : [say.trend({ target, correlation: formatNumber(trend.correlation, 2), names: named(trend.columns) })]),
  ];
}

function gapsIn({ columns }: Table, { names, gaps }: RowSums) {
  return names.map((name, c) => ({ name: columns.find((column) => column.name === name)?.group ?? name, rows: gaps[c] ?? 0 }));
}

function usedColumns(table: Table, { columns, target }: Model) {
  return table.columns.filter(({ name }) => name === target || columns.includes(name));
}

function most<T extends { rows: number }>(gaps: readonly T[]): T[] {
  return [...gaps].sort((a, b) => b.rows - a.rows).slice(0, mostGaps);
}

function reasonOf(fault: ColumnFault, { reasons }: Words["own"]): string {
  if (fault.code === "text") return reasons.text(fault);
  return fault.code === "units" ? reasons.units({ units: fault.units.map((unit) => shown(unit, 12)) }) : reasons[fault.code]();
}

function count(values: Float64Array, holds: (value: number) => boolean): number {
  return values.reduce((sum, value) => sum + Number(holds(value)), 0);
}

/** Whether a table has a column that could be predicted at all. */
export function hasTarget(table: Table, name: string | undefined): boolean {
  return name !== undefined || targetOf(table, undefined) !== undefined;
}
