import { withoutComments, type CommentState } from "./comments";
import { frontmatterEnd } from "./frontmatter";
import { isDelimiterRow, tableCells } from "./table-cells";

/** A piece of a note that is read on its own; `start` and `end` are its first and last line, from 0. Lines in `text` stay lines. */
export type NoteBlock = { readonly start: number; readonly end: number } & (
  | { readonly kind: "text" | "heading"; readonly text: string }
  | { readonly kind: "math"; readonly tex: string }
  | { readonly kind: "row"; readonly cells: readonly string[]; readonly header: readonly string[] }
);

/** What the lines before have left open. */
interface Open {
  readonly blocks: NoteBlock[];
  readonly comments: CommentState;
  paragraph: { readonly start: number; end: number; readonly lines: string[] } | null;
  math: { readonly start: number; readonly lines: string[] } | null;
  fence: { readonly mark: string; readonly quotes: number } | null;
  header: readonly string[] | null;
  /** How many `>` the lines stand behind. */
  quotes: number;
}

/**
 * The readable blocks of a Markdown note in order: paragraphs, list items, headings, display formulas, table rows, also inside quotes
 * and callouts. Properties, code and comments are left out. One pass over the lines.
 */
export function noteBlocks(note: string): NoteBlock[] {
  const open: Open = { blocks: [], comments: { open: null }, paragraph: null, math: null, fence: null, header: null, quotes: 0 };
  const propertiesEnd = frontmatterEnd(note);
  const firstLine = note.slice(0, propertiesEnd).split("\n").length - 1;
  note.slice(propertiesEnd).split(/\r?\n/).forEach((raw, offset) => {
    const inner = unquoted(open, raw);
    if (continueFence(open, inner) || continueMath(open, inner, firstLine + offset)) return;
    readLine(open, withoutComments(inner, open.comments), firstLine + offset);
  });
  endParagraph(open);
  return open.blocks;
}

/** The line behind its quote marks. A quote that gets deeper or shallower ends what it held. */
function unquoted(open: Open, raw: string): string {
  const marks = /^(?:\s{0,3}>\s?)*/.exec(raw)?.[0] ?? "";
  const quotes = marks.split(">").length - 1;
  if (quotes !== open.quotes) {
    endParagraph(open);
    open.header = null;
    open.quotes = quotes;
    if (open.fence !== null && quotes < open.fence.quotes) open.fence = null;
  }
  return open.fence !== null && quotes > open.fence.quotes ? raw : raw.slice(marks.length);
}

function continueFence(open: Open, line: string): boolean {
  if (open.fence === null) return false;
  const end = /^\s*(`{3,}|~{3,})\s*$/.exec(line)?.[1];
  if (end?.startsWith(open.fence.mark) === true) open.fence = null;
  return true;
}

function continueMath(open: Open, line: string, number: number): boolean {
  if (open.math === null) return false;
  const end = line.indexOf("$$");
  open.math.lines.push(end < 0 ? line : line.slice(0, end));
  if (end >= 0) {
    open.blocks.push({ kind: "math", tex: open.math.lines.join("\n").trim(), start: open.math.start, end: number });
    open.math = null;
  }
  return true;
}

function readLine(open: Open, line: string, number: number): void {
  const text = line.trim();
  if (openFence(open, text) || openMath(open, text, number) || readRow(open, text, number)) return;
  const heading = /^\s{0,3}#{1,6}\s+(.*)$/.exec(line)?.[1];
  if (heading !== undefined) {
    endParagraph(open);
    open.blocks.push({ kind: "heading", text: heading.replace(/\s#+\s*$/, "").trim(), start: number, end: number });
  } else if (text === "" || /^(?:[-*_=]\s*){3,}$/.test(text)) endParagraph(open);
  else readWords(open, text, number);
}

function openFence(open: Open, text: string): boolean {
  const fence = /^(?:[-*+]\s+|\d{1,9}[.)]\s+)?(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(text);
  if (fence === null) return false;
  endParagraph(open);
  open.fence = { mark: fence[1] ?? fence[2] ?? "", quotes: open.quotes };
  return true;
}

function openMath(open: Open, text: string, number: number): boolean {
  if (!text.startsWith("$$")) return false;
  const end = text.indexOf("$$", 2);
  if (end >= 0 && end < text.length - 2) return false;
  endParagraph(open);
  if (end < 0) open.math = { start: number, lines: [text.slice(2)] };
  else open.blocks.push({ kind: "math", tex: text.slice(2, end).trim(), start: number, end: number });
  return true;
}

function readRow(open: Open, text: string, number: number): boolean {
  if (open.header !== null && text.includes("|")) {
    open.blocks.push({ kind: "row", cells: tableCells(text), header: open.header, start: number, end: number });
    return true;
  }
  open.header = null;
  const names = isDelimiterRow(text) ? open.paragraph?.lines.pop() : undefined;
  if (names === undefined) return false;
  if (open.paragraph !== null) open.paragraph.end -= 1;
  endParagraph(open);
  open.header = tableCells(names);
  open.blocks.push({ kind: "row", cells: open.header, header: [], start: number - 1, end: number - 1 });
  return true;
}

/** A list item or the title of a callout begins a paragraph of its own; its mark, a task's box and a block id are no words. */
function readWords(open: Open, text: string, number: number): void {
  const item = /^(?:[-*+]|\d{1,9}[.)])\s+(?:\[.\]\s+)?(.*)$/.exec(text)?.[1];
  const callout = open.quotes > 0 ? /^\[![^\][]*\][+-]?\s*(.*)$/.exec(text)?.[1] : undefined;
  if (item !== undefined || callout !== undefined) endParagraph(open);
  const words = (item ?? callout ?? text).replace(/^\[\^[^\][\s]+\]:\s*/, "").replace(/\s\^[a-z\d-]+$/i, "");
  if (open.paragraph === null) open.paragraph = { start: number, end: number, lines: [words] };
  else {
    open.paragraph.lines.push(words);
    open.paragraph.end = number;
  }
  if (callout !== undefined) endParagraph(open);
}

function endParagraph(open: Open): void {
  const { paragraph } = open;
  open.paragraph = null;
  if (paragraph === null || paragraph.lines.length === 0) return;
  open.blocks.push({ kind: "text", text: paragraph.lines.join("\n"), start: paragraph.start, end: paragraph.end });
}
