import { type Comma, commaOf, isMissing, readDate, readQuantity, readYesNo } from "./cell";
import type { Cell, RawColumn } from "./raw-table";
import type { Column } from "./table";
import type { ColumnFault, UnreadableCells } from "./table-report";

/** What came of one written column. */
export interface ReadColumn {
  readonly columns: readonly Column[];
  readonly fault?: ColumnFault;
  readonly unreadable?: UnreadableCells;
  /** Days, where it is a column of dates; NaN where there is none. */
  readonly dates?: Float64Array;
  /** Of columns of text: how one more cell is read by each of `columns`; where all cells seen are the same number, by the one that other cells would make. */
  readonly readers?: readonly CellReader[];
}

/** The number that a cell's text says; NaN where it says none. */
export type CellReader = (text: string) => number;

/** A column counts as numbers or dates where this share of its filled cells are. */
const mostly = 0.8;
/** Values of text that become columns; beyond, each has too few rows to say anything. */
const mostLevels = 12;
const fewestRowsForLevels = 2;

/** What the cells of a column mean, decided from all of them together. */
export function readColumn({ name, cells }: RawColumn): ReadColumn {
  const filled = cells.flatMap((cell, row) => (isEmpty(cell) ? [] : [{ cell, row }]));
  if (filled.length === 0) return { columns: [], fault: { code: "empty" } };
  if (filled.some(({ cell }) => typeof cell === "object")) return readLists(name, cells);
  // Properties have types of their own: nothing has to be read out of text.
  if (filled.every(({ cell }) => typeof cell === "number")) return numbersRead(name, spread(cells.length, filled, filled.map(({ cell }) => cell as number)));
  if (filled.every(({ cell }) => typeof cell === "boolean")) return single(name, spread(cells.length, filled, filled.map(({ cell }) => Number(cell))), { indicator: true });
  const texts = filled.map(({ cell }) => String(cell));
  const dates = texts.map(readDate);
  if (share(dates) >= mostly) return { columns: [], fault: { code: "date" }, dates: spread(cells.length, filled, dates) };
  const truths = texts.map((text, i) => (typeof filled[i]?.cell === "number" ? undefined : readYesNo(text)));
  if (share(truths) === 1) return { ...single(name, spread(cells.length, filled, truths.map(Number)), { indicator: true }), readers: [(text) => Number(readYesNo(text) ?? NaN)] };
  return readNumbers(name, cells.length, filled, texts) ?? readLevels(name, cells.length, filled, texts);
}

interface Filled {
  readonly cell: Cell;
  readonly row: number;
}

function readNumbers(name: string, rows: number, filled: readonly Filled[], texts: readonly string[]): ReadColumn | undefined {
  const comma = commaOf(texts);
  const quantities = filled.map(({ cell }, i) => (typeof cell === "number" ? { value: cell, unit: "" } : readQuantity(texts[i] ?? "", comma)));
  if (share(quantities) < mostly) return undefined;
  const units = [...new Set(quantities.flatMap((quantity) => (quantity === undefined || quantity.unit === "" ? [] : [quantity.unit])))];
  if (units.length > 1) return { columns: [], fault: { code: "units", units } };
  const values = spread(rows, filled, quantities.map((quantity) => quantity?.value));
  const first = quantities.findIndex((quantity) => quantity === undefined);
  const [row, text] = [filled[first]?.row, texts[first]];
  const unreadable = row === undefined || text === undefined ? undefined : { count: quantities.filter((quantity) => quantity === undefined).length, row, text };
  const [unit = ""] = units;
  return { ...numbersRead(name, values), ...(unreadable && { unreadable }), readers: [numberReader(comma, unit)] };
}

/** Cells in another unit than those that were seen say nothing. */
function numberReader(comma: Comma, unit: string): CellReader {
  // Most cells, and read as fast as can be.
  const plain = comma === "decimal" ? /^-?\d+$/ : /^-?\d+(?:\.\d+)?$/;
  return (text) => {
    if (plain.test(text)) return Number(text);
    const quantity = readQuantity(text, comma);
    return quantity === undefined || (quantity.unit !== "" && quantity.unit !== unit) ? NaN : quantity.value;
  };
}

