import { Notice, type App, type TFile } from "obsidian";
import { exampleNotes } from "../demo/example-notes";
import { languageIn, words, type Lab } from "./lab";
import { moveToTrash } from "./move-to-trash";
import { wordsIn } from "../language/language";
import { reasonOf } from "../language/reason-of";

/** Milliseconds; time to look at what was made before taking it back. */
const undoTime = 30_000;
/** Files between two words on how far it is. */
const pace = 20;

/** Writes the example notes into a folder that is not there yet, opens the first of them, and offers to take all back. */
export function addExamples(lab: Lab): void {
  const { plugin } = lab;
  let running = false;
  let stopped = false;
  plugin.register(() => {
    stopped = true;
  });
  plugin.addCommand({
    id: "create-examples",
    name: words(lab).examples.command,
    callback: () => {
      if (running) return;
      running = true;
      void createExamples(lab, () => stopped).finally(() => {
        running = false;
      });
    },
  });
}

async function createExamples(lab: Lab, isStopped: () => boolean): Promise<void> {
  const { app } = lab;
  const say = words(lab).examples;
  const folder = freeFolder(app, say.folder);
  const notes = exampleNotes(folder, wordsIn(languageIn(lab)));
  const made = new Map<TFile, string>();
  const notice = new Notice(say.writing({ done: 0, all: notes.length }), 0);
  let reason: string | null = null;
  try {
    await app.vault.createFolder(folder);
    await app.vault.createFolder(`${folder}/${say.days}`);
    for (const { path, text } of notes) {
      if (isStopped()) break;
      made.set(await app.vault.create(path, text), text);
      if (made.size % pace === 0) notice.setMessage(say.writing({ done: made.size, all: notes.length }));
    }
  } catch (error) {
    reason = reasonOf(error);
  }
  notice.hide();
  if (isStopped()) return;
  offerUndo(lab, made, reason === null ? say.written({ count: made.size, folder }) : say.stopped({ count: made.size, folder, reason }));
  const question = app.vault.getFileByPath(notes.at(-1)?.path ?? "");
  if (reason === null && question !== null) await app.workspace.getLeaf("tab").openFile(question);
}

function freeFolder(app: App, wanted: string): string {
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? wanted : `${wanted} ${number}`;
    if (app.vault.getAbstractFileByPath(folder) === null) return folder;
  }
}

function offerUndo(lab: Lab, made: ReadonlyMap<TFile, string>, sentence: string): void {
  const say = words(lab).examples;
  const message = createFragment();
  message.createSpan({ text: `${sentence} ` });
  const button = message.createEl("button", { text: say.undo });
  const notice = new Notice(message, undoTime);
  button.addEventListener("click", () => {
    notice.hide();
    void takeBack(lab, made);
  });
}

/** Deletes what still says what it was made with, and the folders where nothing is left in them. */
async function takeBack(lab: Lab, made: ReadonlyMap<TFile, string>): Promise<void> {
  const { app } = lab;
  let count = 0;
  const folders = new Set<string>();
  for (const [file, text] of made) {
    if (app.vault.getFileByPath(file.path) !== file || (await app.vault.read(file)) !== text) continue;
    if (file.parent !== null) folders.add(file.parent.path);
    if (await moveToTrash(lab, file)) count += 1;
  }
  // The inner folder before the one around it.
  for (const path of [...folders].sort((a, b) => b.length - a.length)) {
    const folder = app.vault.getFolderByPath(path);
    if (folder?.children.length === 0) await moveToTrash(lab, folder);
  }
  new Notice(words(lab).examples.undone({ count, kept: made.size - count }));
}
