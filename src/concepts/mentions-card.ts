import { readableName, type CardMention, type MentionsCard } from "./card";
import { isDateName } from "./date-name";
import { foldName } from "./fold";
import { plainText } from "./inline";
import { findMentions, type Mention } from "./mentions";
import { rankMentions } from "./rank-mentions";

export { isDateName } from "./date-name";

export interface MentioningNote {
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

export interface Mentioned {
  readonly linktext: string;
  /** The notes that link to the name, in the order in which equals are shown. */
  readonly notes: readonly MentioningNote[];
  readonly wantedBy: number;
  readonly linkedWith: readonly string[];
  /** Where the reader is: what stands on the screen already says nothing new. */
  readonly reading?: Reading;
}

export interface Reading {
  readonly path: string;
  /** A line of the paragraph being read, from 0, where known. */
  readonly line?: number | undefined;
  /** The words of that paragraph as rendered, where the line is not known. */
  readonly text?: string | undefined;
}

/** What fits on a card without scrolling on a small laptop. */
const mostMentions = 4;
/** Read in one note at most, so that an index note of a thousand links costs no more than others. */
const mostInOneNote = 20;

/** The vault's own words for a name; null for dates, and where nothing is said outside the paragraph being read. */
export function mentionsCard({ linktext, notes, wantedBy, linkedWith, reading }: Mentioned): MentionsCard | null {
  const name = foldName(linktext);
  if (name === "" || isDateName(linktext)) return null;
  const isLink = remembered((target) => foldName(target) === name);
  const found = notes.flatMap((note) =>
    findMentions(note.text, isLink, { maxMentions: mostInOneNote })
      .filter((mention) => reading?.path !== note.path || !isBeingRead(mention, reading))
      .map((mention) => ({ ...mention, note })),
  );
  if (found.length === 0) return null;
  const mentions = rankMentions(found, mostMentions).map(({ note, heading, line, parts, formulas }): CardMention => ({
    path: note.path,
    noteTitle: note.title,
    ...(heading === undefined ? {} : { heading }),
    line,
    parts,
    formulas,
  }));
  return { kind: "mentions", linktext, title: readableName(linktext), mentions, wantedBy, linkedWith };
}

function isBeingRead({ block, parts }: Mention, { line, text }: Reading): boolean {
  if (line !== undefined) return block.start <= line && line <= block.end;
  if (text === undefined) return false;
  const words = parts.flatMap((part) => (part.kind === "math" ? [] : [lettersOf(plainText([part]))]));
  return lettersOf(text).includes(words.reduce((longest, word) => (word.length > longest.length ? word : longest), ""));
}

/** Rendering changes spaces, marks and formulas; letters and digits stay. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}

function remembered(test: (text: string) => boolean): (text: string) => boolean {
  const answers = new Map<string, boolean>();
  return (text) => {
    const answer = answers.get(text) ?? test(text);
    answers.set(text, answer);
    return answer;
  };
}
