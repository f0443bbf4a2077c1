import { listOf, splitFrontmatter } from "./frontmatter";
import { parseInline, type InlinePart } from "./inline";
import type { Language } from "./language";

/** One note of the library, read. */
export interface ConceptNote {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  readonly definition: readonly InlinePart[];
  /** TeX of the display formula, without its dollars. */
  readonly formula?: string;
  /** The text of a `regularization` block that shows the concept at work. */
  readonly figure?: string;
  readonly points: readonly (readonly InlinePart[])[];
  readonly contrasts: readonly (readonly InlinePart[])[];
  /** Ids of other notes, which are called by their titles. */
  readonly related: readonly string[];
  readonly source?: string;
}

/** The names of a note, read without its body. */
export type NoteNames = Pick<ConceptNote, "id" | "language" | "title" | "aliases">;

const headings = {
  en: { points: "Key points", contrasts: "Not to be confused with", related: "Related", source: "Source" },
  ko: { points: "핵심", contrasts: "헷갈리기 쉬운 것", related: "관련 개념", source: "출처" },
} as const;

const figureFence = /^```regularization\n([^]*?)\n```\n/m;

/** Reads what a resolver needs: id, title and aliases. `key` is "language/id". Throws an Error that names the note. */
export function readNames(key: string, text: string): NoteNames {
  const { language, file } = place(key);
  const { properties, body } = splitFrontmatter(text);
  const title = /^# +(.+)$/m.exec(body)?.[1]?.trim();
  if (properties["id"] !== undefined && properties["id"] !== file) throw broken(key, `its id is not "${file}"`);
  if (title === undefined) throw broken(key, "the title (# …) is missing");
  return { id: file, language, title, aliases: listOf(properties["aliases"]) };
}

/**
 * Reads a library note. `key` is "language/id"; what does not depend on the language (tags, formula, figure, related notes, source) is taken from
 * `original` where the note has none. Throws an Error that names the note and the part that is missing.
 */
export function parseNote(key: string, text: string, original?: ConceptNote): ConceptNote {
  const names = readNames(key, text);
  const { properties, body } = splitFrontmatter(text);
  const figure = figureFence.exec(body)?.[1] ?? original?.figure;
  const [head = "", ...sections] = body.replace(figureFence, "").split(/^## +/m);
  const afterTitle = head.slice(head.search(/^# /m)).replace(/^.*\n?/, "");
  const [beforeFormula = "", formula] = afterTitle.split("$$");
  const definition = beforeFormula.trim();
  if (definition === "") throw broken(key, "the definition below the title is missing");
  if (formula !== undefined && formula.trim() === "") throw broken(key, "its formula is empty");

  const words = headings[names.language];
  const section = (heading: string) => sections.find((text) => text.split("\n", 1)[0]?.trim() === heading)?.replace(/^.*\n?/, "").trim();
  const needed = (heading: string) => {
    const text = section(heading);
    if (text === undefined || text === "") throw broken(key, `the section "${heading}" is missing or empty`);
    return text;
  };
  const points = bullets(needed(words.points));
  if (points.length === 0) throw broken(key, `the section "${words.points}" has no bullets`);
  const related = targets(section(words.related) ?? "");
  const source = oneLine(section(words.source) ?? "") || original?.source;
  const tags = listOf(properties["tags"]);
  const ownFormula = formula?.trim() ?? original?.formula;
  return {
    ...names,
    tags: tags.length === 0 ? (original?.tags ?? []) : tags,
    definition: parseInline(oneLine(definition)),
    ...(ownFormula === undefined ? {} : { formula: ownFormula }),
    ...(figure === undefined ? {} : { figure }),
    points,
    contrasts: bullets(section(words.contrasts) ?? ""),
    related: related.length === 0 ? (original?.related ?? []) : related,
    ...(source === undefined ? {} : { source }),
  };
}

function place(key: string): { language: Language; file: string } {
  const [language, file] = key.split("/");
  if ((language !== "en" && language !== "ko") || file === undefined) throw broken(key, "its place is not en/… or ko/…");
  return { language, file };
}

/** Each bullet with the lines that continue it. */
function bullets(section: string): InlinePart[][] {
  const [, ...items] = `\n${section}`.split(/\n[-*] +/);
  return items.map((item) => parseInline(oneLine(item)));
}

function targets(section: string): string[] {
  return parseInline(section).flatMap((part) => (part.kind === "link" ? [part.target] : []));
}

function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, " ");
}

function broken(key: string, why: string): Error {
  return new Error(`Library note ${key}: ${why}.`);
}
