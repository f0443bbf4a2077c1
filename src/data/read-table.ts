import { readDate } from "./cell";
import type { RawColumn, RawTable } from "./raw-table";
import { readColumn, type ReadColumn } from "./read-columns";
import { nameOfNote, type Table } from "./table";

/** What was made of a column, for as long as it is the same. */
const knownColumns = new WeakMap<RawColumn, ReadColumn>();
const knownDates = new WeakMap<readonly string[], Float64Array>();

function columnOf(column: RawColumn): ReadColumn {
  const read = knownColumns.get(column) ?? readColumn(column);
  knownColumns.set(column, read);
  return read;
}

/** The columns of numbers in a table of the reader's own. Rows with dates are brought into their order. */
export function readTable(raw: RawTable): Table {
  const read = raw.columns.map((column) => ({ name: column.name, ...columnOf(column) }));
  const days = read.find(({ dates }) => dates !== undefined)?.dates ?? noteDates(raw);
  const order = days && Array.from(days.keys()).sort((a, b) => later(days, a) - later(days, b) || a - b);
  const inOrder = (values: Float64Array): Float64Array => {
    if (order === undefined) return values;
    const sorted = new Float64Array(order.length);
    order.forEach((row, i) => (sorted[i] = values[row] ?? NaN));
    return sorted;
  };
  const span = days && order && daysOf(order.map((row) => days[row] ?? NaN));
  return {
    name: raw.name,
    columns: read.flatMap(({ columns }) => columns.map((column) => ({ ...column, values: inOrder(column.values) }))),
    rows: raw.rows,
    dated: days !== undefined,
    ...(raw.notes && { notes: order?.map((row) => raw.notes?.[row] ?? "") ?? raw.notes }),
    report: {
      unused: read.flatMap(({ name, fault }) => (fault ? [{ name, fault }] : [])),
      unreadable: read.flatMap(({ name, unreadable }) => (unreadable ? [{ name, ...unreadable }] : [])),
      ...(span && { days: span }),
    },
  };
}

/** Names of daily notes. */
function noteDates({ notes = [] }: RawTable): Float64Array | undefined {
  const days = knownDates.get(notes) ?? Float64Array.from(notes.map(nameOfNote), (name) => readDate(name) ?? readDate(name.slice(0, 10)) ?? NaN);
  knownDates.set(notes, days);
  return days.length > 0 && days.filter((day) => !Number.isNaN(day)).length >= 0.8 * days.length ? days : undefined;
}

function later(days: Float64Array, row: number): number {
  const day = days[row] ?? NaN;
  return Number.isNaN(day) ? Number.MAX_VALUE : day;
}

/** Undefined where rows are not mostly one day after another. `ascending` ends with the rows that have no date. */
function daysOf(ascending: readonly number[]): { all: number; missing: number } | undefined {
  const distinct = [...new Set(ascending.filter((day) => !Number.isNaN(day)).map(Math.floor))];
  const next = distinct.filter((day, i) => day - (distinct[i - 1] ?? NaN) === 1).length;
  if (distinct.length < 2 || 2 * next < distinct.length) return undefined;
  const all = (distinct.at(-1) ?? 0) - (distinct[0] ?? 0) + 1;
  return { all, missing: all - distinct.length };
}
