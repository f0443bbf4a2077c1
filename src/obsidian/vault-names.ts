import { getLinkpath, parseFrontMatterAliases, type App, type CachedMetadata, type Reference, type TFile } from "obsidian";
import { isDateName } from "../concepts/date-name";
import { plainText, parseInline } from "../concepts/inline";
import { NoteNames } from "../concepts/note-names";
import { SlicedQueue, type Clock } from "../concepts/sliced-queue";
import { WantedNames } from "../concepts/wanted-names";
import type { Lab } from "./lab";

/** What the vault calls its notes, and what its links want: read in slices once the app stands, then kept fresh note by note. */
export interface VaultNames {
  readonly wanted: Pick<WantedNames, "notesWanting" | "count" | "isRepeated">;
  /** Notes that a link without a note means by another spelling: none, the one, or several of equal right. */
  notesMeant(linktext: string, sourcePath: string): TFile[];
  /** Resolves when every note has been read. */
  whenReady(): Promise<void>;
}

const clock: Clock = {
  now: () => performance.now(),
  later(callback) {
    const timer = window.setTimeout(callback, 0);
    return () => window.clearTimeout(timer);
  },
};

export function vaultNames({ app, plugin }: Lab): VaultNames {
  const { metadataCache, vault, workspace } = app;
  const names = new NoteNames();
  const wanted = new WantedNames();
  const forget = (path: string): void => {
    queue.drop(path);
    names.remove(path);
    wanted.remove(path);
  };
  const queue = new SlicedQueue((path) => {
    const file = vault.getFileByPath(path);
    if (file?.extension !== "md") return forget(path);
    names.set(path, namesOf(file, metadataCache.getFileCache(file)));
    wanted.set(path, wantedBy(app, path));
  }, clock);

  plugin.registerEvent(metadataCache.on("changed", (file) => queue.add([file.path])));
  plugin.registerEvent(metadataCache.on("resolve", (file) => queue.add([file.path])));
  plugin.registerEvent(metadataCache.on("deleted", (file) => forget(file.path)));
  plugin.registerEvent(vault.on("rename", (file, oldPath) => {
    forget(oldPath);
    queue.add([file.path]);
  }));
  plugin.register(() => queue.stop());
  workspace.onLayoutReady(() => {
    queue.add(vault.getMarkdownFiles().map(({ path }) => path));
    queue.start();
    void queue.whenEmpty().then(() => wanted.settle());
  });

  return {
    wanted,
    notesMeant(linktext, sourcePath) {
      // "2024.1.31" is a day that has no note yet, whatever else is called so.
      if (isDateName(linktext)) return [];
      const files = names.find(linktext).map((path) => vault.getFileByPath(path)).filter((file): file is TFile => file !== null);
      return files.filter(({ path }) => path !== sourcePath);
    },
    whenReady: () => queue.whenEmpty(),
  };
}

/** File name, id, aliases and title. */
function namesOf(file: TFile, cache: CachedMetadata | null): string[] {
  const id: unknown = cache?.frontmatter?.["id"];
  const title = cache?.headings?.find(({ level }) => level === 1)?.heading;
  return [
    file.basename,
    ...(typeof id === "string" || typeof id === "number" ? [String(id)] : []),
    ...(parseFrontMatterAliases(cache?.frontmatter ?? null) ?? []),
    ...(title === undefined ? [] : [plainText(parseInline(title))]),
  ];
}

function wantedBy(app: App, path: string): Record<string, number> {
  const counts: Record<string, number> = Object.create(null) as Record<string, number>;
  for (const [linktext, count] of Object.entries(app.metadataCache.unresolvedLinks[path] ?? {})) {
    const linkpath = getLinkpath(linktext);
    counts[linkpath] = (counts[linkpath] ?? 0) + count;
  }
  return counts;
}

/** The links of a note that reach nothing and mean this file, as the app knows them now. */
export function brokenLinksTo(app: App, names: VaultNames, { sourcePath, file }: { sourcePath: string; file: TFile }): Reference[] {
  const cache = app.metadataCache.getCache(sourcePath);
  const links = [...(cache?.links ?? []), ...(cache?.embeds ?? []), ...(cache?.frontmatterLinks ?? [])];
  return links.filter(({ link }) => {
    if (app.metadataCache.getFirstLinkpathDest(getLinkpath(link), sourcePath) !== null) return false;
    const [only, ...others] = names.notesMeant(link, sourcePath);
    return only === file && others.length === 0;
  });
}
