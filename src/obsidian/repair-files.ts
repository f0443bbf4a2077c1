import { getLinkpath, MarkdownView, type App, type TFile } from "obsidian";
import type { NoteLink } from "../concepts/note-links";
import { repairLinks } from "../concepts/repair-links";
import { reasonOf } from "../language/reason-of";

/** What is to be repaired in one note. */
export interface FileRepair {
  readonly file: TFile;
  /** When the note was last changed as the reader saw what would be done; a later change means that it is left alone. */
  readonly seen: number;
  /** The note that a link is to lead to; null where the link is to stay. Asked only about links that reach nothing. */
  readonly targetOf: (link: NoteLink, text: string) => TFile | null;
}

export interface RepairedFile {
  readonly file: TFile;
  readonly before: string;
  readonly after: string;
  readonly links: number;
}

export interface Repaired {
  readonly files: readonly RepairedFile[];
  /** Notes that were changed since they were looked at. */
  readonly changed: readonly TFile[];
  readonly failed: readonly { readonly file: TFile; readonly reason: string }[];
}

/** Repairs one note after another, each in one step that either happens as a whole or not at all. */
export async function repairFiles(app: App, repairs: readonly FileRepair[]): Promise<Repaired> {
  const files: RepairedFile[] = [];
  const changed: TFile[] = [];
  const failed: { file: TFile; reason: string }[] = [];
  for (const repair of repairs) {
    const { file } = repair;
    try {
      const done = await repairFile(app, repair);
      if (done === "changed") changed.push(file);
      else if (done.links > 0) files.push(done);
    } catch (error) {
      failed.push({ file, reason: reasonOf(error) });
    }
  }
  return { files, changed, failed };
}

/** What was typed a moment ago is not in the file yet; written first, it is neither lost nor a change. */
export async function saveOpenNotes(app: App): Promise<void> {
  for (const { view } of app.workspace.getLeavesOfType("markdown")) {
    if (!(view instanceof MarkdownView) || view.file === null || view.getMode() !== "source") continue;
    if (view.editor.getValue() !== (await app.vault.read(view.file))) await view.save();
  }
}

/** Puts notes back as they were, those alone that nobody has changed since; gives those that were left. */
export async function undoRepair(app: App, files: readonly RepairedFile[]): Promise<{ undone: TFile[]; changed: TFile[] }> {
  await saveOpenNotes(app);
  const undone: TFile[] = [];
  const changed: TFile[] = [];
  for (const { file, before, after } of files) {
    let isSame = false;
    const process = (text: string): string => {
      isSame = text === after;
      return isSame ? before : text;
    };
    await app.vault.process(file, process).catch(() => (isSame = false));
    (isSame ? undone : changed).push(file);
  }
  return { undone, changed };
}

async function repairFile(app: App, { file, seen, targetOf }: FileRepair): Promise<RepairedFile | "changed"> {
  const { metadataCache, fileManager } = app;
  let done: RepairedFile | "changed" = "changed";
  await app.vault.process(file, (before) => {
    if (file.stat.mtime !== seen) return before;
    const { text: after, repaired: links } = repairLinks(before, (link) => {
      if (metadataCache.getFirstLinkpathDest(getLinkpath(link.linktext), file.path) !== null) return null;
      const target = targetOf(link, before);
      if (target === null) return null;
      return {
        linktext: metadataCache.fileToLinktext(target, file.path, true),
        generate: (subpath, shown) => fileManager.generateMarkdownLink(target, file.path, subpath, shown),
      };
    });
    done = { file, before, after, links };
    return after;
  });
  return done;
}
