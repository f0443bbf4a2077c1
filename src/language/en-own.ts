import { code, codes, grouped } from "./code-names";

const rowsOf = (count: number) => (count === 1 ? "1 row" : `${grouped(count)} rows`);
const orMeant = (otherwise: string, meant: string | undefined) => (meant === undefined ? otherwise : `Did you mean ${code(meant)}?`);

/** Why data of the reader's own cannot be read. */
export const ownProblems = {
  "file-kind": (p: { value: string }) => `${code(p.value)} is a kind of file that cannot be read as a table. Save it as CSV, or put the table into a note.`,
  "notes-only": (p: { keys: readonly string[] }) => `${codes(p.keys)} only ${p.keys.length === 1 ? "matters" : "matter"} with ${code("data: notes")}.`,
  "no-file": (p: { link: string; meant?: string }) => `There is no file ${code(p.link)} in this vault. ${orMeant("Check the name, or create the file.", p.meant)}`,
  "no-heading": (p: { note: string; heading: string; headings: readonly string[]; meant?: string }) =>
    `${code(p.note)} has no heading ${code(p.heading)}. ${orMeant(p.headings.length === 0 ? "It has no headings." : `Its headings are ${codes(p.headings)}.`, p.meant)}`,
  "no-table": (p: { note: string; heading?: string }) =>
    `${code(p.note)} has no table${p.heading === undefined ? "" : ` under ${code(p.heading)}`}. Expected a Markdown table with a line of dashes below its header.`,
  "no-notes": (p: { folder?: string; tag?: string }) => {
    if (p.folder === undefined && p.tag === undefined) return `${code("data: notes")} needs to know which: add a line ${code("folder: Daily")} or ${code("tag: habit")}.`;
    const where = [p.folder === undefined ? "" : ` in the folder ${code(p.folder)}`, p.tag === undefined ? "" : ` with the tag ${code(p.tag)}`].join("");
    return `There are no notes${where}.`;
  },
  "base-empty": (p: { base: string }) => `The base ${code(p.base)} shows no notes.`,
  indexing: (p: { ready: number; notes: number }) => `The app is still reading the notes: ${p.ready} of ${p.notes}.`,
  "no-properties": (p: { notes: number }) => `${p.notes === 1 ? "The one note has" : `None of the ${p.notes} notes has`} no properties to read. Expected numbers at the top of the notes, such as ${code("sleep: 7.5")}.`,
  "too-large": (p: { name: string; size: number; most: number }) => `${code(p.name)} has ${p.size} MB; at most ${p.most} MB can be read. Keep fewer rows or columns.`,
  "csv-encoding": (p: { name: string }) => `${code(p.name)} is not saved as UTF-8, so its letters cannot be read. Save it again as “CSV UTF-8”.`,
  "csv-empty": (p: { name: string }) => `${code(p.name)} is empty. Expected a line of column names and a line for each row.`,
  "csv-no-rows": (p: { name: string }) => `${code(p.name)} has column names but no rows.`,
  "csv-quote": (p: { name: string; row: number; column: string }) => `${code(p.name)}: the quotation mark opened in row ${p.row}, column ${code(p.column)}, is never closed.`,
  "csv-ragged": (p: { name: string; row: number; cells: number; columns: number }) =>
    `${code(p.name)}: row ${p.row} has ${p.cells} cells, the header ${p.columns}. Put cells that hold a separator in quotation marks.`,
  "reading-stopped": (p: { name: string }) => `Reading ${code(p.name)} was stopped.`,
  "no-numbers": (p: { data: string }) => `${code(p.data)} has no column of numbers to predict.`,
  unread: (p: { name: string; reason: string }) => `${code(p.name)} could not be read: ${p.reason}`,
};

export const ownKeys = {
  folder: "the folder of the notes to read",
  tag: "the tag of the notes to read",
  missing: "rows without a value: drop, mean or zero",
  predict: "whether to guess before the views are shown",
  test: "share of rows held out and never fitted",
  lag: "by how many rows the features come before",
};

