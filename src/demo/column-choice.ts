import { withClassTarget } from "../data/class-target";
import type { Column, Table } from "../data/table";
import type { BlockSpec } from "./spec/block-spec";

/** Columns that the reader has chosen instead of those that the block's text names; `features` null: all that are left. */
export interface ColumnChoice {
  readonly target: string;
  readonly features: readonly string[] | null;
}

/** A column that can be chosen; the values of one column of text are chosen together, under its name. */
export interface ColumnEntry {
  readonly name: string;
  readonly isFeature: boolean;
}

/** What a block asks for with these columns in place of its own. */
export function withColumns(spec: BlockSpec, choice: ColumnChoice | null): BlockSpec {
  if (choice === null) return spec;
  const { features: _, ...rest } = spec;
  return { ...rest, target: choice.target, ...(choice.features !== null && { features: choice.features }) };
}

const entryOf = ({ name, group }: Column): string => group ?? name;

export interface Fitted {
  readonly table: Table;
  readonly target: string;
  /** The columns that are fitted. */
  readonly columns: readonly string[];
}

/** The column that is predicted, under the name by which it is chosen. */
export function targetEntry({ table, target }: Fitted): string {
  const column = table.columns.find(({ name }) => name === target);
  return column === undefined ? target : entryOf(column);
}

/** The columns from which the target can be predicted, as they stand in the table. */
export function featureEntries(fitted: Fitted): ColumnEntry[] {
  const target = targetEntry(fitted);
  const used = new Set(fitted.columns);
  const entries = new Map<string, boolean>();
  for (const column of fitted.table.columns) {
    const name = entryOf(column);
    if (name !== target) entries.set(name, (entries.get(name) ?? false) || used.has(column.name));
  }
  return [...entries].map(([name, isFeature]) => ({ name, isFeature }));
}

/** The columns that can be predicted. */
export function targetEntries({ table }: Fitted): string[] {
  const measured = table.columns.filter(({ aside }) => aside === undefined);
  const names = [...new Set(measured.map(entryOf))];
  return names.filter((entry) => withClassTarget(table, entry).columns.some(({ name }) => name === entry));
}

/** The choice with another target, which is no feature then; the one before becomes a feature where all are. */
export function chooseTarget(choice: ColumnChoice | null, target: string, written: BlockSpec["features"]): ColumnChoice {
  const features = choice === null ? (written ?? null) : choice.features;
  const left = features?.filter((name) => name !== target) ?? [];
  return { target, features: left.length === 0 ? null : left };
}

/** The choice with a feature more or less; null where it would be the last. */
export function toggleFeature(fitted: Fitted, name: string): ColumnChoice | null {
  const features = featureEntries(fitted).filter((entry) => entry.isFeature !== (entry.name === name)).map((entry) => entry.name);
  return features.length === 0 ? null : { target: targetEntry(fitted), features };
}
