import type { Matrix } from "../math/matrix";
import { nearestName } from "./nearest-name";
import type { Column, Table } from "./table";

/** Fewer rows leave nothing to see: two points fix a line, three leave it a single degree of freedom. */
export const fewestRows = 4;

export interface Design {
  readonly ok: true;
  /** n×p, the rows in which the target and every feature have a finite value. */
  readonly x: Matrix;
  /** n. */
  readonly y: Float64Array;
  readonly features: readonly string[];
  readonly target: string;
  /** n: which rows of the table these are. */
  readonly rows: readonly number[];
}

export interface UnknownColumn {
  readonly code: "unknown-target" | "unknown-feature";
  readonly name: string;
  readonly meant?: string;
  readonly columns: readonly string[];
}

/** Why a table cannot be fitted; `meant` is the column that was probably meant. */
export type DesignFault =
  | UnknownColumn
  | { readonly code: "target-among-features" | "duplicate-feature" | "constant-target"; readonly name: string }
  | { readonly code: "no-features" }
  | { readonly code: "few-rows"; readonly rows: number; readonly needed: number };

export type DesignFailure = { readonly ok: false } & DesignFault;

export interface DesignChoice {
  /** Absent: the last column that measures something. */
  readonly target?: string | undefined;
  /** Absent: every column but the target, less those that only name a row. A column with several values of text stands for all of them. */
  readonly features?: readonly string[] | undefined;
}

/** The columns that `choice` names in `table`. Case is forgiven where only one column fits. */
export function chosenColumns(table: Table, choice: DesignChoice): { readonly ok: true; readonly target: Column; readonly features: readonly Column[] } | DesignFailure {
  const target = targetOf(table, choice.target);
  if (!target) {
    return choice.target === undefined ? { ok: false, code: "no-features" } : unknown("unknown-target", choice.target, table.columns);
  }
  const features = featuresOf(table, target, choice.features);
  if ("code" in features) return features;
  return features.length === 0 ? { ok: false, code: "no-features" } : { ok: true, target, features };
}

/** The design matrix and target that `choice` names in `table`. */
export function designOf(table: Table, choice: DesignChoice = {}): Design | DesignFailure {
  const chosen = chosenColumns(table, choice);
  if (!chosen.ok) return chosen;
  const { target, features } = chosen;
  const all = [target, ...features];
  const isUsable = (row: number) => all.every((column) => Number.isFinite(column.values[row]));
  const usable = Array.from({ length: table.rows }, (_, row) => row).filter(isUsable);
  if (usable.length < fewestRows) return { ok: false, code: "few-rows", rows: usable.length, needed: fewestRows };
  const y = Float64Array.from(usable, (row) => target.values[row] ?? NaN);
  if (y.every((value) => value === y[0])) return { ok: false, code: "constant-target", name: target.name };
  const values = new Float64Array(usable.length * features.length);
  features.forEach((column, j) => usable.forEach((row, i) => (values[j * usable.length + i] = column.values[row] ?? NaN)));
  return {
    ok: true,
    x: { values, rows: usable.length, columns: features.length },
    y,
    features: features.map((column) => column.name),
    target: target.name,
    rows: usable,
  };
}

/** The column that `name` means, or the last that measures something. */
export function targetOf(table: Table, name: string | undefined): Column | undefined {
  if (name !== undefined) return columnNamed(table, name);
  return table.columns.filter(({ aside, indicator }) => aside === undefined && indicator !== true).at(-1);
}

function featuresOf(table: Table, target: Column, names: readonly string[] | undefined): readonly Column[] | DesignFailure {
  const others = table.columns.filter((column) => column !== target);
  if (names === undefined) return others.filter(({ aside, group }) => aside === undefined && (group === undefined || group !== target.group));
  const features: Column[] = [];
  for (const name of names) {
    const column = columnNamed(table, name);
    const group = column ? [] : others.filter((other) => other.group !== undefined && other.group.toLowerCase() === name.trim().toLowerCase());
    features.push(...group);
    if (group.length > 0) continue;
    if (!column) return unknown("unknown-feature", name, others);
    if (column === target) return { ok: false, code: "target-among-features", name: column.name };
    if (features.includes(column)) return { ok: false, code: "duplicate-feature", name: column.name };
    features.push(column);
  }
  return features;
}

function columnNamed(table: Table, name: string): Column | undefined {
  const exact = table.columns.find((column) => column.name === name);
  if (exact) return exact;
  const folded = name.trim().toLowerCase();
  const alike = table.columns.filter((column) => column.name.toLowerCase() === folded);
  return alike.length === 1 ? alike[0] : undefined;
}

function unknown(code: "unknown-target" | "unknown-feature", name: string, candidates: readonly Column[]): DesignFailure {
  const columns = candidates.map((column) => column.name);
  const meant = nearestName(name, columns);
  return { ok: false, code, name, columns, ...(meant === undefined ? {} : { meant }) };
}
