import { getLinkpath, type TFile } from "obsidian";
import type { Lab } from "./lab";
import type { VaultNames } from "./vault-names";

/** A link of one note, in one spelling, that means a note it does not reach. */
export interface BrokenLink {
  readonly source: TFile;
  readonly linktext: string;
  /** How often the note has it. */
  readonly count: number;
  /** The notes that it may mean. */
  readonly targets: readonly TFile[];
}

/** Milliseconds of work before the app may draw again. */
const slice = 6;

/** The broken links of one note, or of all where the path is null; gives way to the app between slices. */
export async function findBrokenLinks({ app }: Lab, names: VaultNames, path: string | null): Promise<BrokenLink[]> {
  const { unresolvedLinks } = app.metadataCache;
  const found: BrokenLink[] = [];
  let since = performance.now();
  for (const note of path === null ? Object.keys(unresolvedLinks) : [path]) {
    const source = app.vault.getFileByPath(note);
    if (source === null) continue;
    for (const [linktext, count] of Object.entries(unresolvedLinks[note] ?? {})) {
      const targets = names.notesMeant(linktext, note);
      if (targets.length > 0) found.push({ source, linktext, count, targets });
      if (performance.now() - since < slice) continue;
      await new Promise((resolve) => window.setTimeout(resolve, 0));
      since = performance.now();
    }
  }
  return found;
}

/** Whether a link in a note's text is of the spelling that was found; its heading does not count. */
export function isSameLink(link: { readonly linktext: string }, broken: BrokenLink): boolean {
  return plain(link.linktext) === plain(broken.linktext);
}

function plain(linktext: string): string {
  return getLinkpath(linktext).normalize("NFC").replace(/\.md$/i, "").trim();
}
