import type { App } from "../host/app";
import { ConfirmationModal } from "../host/confirmation-modal";
import { TFile, type TAbstractFile, type TFolder } from "../host/files";
import { Menu } from "../host/menu";
import { joinPath } from "../host/paths";
import { NamePrompt } from "./name-prompt";
import { word } from "./words";

/** `Untitled`, `Untitled 1`, …: the first that is free in the folder. */
function freePath(app: App, folder: TFolder, name: string, ending: string): string {
  for (let count = 0; ; count += 1) {
    const path = joinPath(folder.path, `${name}${count === 0 ? "" : ` ${String(count)}`}${ending}`);
    if (app.vault.getAbstractFileByPath(path) === null) return path;
  }
}

export async function createNote(app: App, folder: TFolder = app.vault.getRoot()): Promise<TFile> {
  return app.vault.create(freePath(app, folder, word("untitled"), ".md"), "");
}

function askForName(app: App, file: TAbstractFile): void {
  const ending = file instanceof TFile ? `.${file.extension}` : "";
  new NamePrompt(app, {
    title: word("rename").replace("…", ""),
    name: file instanceof TFile ? file.basename : file.name,
    accept: (name) => app.fileManager.renameFile(file, joinPath(file.parent?.path ?? "", name + ending)),
  }).open();
}

function askToDelete(app: App, file: TAbstractFile): void {
  const isFile = file instanceof TFile;
  const modal = new ConfirmationModal(app);
  modal.setTitle(word("deleteTitle", { name: isFile ? file.basename : file.name }));
  modal.setContent(word(isFile ? "deleteNote" : "deleteFolder"));
  modal.addButton((button) => button.setButtonText(word("delete")).setWarning().setInitialFocus().onClick(() => app.fileManager.trashFile(file)));
  modal.addCancelButton(word("cancel"));
  modal.open();
}

/** The menu of a row of the file list; plugins add to it. */
export function showFileMenu(app: App, event: MouseEvent, file: TAbstractFile, open: (note: TFile) => unknown): void {
  const menu = Menu.forEvent(event);
  const folder = file instanceof TFile ? (file.parent ?? app.vault.getRoot()) : (file as TFolder);
  menu.addItem((item) => {
    item.setTitle(word("newNote")).setIcon("file-plus").setSection("action");
    item.onClick(async () => open(await createNote(app, folder)));
  });
  if (!(file instanceof TFile)) {
    menu.addItem((item) => {
      item.setTitle(word("newFolder")).setIcon("plus").setSection("action");
      item.onClick(() => app.vault.createFolder(freePath(app, folder, word("untitled"), "")));
    });
  }
  app.workspace.trigger("file-menu", menu, file, "file-explorer-context-menu", null);
  menu.addItem((item) => item.setTitle(word("rename")).setIcon("pencil").setSection("danger").onClick(() => askForName(app, file)));
  menu.addItem((item) => {
    item.setTitle(word("delete")).setIcon("trash-2").setSection("danger").setWarning(true);
    item.onClick(() => askToDelete(app, file));
  });
}