function numbersRead(name: string, values: Float64Array): ReadColumn {
  const read = single(name, values);
  const aside = read.fault ? undefined : asideOf(name, values);
  return aside === undefined ? read : { columns: read.columns.map((column) => ({ ...column, aside })), fault: { code: aside } };
}

/** Numbers that name a row or a time and measure nothing. */
function asideOf(name: string, values: Float64Array): "id" | "year" | undefined {
  const known = values.filter((value) => !Number.isNaN(value));
  if (!known.every(Number.isInteger)) return undefined;
  if (/^(?:years?|연도|년도|년)$/i.test(name) && known.every((value) => value >= 1000 && value < 3000)) return "year";
  const distinct = new Set(known).size === known.length;
  return distinct && /^(?:id|.*[_\s-]id|no\.?|nr\.?|#|index|row|번호|순번|아이디)$/i.test(name.trim()) ? "id" : undefined;
}

/** Two values are one column, of the second; more are one column each: a penalty does not mind that they add up to one. */
function readLevels(name: string, rows: number, filled: readonly Filled[], texts: readonly string[]): ReadColumn {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const levels = [...counts.keys()].sort((a, b) => a.localeCompare(b));
  if (levels.length === 1) return { columns: [], fault: { code: "constant" } };
  if (levels.length > mostLevels || filled.length < fewestRowsForLevels * levels.length) return { columns: [], fault: { code: "text", values: levels.length } };
  const wanted = levels.length === 2 ? levels.slice(1) : levels;
  const known = new Set(levels);
  return {
    columns: wanted.map((level) => indicator(name, level, spread(rows, filled, texts.map((text) => Number(text === level))))),
    readers: wanted.map((level) => (text) => (known.has(text) ? Number(text === level) : NaN)),
  };
}

/** One column for each of the commonest members. A list that is there without a member says no. */
function readLists(name: string, cells: readonly Cell[]): ReadColumn {
  const lists = cells.map((cell) => (isEmpty(cell) ? undefined : (Array.isArray(cell) ? (cell as readonly unknown[]) : [cell]).map((member) => String(member).trim())));
  const counts = new Map<string, number>();
  for (const list of lists) for (const member of new Set(list)) if (member !== "") counts.set(member, (counts.get(member) ?? 0) + 1);
  const known = lists.filter((list) => list !== undefined).length;
  const telling = [...counts].filter(([, count]) => count > 1 && count < known).sort((a, b) => b[1] - a[1]);
  if (telling.length === 0) return { columns: [], fault: counts.size <= 1 ? { code: "constant" } : { code: "text", values: counts.size } };
  const members = telling.slice(0, mostLevels).map(([member]) => member);
  return { columns: members.map((member) => indicator(name, member, Float64Array.from(lists, (list) => (list === undefined ? NaN : Number(list.includes(member)))))) };
}

function single(name: string, values: Float64Array, more: Partial<Column> = {}): ReadColumn {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.every((value) => value === known[0])) return { columns: [], fault: { code: "constant" } };
  return { columns: [{ name, values, ...more }] };
}

function indicator(name: string, level: string, values: Float64Array): Column {
  return { name: `${name} = ${level}`, values, indicator: true, group: name };
}

function isEmpty(cell: Cell): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && isMissing(cell)) || (typeof cell === "number" && !Number.isFinite(cell));
}

function share(read: readonly unknown[]): number {
  return read.filter((value) => value !== undefined).length / read.length;
}

function spread(rows: number, filled: readonly Filled[], values: readonly (number | undefined)[]): Float64Array {
  const all = new Float64Array(rows).fill(NaN);
  filled.forEach(({ row }, i) => (all[row] = values[i] ?? NaN));
  return all;
}
