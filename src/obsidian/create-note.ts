import { moment, normalizePath, Notice, type TFile } from "obsidian";
import { fileNameFor, noteFromCard } from "../concepts/concept-note";
import type { WritableCard } from "../concepts/card";
import { reasonOf } from "../language/reason-of";
import { words, type Lab } from "./lab";
import { moveToTrash } from "./move-to-trash";

/**
 * Writes a card as a note where Obsidian would put it, so that the link resolves afterwards.
 * Never over an existing file: then, and when no file name can serve the link, a notice says why and null is returned.
 */
export async function createConceptNote(lab: Lab, card: WritableCard, sourcePath: string): Promise<TFile | null> {
  const say = words(lab).commands;
  const name = fileNameFor(card.linktext);
  if (name === null) {
    new Notice(say.cannotName(card.linktext));
    return null;
  }
  const { vault, fileManager } = lab.app;
  const folder = name.folder ?? (lab.settings.noteFolder === "" ? undefined : normalizePath(lab.settings.noteFolder));
  const parent = folder ?? fileManager.getNewFileParent(sourcePath, `${name.name}.md`).path;
  const path = normalizePath(`${parent}/${name.name}.md`);
  try {
    if (folder !== undefined) await createFolders(lab, folder);
    const template = await templateOf(lab);
    const now = (format: string) => moment.unix(Date.now() / 1000).format(format);
    return await vault.create(path, noteFromCard(card, { fileName: name.name, labels: words(lab).card.noteHeadings, now, ...(template !== undefined && { template }) }));
  } catch (error) {
    new Notice(vault.getAbstractFileByPath(path) === null ? say.cannotCreate(path, reasonOf(error)) : say.alreadyThere(path));
    return null;
  }
}

/** The text of the user's template; undefined where there is none to be read. */
async function templateOf(lab: Lab): Promise<string | undefined> {
  const { vault } = lab.app;
  const { noteTemplate } = lab.settings;
  if (noteTemplate === "") return undefined;
  const file = vault.getFileByPath(normalizePath(noteTemplate));
  if (file === null) new Notice(words(lab).commands.noTemplate(noteTemplate));
  return file === null ? undefined : vault.cachedRead(file);
}

async function createFolders(lab: Lab, folder: string): Promise<void> {
  let path = "";
  for (const part of folder.split("/")) {
    path = path === "" ? part : `${path}/${part}`;
    if (lab.app.vault.getFolderByPath(path) === null) await lab.app.vault.createFolder(path);
  }
}

/** Says what was created and offers to take it back; notes into which something else was written stay. */
export function announceCreated(lab: Lab, files: readonly TFile[], sentence: string): void {
  const say = words(lab).commands;
  const message = createFragment();
  message.createSpan({ text: `${sentence} ` });
  const undo = message.createEl("button", { text: say.undo });
  const notice = new Notice(message, undoTime);
  const sizes = files.map((file) => file.stat.size);
  undo.addEventListener("click", () => {
    notice.hide();
    const changed = files.filter((file, i) => file.stat.size !== sizes[i]);
    for (const file of changed) new Notice(say.changedSince(file.path));
    for (const file of files) if (!changed.includes(file) && lab.app.vault.getFileByPath(file.path) === file) void moveToTrash(lab, file);
  });
}

/** Milliseconds; long enough to read the sentence twice. */
const undoTime = 10_000;
