import { readDate } from "./cell";
import type { RawTable } from "./raw-table";
import { readColumn } from "./read-columns";
import type { Table } from "./table";

/** The columns of numbers in a table of the reader's own. Rows with dates are brought into their order. */
export function readTable(raw: RawTable): Table {
  const read = raw.columns.map((column) => ({ name: column.name, ...readColumn(column) }));
  const days = read.find(({ dates }) => dates !== undefined)?.dates ?? labelDates(raw);
  const order = days && Array.from(days.keys()).sort((a, b) => later(days, a) - later(days, b) || a - b);
  const inOrder = <T extends Float64Array>(values: T) => (order ? Float64Array.from(order, (row) => values[row] ?? NaN) : values);
  return {
    name: raw.name,
    columns: read.flatMap(({ columns }) => columns.map((column) => ({ ...column, values: inOrder(column.values) }))),
    rows: raw.rows,
    dated: days !== undefined,
    report: {
      unused: read.flatMap(({ name, fault }) => (fault ? [{ name, fault }] : [])),
      unreadable: read.flatMap(({ name, unreadable }) => (unreadable ? [{ name, ...unreadable }] : [])),
    },
  };
}

/** Names of daily notes. */
function labelDates({ labels }: RawTable): Float64Array | undefined {
  const days = Float64Array.from(labels ?? [], (label) => readDate(label) ?? readDate(label.slice(0, 10)) ?? NaN);
  return days.length > 0 && days.filter((day) => !Number.isNaN(day)).length >= 0.8 * days.length ? days : undefined;
}

function later(days: Float64Array, row: number): number {
  const day = days[row] ?? NaN;
  return Number.isNaN(day) ? Number.MAX_VALUE : day;
}
