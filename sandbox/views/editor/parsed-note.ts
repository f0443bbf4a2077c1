import { type EditorState, StateField } from "@codemirror/state";
import { type Block, fencedRanges, scanBlocks } from "../../host/metadata/blocks";
import { type LinkToken, type Range, scanInline } from "../../host/metadata/inline";
import { Positions } from "../../host/metadata/positions";

export interface NoteBlock extends Block {
  from: number;
  to: number;
  /** Of a fence: its language and its body. */
  fence?: { language: string; source: string };
}

export interface ParsedNote {
  readonly blocks: readonly NoteBlock[];
  /** Those in wikilink brackets and those in Markdown's; none in code, formulas or comments. */
  readonly links: readonly LinkToken[];
}

const opening = /^ {0,3}(`{3,}|~{3,})[ \t]*([^\s`]*)/;

function fenceOf(note: Positions, block: Block): NoteBlock["fence"] {
  const found = opening.exec(note.line(block.firstLine));
  if (block.type !== "code" || !found) return undefined;
  const [, mark = "```", language = ""] = found;
  const last = note.line(block.lastLine).trim();
  const closed = block.lastLine > block.firstLine && last.length >= mark.length && last === mark.charAt(0).repeat(last.length);
  const lines: string[] = [];
  for (let line = block.firstLine + 1; line <= block.lastLine - (closed ? 1 : 0); line++) lines.push(note.line(line));
  return { language, source: lines.join("\n") };
}

function merge(ranges: Range[]): Range[] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

export function parseForEditor(text: string): ParsedNote {
  const note = new Positions(text);
  const blocks = scanBlocks(note).map((block): NoteBlock => {
    const fence = fenceOf(note, block);
    return { ...block, from: note.lineStart(block.firstLine), to: note.lineEnd(block.lastLine), ...(fence ? { fence } : {}) };
  });
  const bodyLine = blocks[0]?.type === "yaml" ? blocks[0].lastLine + 1 : 0;
  const linkless = blocks.filter(({ type }) => type === "yaml" || type === "code" || type === "html").map(({ from, to }): Range => [from, to]);
  const tokens = scanInline(text, merge([...linkless, ...fencedRanges(note, bodyLine)]));
  return { blocks, links: tokens.filter((token): token is LinkToken => token.kind === "link" || token.kind === "embed") };
}

/** The text that an editor shows, taken apart anew with each change. */
export const parsedNote = StateField.define<ParsedNote>({
  create: (state) => parseForEditor(state.doc.toString()),
  update: (parsed, tr) => (tr.docChanged ? parseForEditor(tr.newDoc.toString()) : parsed),
});

export function linkTokenAt(state: EditorState, position: number): LinkToken | null {
  return state.field(parsedNote).links.find(({ from, to }) => from <= position && position <= to) ?? null;
}
