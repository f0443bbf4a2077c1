import { getLinkpath, type TFile } from "obsidian";
import { conceptCard, type ConceptCard } from "../concepts/card";
import { isDateName } from "../concepts/date-name";
import { mentionsCard } from "../concepts/mentions-card";
import { languageIn, type Lab } from "./lab";
import type { WantedLinks } from "./wanted-links";

export interface LinkPlace {
  readonly linktext: string;
  readonly sourcePath: string;
  /** The line being read, from 0, where known: its own sentence says nothing new. */
  readonly line?: number | undefined;
  /** The words being read, where the line is not known. */
  readonly reading?: string | undefined;
}

/** Reading more notes than this takes longer than the dwell time; the card still says how many there are. */
const mostNotesRead = 24;
const mostLinkedWith = 5;

/** Says which links have a card, at once, and finds the card, later. */
export class CardFinder {
  constructor(private readonly lab: Lab, private readonly wanted: WantedLinks) {}

  /** Whether the link leads to a note: then Obsidian's own preview has it. */
  hasNote(linktext: string, sourcePath: string): boolean {
    return this.lab.app.metadataCache.getFirstLinkpathDest(getLinkpath(linktext), sourcePath) !== null;
  }

  /** Whether hovering this link should open a card. Fast: it decides while the pointer moves. */
  hasCard({ linktext, sourcePath }: LinkPlace): boolean {
    const { cards } = this.lab.settings;
    if (cards === "off" || getLinkpath(linktext) === "" || this.hasNote(linktext, sourcePath)) return false;
    return this.inLibrary(linktext) || (cards === "all" && this.isMentionedElsewhere(linktext));
  }

  /** The card from the library; null for a name that is no concept. */
  fromLibrary(linktext: string): ConceptCard | null {
    const { library } = this.lab;
    return conceptCard(library, library.resolve(linktext), linktext, languageIn(this.lab));
  }

  async find(place: LinkPlace): Promise<ConceptCard | null> {
    return this.fromLibrary(place.linktext) ?? (await this.fromVault(place));
  }

  private inLibrary(linktext: string): boolean {
    return this.lab.library.resolve(linktext).kind !== "none";
  }

  private isMentionedElsewhere(linktext: string): boolean {
    if (isDateName(linktext)) return false;
    let mentions = 0;
    for (const count of this.wanted.notesWanting(linktext).values()) mentions += count;
    return mentions > 1;
  }

  private async fromVault(place: LinkPlace): Promise<ConceptCard | null> {
    const { vault } = this.lab.app;
    const wanting = [...this.wanted.notesWanting(place.linktext).keys()];
    const files = wanting.map((path) => vault.getFileByPath(path)).filter((file): file is TFile => file !== null);
    const notes = await Promise.all(
      files.slice(0, mostNotesRead).map(async (file) => ({ path: file.path, title: file.basename, text: await vault.cachedRead(file) })),
    );
    const { linktext, sourcePath: path, line, reading: text } = place;
    return mentionsCard({
      linktext,
      notes,
      wantedBy: wanting.length,
      linkedWith: this.linkedWith(linktext, wanting.slice(0, mostNotesRead)),
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
