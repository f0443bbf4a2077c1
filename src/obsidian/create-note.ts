import { normalizePath, Notice, type TFile } from "obsidian";
import { fileNameFor, noteFromCard } from "../concepts/concept-note";
import type { WritableCard } from "../concepts/card";
import { languageIn, words, type Lab } from "./lab";

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
  const parent = name.folder ?? fileManager.getNewFileParent(sourcePath, `${name.name}.md`).path;
  const path = normalizePath(`${parent}/${name.name}.md`);
  try {
    if (name.folder !== undefined) await createFolders(lab, name.folder);
    return await vault.create(path, noteFromCard(card, { language: languageIn(lab), fileName: name.name, labels: words(lab).card.noteHeadings }));
  } catch (error) {
    new Notice(vault.getAbstractFileByPath(path) === null ? say.cannotCreate(path, describe(error)) : say.alreadyThere(path));
    return null;
  }
}

async function createFolders(lab: Lab, folder: string): Promise<void> {
  let path = "";
  for (const part of folder.split("/")) {
    path = path === "" ? part : `${path}/${part}`;
    if (lab.app.vault.getFolderByPath(path) === null) await lab.app.vault.createFolder(path);
  }
}

/** Says that a note was created and offers to take it back, as long as nothing else was written into it. */
export function announceCreated(lab: Lab, file: TFile): void {
  const say = words(lab).commands;
  const message = createFragment();
  message.createSpan({ text: `${say.created(file.path)} ` });
  const undo = message.createEl("button", { text: say.undo });
  const notice = new Notice(message, undoTime);
  const size = file.stat.size;
  undo.addEventListener("click", () => {
    notice.hide();
    if (file.stat.size === size) void lab.app.fileManager.trashFile(file);
    else new Notice(say.changedSince(file.path));
  });
}

/** Milliseconds; long enough to read the sentence twice. */
const undoTime = 10_000;

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
