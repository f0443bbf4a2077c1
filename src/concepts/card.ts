import type { InlinePart } from "./inline";
import { otherLanguage, type Language } from "./language";
import type { Library } from "./library";
import type { Resolution } from "./resolver";

/** What a card shows, by where it comes from: a note of the vault, the library, a choice between notes, or the vault's own sentences. */
export type ConceptCard = NoteCard | NoteChoiceCard | WritableCard;
/** A card that can become a note. */
export type WritableCard = LibraryCard | ChoiceCard | MentionsCard;

/** A note that the vault has under another spelling of the link's name. */
export interface NoteCard {
  readonly kind: "note";
  readonly linktext: string;
  readonly title: string;
  readonly path: string;
  /** Of its file, without ".md". */
  readonly name: string;
  /** How the note begins. */
  readonly passages: readonly NotePassage[];
  /** How many links of the note being read mean this note and do not reach it. */
  readonly links: number;
}

export interface NoteChoiceCard {
  readonly kind: "notes";
  readonly linktext: string;
  readonly title: string;
  readonly choices: readonly Pick<NoteCard, "title" | "path" | "name" | "passages">[];
}

export type NotePassage =
  | { readonly kind: "words"; readonly parts: readonly InlinePart[] }
  | { readonly kind: "formula"; readonly tex: string };

export interface LibraryCard {
  readonly kind: "concept";
  readonly id: string;
  readonly linktext: string;
  readonly title: string;
  /** The title in the other language, where it differs. */
  readonly otherTitle?: string;
  readonly language: Language;
  readonly tags: readonly string[];
  readonly definition: readonly InlinePart[];
  readonly formula?: string;
  /** The text of a `regularization` block. */
  readonly figure?: string;
  readonly points: readonly (readonly InlinePart[])[];
  readonly contrasts: readonly (readonly InlinePart[])[];
  readonly related: readonly { readonly target: string; readonly title: string }[];
  readonly source?: string;
}

export interface ChoiceCard {
  readonly kind: "ambiguous";
  readonly linktext: string;
  readonly title: string;
  readonly choices: readonly { readonly id: string; readonly title: string; readonly definition: readonly InlinePart[] }[];
}

export interface MentionsCard {
  readonly kind: "mentions";
  readonly linktext: string;
  readonly title: string;
  readonly mentions: readonly CardMention[];
  /** How many notes link to this name. */
  readonly wantedBy: number;
  /** Names that stand as links in the same notes. */
  readonly linkedWith: readonly string[];
}

export interface CardMention {
  readonly path: string;
  readonly noteTitle: string;
  readonly heading?: string;
  /** Line of the link in its note, from 0. */
  readonly line: number;
  readonly parts: readonly InlinePart[];
  /** TeX of the display formulas beside it. */
  readonly formulas: readonly string[];
}

/** The card of a resolved name; a note that the library lacks in one language is shown in the other. Null for no concept. */
export function conceptCard(library: Library, resolution: Resolution, linktext: string, language: Language): LibraryCard | ChoiceCard | null {
  if (resolution.kind === "none") return null;
  if (resolution.kind === "ambiguous") {
    const choices = resolution.ids.map((id) => library.note(id, language)).map(({ id, title, definition }) => ({ id, title, definition }));
    return { kind: "ambiguous", linktext, title: readableName(linktext), choices };
  }
  const note = library.note(resolution.id, language);
  const otherTitle = library.note(note.id, otherLanguage(note.language)).title;
  const titleOf = (id: string) => (library.ids.includes(id) ? library.note(id, language).title : id);
  return {
    kind: "concept",
    id: note.id,
    linktext,
    title: note.title,
    ...(otherTitle === note.title ? {} : { otherTitle }),
    language: note.language,
    tags: note.tags,
    definition: note.definition,
    ...(note.formula === undefined ? {} : { formula: note.formula }),
    ...(note.figure === undefined ? {} : { figure: note.figure }),
    points: note.points,
    contrasts: note.contrasts,
    related: note.related.map((id) => ({ target: id, title: titleOf(id) })),
    ...(note.source === undefined ? {} : { source: note.source }),
  };
}

/** A link's own words as a title: its last path part, underscores as spaces, without heading. */
export function readableName(linktext: string): string {
  const note = linktext.split("#", 1)[0] ?? "";
  const name = note.slice(note.lastIndexOf("/") + 1).replace(/\.md$/i, "").replaceAll("_", " ").trim();
  return name === "" ? linktext.trim() : name;
}

/** Whether a card is of something that has no note, and of one thing: then a note can be made of it. */
export function canBeCreated(card: ConceptCard): card is LibraryCard | MentionsCard {
  return card.kind === "concept" || card.kind === "mentions";
}
