import { getLinkpath, type App } from "obsidian";
import { foldName } from "../concepts/fold";
import type { Lab } from "./lab";

/** Which notes link to something that has no note: the vault's unresolved links, turned round. */
export interface WantedLinks {
  /** Paths of the notes that want this link, with how often each names it. */
  notesWanting(linktext: string): ReadonlyMap<string, number>;
}

const nobody: ReadonlyMap<string, number> = new Map();

/** Built at the first question, so that starting up costs nothing; then kept fresh note by note. */
export function wantedLinks(lab: Lab): WantedLinks {
  const { app, plugin } = lab;
  let index: InvertedLinks | null = null;
  const { metadataCache, vault } = app;
  plugin.registerEvent(metadataCache.on("resolve", (file) => index?.refresh(app, file.path)));
  plugin.registerEvent(metadataCache.on("deleted", (file) => index?.remove(file.path)));
  plugin.registerEvent(vault.on("rename", (file, oldPath) => {
    index?.remove(oldPath);
    index?.refresh(app, file.path);
  }));
  return {
    notesWanting(linktext) {
      index ??= new InvertedLinks(app);
      return index.notesWanting(linktext);
    },
  };
}

class InvertedLinks {
  private readonly notesByName = new Map<string, Map<string, number>>();
  private readonly namesByNote = new Map<string, string[]>();

  constructor(app: App) {
    for (const path of Object.keys(app.metadataCache.unresolvedLinks)) this.refresh(app, path);
  }

  notesWanting(linktext: string): ReadonlyMap<string, number> {
    return this.notesByName.get(nameOf(linktext)) ?? nobody;
  }

  refresh(app: App, path: string): void {
    this.remove(path);
    const links = app.metadataCache.unresolvedLinks[path];
    if (links === undefined) return;
    const names: string[] = [];
    for (const [linktext, count] of Object.entries(links)) {
      const name = nameOf(linktext);
      if (name === "") continue;
      const notes = this.notesByName.get(name) ?? new Map<string, number>();
      notes.set(path, (notes.get(path) ?? 0) + count);
      this.notesByName.set(name, notes);
      names.push(name);
    }
    if (names.length > 0) this.namesByNote.set(path, names);
  }

  remove(path: string): void {
    for (const name of this.namesByNote.get(path) ?? []) {
      const notes = this.notesByName.get(name);
      notes?.delete(path);
      if (notes?.size === 0) this.notesByName.delete(name);
    }
    this.namesByNote.delete(path);
  }
}

function nameOf(linktext: string): string {
  return foldName(getLinkpath(linktext));
}
