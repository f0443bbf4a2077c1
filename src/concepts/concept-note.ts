import type { ChoiceCard, LibraryCard, MentionsCard, WritableCard } from "./card";
import type { InlinePart } from "./inline";
import type { Language } from "./language";

export { fileNameFor } from "./file-name";

/** Headings of a new note's sections, in the reader's language. */
export interface NoteHeadings {
  readonly keyPoints: string;
  readonly contrasts: string;
  readonly related: string;
  readonly source: string;
  readonly mentions: string;
}

export interface NewNote {
  readonly language: Language;
  /** Base name of the file, without ".md". */
  readonly fileName: string;
  readonly labels: NoteHeadings;
}

/**
 * The text of a new note that says what a card says: properties, title, definition, formula, sections. It ends in a `concept-card`
 * block with the link's text, so that a preview of the note still shows the card.
 */
export function noteFromCard(card: WritableCard, { fileName, labels }: NewNote): string {
  const body = card.kind === "concept" ? concept(card, labels) : card.kind === "ambiguous" ? choices(card) : mentions(card, labels);
  return `${properties(card, fileName)}\n\n# ${card.title}\n\n${[...body, liveCard(card.linktext)].join("\n\n")}\n`;
}

function properties(card: WritableCard, fileName: string): string {
  const id = card.kind === "concept" ? card.id : fileName.toLowerCase().replace(/[\s_]+/g, "-");
  const other = card.kind === "concept" && card.otherTitle !== undefined ? [card.otherTitle] : [];
  const aliases = [...new Set([card.title, ...other])].filter((name) => name !== fileName);
  const tags = card.kind === "concept" ? card.tags : [];
  return ["---", `id: ${yamlText(id)}`, yamlList("aliases", aliases), yamlList("tags", tags), "---"].join("\n");
}

function concept(card: LibraryCard, labels: NoteHeadings): string[] {
  const related = card.related.map(({ target, title }) => wikilink(target, title)).join(" · ");
  return [
    markdown(card.definition),
    ...(card.formula === undefined ? [] : [`$$\n${card.formula}\n$$`]),
    ...section(labels.keyPoints, bullets(card.points)),
    ...section(labels.contrasts, bullets(card.contrasts)),
    ...section(labels.related, related),
    ...section(labels.source, card.source ?? ""),
  ];
}

function choices(card: ChoiceCard): string[] {
  return [card.choices.map(({ id, title, definition }) => `- ${wikilink(id, title)}: ${markdown(definition)}`).join("\n")];
}

function mentions(card: MentionsCard, labels: NoteHeadings): string[] {
  const quoted = card.mentions.map(({ path, noteTitle, parts, formulas }) => {
    const sentence = `> - ${markdown(parts)} (${wikilink(path.replace(/\.md$/i, ""), noteTitle)})`;
    return [sentence, ...formulas.map((tex) => `>   $$${tex.replace(/\s*\n\s*/g, " ")}$$`)].join("\n");
  });
  const related = card.linkedWith.map((name) => wikilink(name, name)).join(" · ");
  return [...section(labels.mentions, quoted.join("\n")), ...section(labels.related, related)];
}

function section(heading: string, text: string): string[] {
  return text === "" ? [] : [`## ${heading}\n\n${text}`];
}

function bullets(items: readonly (readonly InlinePart[])[]): string {
  return items.map((item) => `- ${markdown(item)}`).join("\n");
}

function markdown(parts: readonly InlinePart[]): string {
  return parts.map(markdownOf).join("");
}

function markdownOf(part: InlinePart): string {
  switch (part.kind) {
    case "strong":
      return `**${part.text}**`;
    case "emphasis":
      return `*${part.text}*`;
    case "code":
      return `\`${part.text}\``;
    case "math":
      return `$${part.text}$`;
    case "link":
      return wikilink(part.target, part.text);
    case "text":
      return part.text;
  }
}

/** Display text may hold neither the bars nor the brackets that end a link. */
function wikilink(target: string, title: string): string {
  const words = title.replace(/[\s[\]|]+/g, " ").trim();
  return words === "" || words === target ? `[[${target}]]` : `[[${target}|${words}]]`;
}

/** The fence is longer than any run of backticks in the link. */
function liveCard(linktext: string): string {
  const longest = Math.max(0, ...(linktext.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}concept-card\n${linktext}\n${fence}`;
}

function yamlList(key: string, items: readonly string[]): string {
  return items.length === 0 ? `${key}: []` : [`${key}:`, ...items.map((item) => `  - ${yamlText(item)}`)].join("\n");
}

/** Quoted unless YAML reads the words as they stand: letters, digits, spaces, hyphens; not numbers, dates or true and false. */
function yamlText(text: string): string {
  const plain = /^\p{L}[\p{L}\p{N} _()/-]*$/u.test(text) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}
