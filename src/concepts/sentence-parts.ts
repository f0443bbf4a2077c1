import type { InlinePart } from "./inline";
import { sentences, type SentenceRange } from "./sentences";

export interface Sentence {
  /** Place of its first character in the text, to tell two sentences apart. */
  readonly start: number;
  readonly parts: InlinePart[];
  readonly complete: boolean;
}

/** Stands for a formula while sentences are split: a letter, so that "… 이다. $w$ is" ends at the point, and no initial. */
const formulaLetter = "ㅁ";
/** Longest sentence that a card repeats; a longer one is cut on both sides of the link. */
const longestSentence = 400;
/** Text on both sides of a link that is searched for the sentence's ends, so that a paragraph of a megabyte costs no more than others. */
const searched = 2000;

interface Piece extends SentenceRange { readonly part: InlinePart }

/** For the parts of one paragraph: the sentence around the part at a place. */
export function sentenceParts(parts: readonly InlinePart[]): (place: number) => Sentence {
  let plain = "";
  const pieces = parts.map((part): Piece => {
    const start = plain.length;
    plain += part.kind === "math" ? formulaLetter : readable(part);
    return { part, start, end: plain.length };
  });
  let all: SentenceRange[] | null = null;
  return (place) => {
    const link = pieces[place];
    if (link === undefined) return { start: 0, parts: [], complete: false };
    const range = holding(plain.length <= 4 * searched ? (all ??= sentences(plain)) : sentencesNear(plain, link), link);
    const cut = clipped(range, link);
    const ended = /[.!?。！？]["'”’)\]」』]*\s*$/.test(plain.slice(range.start, range.end));
    const isCut = { before: cut.start > range.start, after: cut.end < range.end };
    return {
      start: range.start,
      parts: withEllipses(taken(pieces, plain, cut, place), isCut),
      complete: ended && !isCut.before && !isCut.after,
    };
  };
}

/** Words without the marks that only a renderer understands: HTML tags, highlights, strikes, footnotes. */
function readable(part: InlinePart): string {
  if (part.kind === "code" || part.kind === "link") return part.text;
  return part.text.replace(/\n/g, " ").replace(/<\/?[a-z][^<>]*>/gi, " ").replace(/==|~~/g, "").replace(/\[\^[^\][\s]*\]/g, "");
}

function sentencesNear(plain: string, link: SentenceRange): SentenceRange[] {
  const from = Math.max(0, link.start - searched);
  return sentences(plain.slice(from, link.end + searched)).map(({ start, end }) => ({ start: start + from, end: end + from }));
}

function holding(ranges: readonly SentenceRange[], link: SentenceRange): SentenceRange {
  const first = ranges.find((range) => range.end > link.start);
  const last = ranges.find((range) => range.end >= link.end);
  return { start: Math.min(first?.start ?? link.start, link.start), end: Math.max(last?.end ?? link.end, link.end) };
}

function clipped(range: SentenceRange, link: SentenceRange): SentenceRange {
  if (range.end - range.start <= longestSentence) return range;
  const linkEnd = Math.min(link.end, link.start + longestSentence);
  return { start: Math.max(range.start, link.start - longestSentence / 2), end: Math.min(range.end, linkEnd + longestSentence / 2) };
}

function taken(pieces: readonly Piece[], plain: string, range: SentenceRange, place: number): InlinePart[] {
  const parts: InlinePart[] = [];
  let words = "";
  pieces.forEach(({ part, start, end }, i) => {
    if (end <= range.start || start >= range.end) return;
    const text = plain.slice(Math.max(start, range.start), Math.min(end, range.end));
    if (part.kind !== "math" && i !== place) {
      words += text;
      return;
    }
    if (words !== "") parts.push({ kind: "text", text: words });
    words = "";
    parts.push(part.kind === "math" ? part : { kind: "strong", text });
  });
  if (words !== "") parts.push({ kind: "text", text: words });
  return parts;
}

function withEllipses(parts: readonly InlinePart[], cut: { readonly before: boolean; readonly after: boolean }): InlinePart[] {
  const spaced = parts.map((part): InlinePart => (part.kind === "text" ? { kind: "text", text: part.text.replace(/\s+/g, " ") } : part));
  const [first, last] = [spaced[0], spaced.at(-1)];
  if (first?.kind === "text") spaced[0] = { kind: "text", text: first.text.trimStart() };
  if (last?.kind === "text") spaced[spaced.length - 1] = { kind: "text", text: (spaced.length === 1 ? last.text.trim() : last.text).trimEnd() };
  if (cut.before) spaced.unshift({ kind: "text", text: "…" });
  if (cut.after) spaced.push({ kind: "text", text: "…" });
  return spaced.filter((part) => part.text !== "");
}
