import type { NoteCard, NoteChoiceCard, NotePassage } from "./card";
import { readableName } from "./card";
import { parseInline, plainText } from "./inline";
import { noteBlocks } from "./note-blocks";

/** What a card shows of a note before one opens it. */
const mostPassages = 3;
/** Characters of a paragraph; the rest is read in the note. */
const longestPassage = 400;
/** Longest display formula that a card repeats, in characters of TeX. */
const longestFormula = 1000;
/** Characters of a note that are read for its opening: enough for long properties, little enough for a note of megabytes. */
const mostRead = 20_000;

export interface NoteText {
  readonly path: string;
  /** Of its file, without ".md". */
  readonly name: string;
  readonly text: string;
}

/** The beginning of the one note that another spelling of its name leads to. */
export function noteCard(linktext: string, note: NoteText, links: number): NoteCard {
  return { kind: "note", linktext, links, path: note.path, name: note.name, ...openingOf(note) };
}

/** Several notes of the same name: which one is meant only the reader knows. */
export function noteChoiceCard(linktext: string, notes: readonly NoteText[]): NoteChoiceCard {
  const choices = notes.map((note) => {
    const { title, passages } = openingOf(note);
    return { path: note.path, name: note.name, title, passages: passages.slice(0, 1) };
  });
  return { kind: "notes", linktext, title: readableName(linktext), choices };
}

function openingOf({ name, text }: NoteText): { title: string; passages: readonly NotePassage[] } {
  const blocks = noteBlocks(text.slice(0, mostRead));
  const [first] = blocks;
  const heading = first?.kind === "heading" ? plainText(parseInline(first.text)).trim() : "";
  const passages: NotePassage[] = [];
  for (const block of blocks) {
    if (passages.length === mostPassages) break;
    const passage = block.kind === "math" ? formula(block.tex) : block.kind === "text" ? words(block.text) : null;
    if (passage !== null) passages.push(passage);
  }
  return { title: heading === "" ? name : heading, passages };
}

function formula(tex: string): NotePassage | null {
  return tex === "" || tex.length > longestFormula ? null : { kind: "formula", tex };
}

/** Words and formulas alone: a link in someone's note is text here, as it is in the sentences of other cards. */
function words(text: string): NotePassage | null {
  const parts = parseInline(shortened(withoutEmbeds(text))).map((part) => (part.kind === "link" ? { kind: "text" as const, text: part.text } : part));
  return plainText(parts).trim() === "" ? null : { kind: "words", parts };
}

/** A picture has no words, and its file name says nothing. */
function withoutEmbeds(text: string): string {
  return text.replace(/!\[\[[^\][\n]*\]\]|!\[[^\][\n]*\]\([^()\n]*\)/g, "").trim();
}

function shortened(text: string): string {
  if (text.length <= longestPassage) return text;
  const cut = text.slice(0, longestPassage);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longestPassage / 2))}…`;
}
