import { targetOf } from "./design";
import type { Table } from "./table";

/** What becomes of a row in which a feature has no value. */
export type MissingRule = "drop" | "mean" | "zero";

/** The table with the gaps of all columns but the target filled as the rule says. */
export function withoutGaps(table: Table, rule: MissingRule, target?: string): Table {
  return rule === "drop" ? table : withFeatures(table, target, (values) => filled(values, rule));
}

function filled(values: Float64Array, rule: "mean" | "zero"): Float64Array {
  const known = values.filter((value) => Number.isFinite(value));
  if (known.length === values.length || known.length === 0) return values;
  const value = rule === "zero" ? 0 : known.reduce((sum, one) => sum + one, 0) / known.length;
  return values.map((one) => (Number.isFinite(one) ? one : value));
}

/** The table with every column but the target moved down by `rows`: what was, beside what came after. The first rows have no value then. */
export function lagged(table: Table, rows: number, target?: string): Table {
  return rows === 0 ? table : withFeatures(table, target, (values) => values.map((_, row) => values[row - rows] ?? NaN));
}

function withFeatures(table: Table, name: string | undefined, change: (values: Float64Array) => Float64Array): Table {
  const target = targetOf(table, name);
  return { ...table, columns: table.columns.map((column) => (column === target ? column : { ...column, values: change(column.values) })) };
}
