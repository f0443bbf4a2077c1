import type { MentionsCard, WritableCard } from "./card";
import type { InlinePart } from "./inline";
import { fillTemplate } from "./note-template";

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
  /** Base name of the file, without ".md". */
  readonly fileName: string;
  readonly labels: NoteHeadings;
  /** Absent: the form of `ownTemplate`. */
  readonly template?: string;
  /** The moment of writing, in a format of moment.js. */
  readonly now: (format: string) => string;
}

/** The form that a note has where the user has no template: it ends in a `concept-card` block, so that a preview of it still shows the card. */
export const ownTemplate = (labels: NoteHeadings): string => `---
id: {{id}}
aliases: {{aliases}}
tags: {{tags}}
---

# {{title}}

{{definition}}

{{formula}}

## ${labels.mentions}

{{mentions}}

## ${labels.keyPoints}

{{points}}

## ${labels.contrasts}

{{contrasts}}

## ${labels.related}

{{related}}

## ${labels.source}

{{source}}

{{card}}
`;

/** The text of a new note that says what a card says. */
export function noteFromCard(card: WritableCard, { fileName, labels, template = ownTemplate(labels), now }: NewNote): string {
  const parts: Readonly<Record<string, string>> = { ...names(card, fileName), ...partsOf(card), card: liveCard(card.linktext) };
  return fillTemplate(template, (name, format) => {
    if (name === "date" || name === "time") return now(format ?? (name === "date" ? "YYYY-MM-DD" : "HH:mm"));
    return Object.hasOwn(parts, name) ? parts[name] : undefined;
  });
}

function names(card: WritableCard, fileName: string) {
  const id = card.kind === "concept" ? card.id : fileName.toLowerCase().replace(/[\s_]+/g, "-");
  const other = card.kind === "concept" ? (card.otherTitle ?? "") : "";
  const aliases = [...new Set([card.title, other])].filter((name) => name !== "" && name !== fileName);
  return { id: yamlText(id), title: card.title, other, aliases: yamlList(aliases), tags: yamlList(card.kind === "concept" ? card.tags : []) };
}

/** What a template can name, as Markdown; empty where a card has nothing to say. */
function partsOf(card: WritableCard) {
  const nothing = { definition: "", formula: "", mentions: "", points: "", contrasts: "", related: "", source: "" };
  switch (card.kind) {
    case "concept":
      return {
        ...nothing,
        definition: markdown(card.definition),
        formula: card.formula === undefined ? "" : `$$\n${card.formula}\n$$`,
        points: bullets(card.points),
        contrasts: bullets(card.contrasts),
        related: card.related.map(({ target, title }) => wikilink(target, title)).join(" · "),
        source: card.source ?? "",
      };
    case "ambiguous":
      return { ...nothing, definition: card.choices.map(({ id, title, definition }) => `- ${wikilink(id, title)}: ${markdown(definition)}`).join("\n") };
    case "mentions":
      return { ...nothing, mentions: quoted(card.mentions), related: card.linkedWith.map((name) => wikilink(name, name)).join(" · ") };
  }
}

function quoted(mentions: MentionsCard["mentions"]): string {
  return mentions
    .map(({ path, noteTitle, parts, formulas }) => {
      const sentence = `> - ${markdown(parts)} (${wikilink(path.replace(/\.md$/i, ""), noteTitle)})`;
      return [sentence, ...formulas.map((tex) => `>   $$${tex.replace(/\s*\n\s*/g, " ")}$$`)].join("\n");
    })
    .join("\n");
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

/** What stands behind the colon of a list. */
function yamlList(items: readonly string[]): string {
  return items.length === 0 ? "[]" : items.map((item) => `\n  - ${yamlText(item)}`).join("");
}

/** Quoted unless YAML reads the words as they stand: letters, digits, spaces, hyphens; not numbers, dates or true and false. */
function yamlText(text: string): string {
  const plain = /^\p{L}[\p{L}\p{N} _()/-]*$/u.test(text) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}