/** What is worth saying of data of the reader's own, under the block. */
export const own = {
  loading: "Reading the data…",
  reading: (percent: number) => `Reading the data: ${percent} %`,
  stop: "Stop",
  again: "Read the file",
  summed: "The file is too large to keep its rows: what is fitted comes from sums over all of them, and views of single rows have nothing to draw.",
  leftOut: (p: { left: number; rows: number; gaps: readonly { name: string; rows: number }[]; fillable: boolean }) =>
    `${grouped(p.left)} of ${rowsOf(p.rows)} ${p.left === 1 ? "is" : "are"} left out, because a value is missing: ${p.gaps.map(({ name, rows }) => `${code(name)} in ${grouped(rows)}`).join(", ")}.${p.fillable ? ` ${code("missing: mean")} would keep rows that only lack a feature; ${code("missing: zero")} reads a gap as 0 or “no”.` : ""}`,
  filled: (p: { cells: number; rule: "mean" | "zero" }) => `${p.cells === 1 ? "One missing value was" : `${p.cells} missing values were`} filled with ${p.rule === "mean" ? "the mean of the column" : "0"}.`,
  unused: (names: readonly string[]) => `Not used: ${names.join(", ")}.`,
  reasons: {
    empty: () => "empty",
    constant: () => "the same in every row",
    date: () => "dates: they put the rows in order",
    id: () => "numbers that only name a row",
    year: () => "years",
    text: (p: { values: number }) => `text with ${p.values} different values`,
    units: (p: { units: readonly string[] }) => `different units: ${p.units.join(", ")}`,
  },
  unreadable: (p: { name: string; count: number; row: number; text: string }) =>
    `${code(p.name)}: ${p.count === 1 ? "one cell is" : `${p.count} cells are`} not a number, the first in row ${p.row} (${code(p.text)}).`,
  lagged: (rows: number) => `Every column is taken from ${rows === 1 ? "the row" : `${rows} rows`} before, the target from the row itself.`,
  dated: "The rows are in the order of their dates; cross-validation leaves out stretches of neighbouring rows, so that it does not peek at the day before.",
  missingDays: (p: { all: number; missing: number }) => `Of the ${p.all} days from the first to the last, ${p.missing} ${p.missing === 1 ? "has" : "have"} no row; ${code("lag")} counts rows, not days.`,
  leaked: (p: { names: readonly string[]; target: string }) =>
    `${codes(p.names)} ${p.names.length === 1 ? "says" : "say"} nearly the same as ${code(p.target)} (correlation beyond ±0.99). If that is another form of it, or computed from it, leave it out: the other columns then have something to say.`,
  leakedTogether: (p: { target: string }) => `These columns together give ${code(p.target)} almost exactly. Is it computed from them?`,
  twins: (p: { names: readonly string[]; more: number }) =>
    `${codes(p.names)} say nearly the same (correlation beyond ±0.999)${p.more === 0 ? "" : `, and so ${p.more === 1 ? "does one more pair" : `do ${p.more} more pairs`}`}. Read their weights as one: L1 tends to keep one of the two, and little decides which; L2 shares the weight between them; without a penalty they can grow without measure against each other.`,
  trend: (p: { target: string; correlation: string; names: readonly string[] }) =>
    `${code(p.target)} changes with time (correlation ${p.correlation}).${p.names.length === 0 ? "" : ` So ${p.names.length === 1 ? "does" : "do"} ${codes(p.names)}, and may go with it for no other reason.`}`,
  fewRows: (p: { rows: number; columns: number }) => `${rowsOf(p.rows)} for ${p.columns} columns: with fewer than ten rows for each column, what is found here may be chance.`,
  association: (p: { target: string }) => `A kept column goes with ${code(p.target)}; that does not make it the cause.`,
};
