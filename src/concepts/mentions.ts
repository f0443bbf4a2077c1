import { parseInline, plainText, type InlinePart } from "./inline";
import { noteBlocks, type NoteBlock } from "./note-blocks";
import { sentenceParts } from "./sentence-parts";

/** One link to a name, with the words around it. Lines count from 0. */
export interface Mention {
  /** What the link points to, as written before the pipe. */
  readonly target: string;
  readonly line: number;
  /** First and last line of the paragraph, list item or table row that it stands in. */
  readonly block: { readonly start: number; readonly end: number };
  /** The heading above it, in words. */
  readonly heading?: string;
  /** The sentence: text, formulas, and the link's own words as `strong`. */
  readonly parts: readonly InlinePart[];
  /** TeX of the display formulas directly before and after the paragraph. */
  readonly formulas: readonly string[];
  /** Whether the sentence has its end and all its words. */
  readonly complete: boolean;
}

/** Longest display formula that a card repeats, in characters of TeX. */
const longestFormula = 1000;

/**
 * The mentions of a name in one note: wikilinks, embeds and Markdown links whose target satisfies `isLink`. Code, comments, formulas
 * and properties are not searched. Linear in the length of the note; at most `maxMentions`.
 */
export function findMentions(
  text: string,
  isLink: (linktext: string) => boolean,
  { maxMentions = 50 }: { readonly maxMentions?: number } = {},
): Mention[] {
  const found: Mention[] = [];
  if (!text.includes("[[") && !text.includes("](")) return found;
  const blocks = noteBlocks(text);
  let heading: string | undefined;
  for (const [i, block] of blocks.entries()) {
    if (found.length >= maxMentions) break;
    const outer = heading;
    if (block.kind === "heading") heading = plainText(parseInline(block.text));
    const formulas = block.kind === "text" ? formulasBeside(blocks, i) : [];
    for (const { source, prefix } of texts(block)) {
      for (const mention of mentionsIn(source, prefix, isLink, maxMentions - found.length)) {
        const under = block.kind === "heading" ? outer : heading;
        found.push({
          ...mention,
          line: block.start + mention.line,
          block: { start: block.start, end: block.end },
          ...(under === undefined ? {} : { heading: under }),
          formulas,
        });
      }
    }
  }
  return found;
}

/** The texts of a block in which a sentence may stand; a table cell is read with the names of its row and column before it. */
function texts(block: NoteBlock): readonly { readonly source: string; readonly prefix: string }[] {
  if (block.kind === "math") return [];
  if (block.kind !== "row") return [{ source: block.text, prefix: "" }];
  const named = (cell: string | undefined) => (cell === undefined ? "" : plainText(parseInline(cell)).trim());
  const rowName = named(block.cells[0]);
  return block.cells.map((source, column) => {
    const names = column === 0 ? [] : [rowName, named(block.header[column])].filter((name) => name !== "");
    return { source, prefix: block.header.length === 0 || names.length === 0 ? "" : `${names.join(" · ")}: ` };
  });
}

function mentionsIn(source: string, prefix: string, isLink: (linktext: string) => boolean, most: number) {
  const mentions: (Pick<Mention, "target" | "line" | "parts" | "complete">)[] = [];
  if (!source.includes("[[") && !source.includes("](")) return mentions;
  const parts = parseInline(source);
  const places = parts.flatMap((part, place) => (part.kind === "link" && isLink(part.target) ? [place] : []));
  const sentenceOf = sentenceParts(parts);
  const seen = new Set<number>();
  // A sentence may repeat the link: twice as many links as sentences wanted are looked at, so that a wall of links stays cheap.
  for (const place of places.slice(0, 2 * most)) {
    const [part, sentence] = [parts[place], sentenceOf(place)];
    if (part?.kind !== "link" || seen.has(sentence.start)) continue;
    seen.add(sentence.start);
    const words: InlinePart[] = prefix === "" ? sentence.parts : [{ kind: "text", text: prefix }, ...sentence.parts];
    mentions.push({ target: part.target, line: newlinesBefore(parts, place), parts: words, complete: sentence.complete });
  }
  return mentions.slice(0, most);
}

function newlinesBefore(parts: readonly InlinePart[], place: number): number {
  return plainText(parts.slice(0, place)).split("\n").length - 1;
}

function formulasBeside(blocks: readonly NoteBlock[], i: number): string[] {
  return [blocks[i - 1], blocks[i + 1]].flatMap((block) =>
    block?.kind === "math" && block.tex !== "" && block.tex.length <= longestFormula ? [block.tex] : [],
  );
}
