import { parseInline, plainText } from "./inline";
import { noteBlocks } from "./note-blocks";

export interface NoteTable {
  /** The lines of the header and of the last row, from 0. */
  readonly start: number;
  readonly end: number;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The first table of a note whose header stands on one of these lines (from 0), its cells in the words a reader sees; null where there is none. */
export function firstTable(note: string, { from = 0, to = Infinity }: { from?: number; to?: number } = {}): NoteTable | null {
  let found: { start: number; end: number; header: readonly string[]; rows: (readonly string[])[] } | null = null;
  for (const block of noteBlocks(note)) {
    const isHeader = block.kind === "row" && block.header.length === 0;
    if (found !== null) {
      if (block.kind !== "row" || isHeader) break;
      found.rows.push(block.cells.map(readable));
      found.end = block.end;
    } else if (isHeader && block.start >= from && block.start <= to) found = { start: block.start, end: block.end, header: block.cells.map(readable), rows: [] };
  }
  return found;
}

function readable(cell: string): string {
  return plainText(parseInline(cell.replace(/<br\s*\/?>/gi, " "))).trim();
}
