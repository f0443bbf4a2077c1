import type { App } from "../host/app";
import { TFile, TFolder, type TAbstractFile } from "../host/files";
import { setIcon } from "../host/icons";
import { prepareSimpleSearch } from "../host/search/search";
import { iconButton, nameButton } from "./button";
import { createNote, showFileMenu } from "./file-actions";
import { word } from "./words";

/** More rows than this nobody reads; the search narrows them. */
const mostFound = 200;

const byName = new Intl.Collator(undefined, { numeric: true });

/** Folders first, then files, each in the order of their names. */
function inOrder(files: readonly TAbstractFile[]): TAbstractFile[] {
  const rank = (file: TAbstractFile) => (file instanceof TFolder ? 0 : 1);
  return [...files].sort((a, b) => rank(a) - rank(b) || byName.compare(a.name, b.name));
}

/** The list of files to the left: folders that fold, a search, a new note, a menu on each row. */
export class FileList {
  readonly el: HTMLElement;
  private readonly searchEl: HTMLInputElement;
  private readonly newEl: HTMLButtonElement;
  private readonly listEl: HTMLElement;
  private readonly folded = new Set<string>();
  private frame: number | null = null;

  constructor(parent: HTMLElement, private readonly app: App, private readonly open: (file: TFile) => unknown) {
    this.el = parent.createEl("nav", "file-list");
    const head = this.el.createDiv("file-list-head");
    this.searchEl = head.createEl("input", { type: "search", attr: { spellcheck: "false" } });
    this.newEl = iconButton(head, { icon: "file-plus", run: async () => this.open(await createNote(app)) });
    this.listEl = this.el.createDiv("file-list-rows nav-files-container");
    this.searchEl.addEventListener("input", () => this.draw());
    this.listEl.addEventListener("click", (event) => this.choose(event));
    this.listEl.addEventListener("contextmenu", (event) => {
      const file = this.fileOf(event) ?? app.vault.getRoot();
      if (file instanceof TFile || !(file as TFolder).isRoot()) showFileMenu(app, event, file, this.open);
    });
    this.listEl.addEventListener("keydown", (event) => this.move(event));
    for (const name of ["create", "delete", "rename"]) app.vault.on(name, () => this.later());
    app.workspace.on("file-open", () => this.markOpen());
    this.translate();
  }

  translate(): void {
    this.el.setAttribute("aria-label", word("files"));
    this.searchEl.placeholder = word("searchFiles");
    this.searchEl.setAttribute("aria-label", word("searchFiles"));
    nameButton(this.newEl, word("newNote"));
    this.draw();
  }

  /** Files come one by one while the vault loads: drawn once a frame. */
  private later(): void {
    this.frame ??= window.requestAnimationFrame(() => {
      this.frame = null;
      this.draw();
    });
  }

  private draw(): void {
    this.listEl.empty();
    const query = this.searchEl.value.trim();
    if (query === "") this.drawFolder(this.listEl, this.app.vault.getRoot());
    else this.drawFound(query);
    this.markOpen();
  }

  private drawFolder(parent: HTMLElement, folder: TFolder): void {
    for (const file of inOrder(folder.children)) {
      if (!(file instanceof TFolder)) {
        this.drawFile(parent, file as TFile);
        continue;
      }
      const open = !this.folded.has(file.path);
      const row = parent.createEl("button", {
        cls: "nav-folder-title", type: "button", attr: { "data-path": file.path, "aria-expanded": String(open) },
      });
      setIcon(row.createSpan("nav-folder-collapse-indicator"), "chevron-down");
      row.createSpan({ cls: "nav-folder-title-content", text: file.name });
      if (open) this.drawFolder(parent.createDiv("nav-folder-children"), file);
    }
  }

  private drawFound(query: string): void {
    const search = prepareSimpleSearch(query);
    const found = this.app.vault.getFiles().filter((file) => search(file.path) !== null);
    for (const file of inOrder(found).slice(0, mostFound)) this.drawFile(this.listEl, file as TFile);
    if (found.length === 0) this.listEl.createDiv({ cls: "file-list-empty", text: word("noFiles") });
  }

  private drawFile(parent: HTMLElement, file: TFile): void {
    const row = parent.createEl("button", { cls: "nav-file-title", type: "button", attr: { "data-path": file.path } });
    row.createSpan({ cls: "nav-file-title-content", text: file.basename });
    if (file.extension !== "md") row.createSpan({ cls: "nav-file-tag", text: file.extension });
  }

  private markOpen(): void {
    const path = this.app.workspace.getActiveFile()?.path;
    for (const row of this.listEl.findAll(".nav-file-title")) {
      const open = row.dataset.path === path;
      row.toggleClass("is-active", open);
      if (open) row.setAttribute("aria-current", "page");
      else row.removeAttribute("aria-current");
    }
  }

  private fileOf(event: Event): TAbstractFile | null {
    const path = (event.target as Element | null)?.closest<HTMLElement>("[data-path]")?.dataset.path;
    return path === undefined ? null : this.app.vault.getAbstractFileByPath(path);
  }

  private choose(event: MouseEvent): void {
    const file = this.fileOf(event);
    if (file instanceof TFile) this.open(file);
    else if (file) this.fold(file.path);
  }

  private fold(path: string): void {
    if (!this.folded.delete(path)) this.folded.add(path);
    this.draw();
    this.listEl.find(`[data-path="${CSS.escape(path)}"]`)?.focus();
  }

  private move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const rows = this.listEl.findAll("button");
    const at = rows.findIndex((row) => row === this.listEl.ownerDocument.activeElement);
    rows[at + step]?.focus();
    event.preventDefault();
  }
}
