import { getLinkpath, type TFile } from "obsidian";
import { conceptCard, type ConceptCard } from "../concepts/card";
import { isDateName } from "../concepts/date-name";
import { mentionsCard } from "../concepts/mentions-card";
import { noteCard, noteChoiceCard, type NoteText } from "../concepts/note-card";
import { languageIn, type Lab } from "./lab";
import { brokenLinksTo, type VaultNames } from "./vault-names";

export interface LinkPlace {
  readonly linktext: string;
  readonly sourcePath: string;
  /** The line being read, from 0, where known: its own sentence says nothing new. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** The words being read, where the line is not known. */
  readonly reading?: string | undefined;
}

/** Reading more notes than this takes longer than the dwell time; the card still says how many there are. */
const mostNotesRead = 24;
const mostLinkedWith = 5;
/** More notes of one name than this are no choice that fits on a card. */
const mostChoices = 6;

/** Says which links have a card, at once, and finds the card, later. */
export class CardFinder {
  constructor(private readonly lab: Lab, private readonly names: VaultNames) {}

  /** Whether the link leads to a note: then Obsidian's own preview has it. */
  hasNote(linktext: string, sourcePath: string): boolean {
    return this.lab.app.metadataCache.getFirstLinkpathDest(getLinkpath(linktext), sourcePath) !== null;
  }

  /** Whether hovering this link should open a card. Fast: it decides while the pointer moves. */
  hasCard({ linktext, sourcePath }: LinkPlace): boolean {
    const { cards } = this.lab.settings;
    if (cards === "off" || getLinkpath(linktext) === "" || this.hasNote(linktext, sourcePath)) return false;
    if (this.inLibrary(linktext)) return true;
    return cards === "all" && (this.names.notesMeant(linktext, sourcePath).length > 0 || this.isMentionedElsewhere(linktext));
  }

  /** The card from the library; null for a name that is no concept. */
  fromLibrary(linktext: string): ConceptCard | null {
    const { library } = this.lab;
    return conceptCard(library, library.resolve(linktext), linktext, languageIn(this.lab));
  }

  async find(place: LinkPlace): Promise<ConceptCard | null> {
    return (await this.fromNotes(place)) ?? this.fromLibrary(place.linktext) ?? (await this.fromVault(place));
  }

  /** The vault's own note under another spelling, or the choice between several. */
  private async fromNotes({ linktext, sourcePath }: LinkPlace): Promise<ConceptCard | null> {
    const { app } = this.lab;
    if (this.hasNote(linktext, sourcePath)) return null;
    const files = this.names.notesMeant(linktext, sourcePath).slice(0, mostChoices);
    const notes = await Promise.all(files.map(async (file): Promise<NoteText> => ({ path: file.path, name: file.basename, text: await app.vault.cachedRead(file) })));
    const [file] = files;
    const [note, ...others] = notes;
    if (file === undefined || note === undefined) return null;
    if (others.length > 0) return noteChoiceCard(linktext, notes);
    return noteCard(linktext, note, brokenLinksTo(app, this.names, { sourcePath, file }).length);
  }

  private inLibrary(linktext: string): boolean {
    return this.lab.library.resolve(linktext).kind !== "none";
  }

  private isMentionedElsewhere(linktext: string): boolean {
    return !isDateName(linktext) && this.names.wanted.isRepeated(linktext);
  }

  private async fromVault(place: LinkPlace): Promise<ConceptCard | null> {
    const { vault } = this.lab.app;
    const { wanted } = this.names;
    const wanting = wanted.notesWanting(place.linktext, mostNotesRead);
    const files = wanting.map((path) => vault.getFileByPath(path)).filter((file): file is TFile => file !== null);
    const notes = await Promise.all(
      files.map(async (file) => ({ path: file.path, title: file.basename, text: await vault.cachedRead(file) })),
    );
    const { linktext, sourcePath: path, line, reading: text } = place;
    return mentionsCard({
      linktext,
      notes,
      wantedBy: wanted.count(place.linktext),
      linkedWith: this.linkedWith(linktext, wanting),
      reading: { path, line, text },
    });
  }

  /** The names that stand most often as links in the same notes. */
  private linkedWith(linktext: string, paths: readonly string[]): string[] {
    const { metadataCache, vault } = this.lab.app;
    const self = getLinkpath(linktext).toLowerCase();
    const counts = new Map<string, number>();
    for (const path of paths) {
      const resolved = Object.keys(metadataCache.resolvedLinks[path] ?? {}).map((to) => vault.getFileByPath(to)?.basename ?? to);
      const unresolved = Object.keys(metadataCache.unresolvedLinks[path] ?? {});
      for (const name of new Set([...resolved, ...unresolved])) {
        if (name.toLowerCase() !== self) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    return [...counts].sort((one, other) => other[1] - one[1]).slice(0, mostLinkedWith).map(([name]) => name);
  }
}
