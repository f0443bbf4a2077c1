import type { App } from "../host/app";
import { iconButton, nameButton } from "./button";
import { modeOf, openNote } from "./note-mode";
import { modes, type Mode } from "./parameters";
import { word } from "./words";

/** What stands above the note: its name and how it is shown. */
export class NoteHeader {
  /** The mode in which the next note opens: that of the last one. */
  mode: Mode;
  private readonly filesEl: HTMLButtonElement;
  private readonly titleEl: HTMLElement;
  private readonly groupEl: HTMLElement;
  private readonly modeEls: Record<Mode, HTMLButtonElement>;
  private readonly emptyEl: HTMLElement;

  constructor(areaEl: HTMLElement, private readonly app: App, options: { mode: Mode; showFiles: () => unknown }) {
    this.mode = options.mode;
    const el = areaEl.createDiv("note-header");
    this.filesEl = iconButton(el, { icon: "sandbox-files", run: options.showFiles, cls: "show-files" });
    this.titleEl = el.createDiv("note-title");
    this.groupEl = el.createDiv({ cls: "segments", attr: { role: "radiogroup" } });
    const segment = (mode: Mode) => {
      const button = this.groupEl.createEl("button", { cls: "segment", type: "button", attr: { role: "radio", "data-mode": mode } });
      button.addEventListener("click", () => void this.show(mode));
      return button;
    };
    this.modeEls = { reading: segment("reading"), live: segment("live"), source: segment("source") };
    this.emptyEl = areaEl.createDiv("note-empty");
    for (const name of ["file-open", "active-leaf-change", "layout-change"]) app.workspace.on(name, () => this.update());
    app.vault.on("rename", () => this.update());
    this.translate();
  }

  translate(): void {
    nameButton(this.filesEl, word("showFiles"));
    this.groupEl.setAttribute("aria-label", word("noteView"));
    for (const mode of modes) this.modeEls[mode].setText(word(mode));
    this.emptyEl.empty();
    this.emptyEl.createDiv({ cls: "note-empty-title", text: word("nothingOpen") });
    this.emptyEl.createDiv({ text: word("chooseNote") });
    this.update();
  }

  /** Reading view and back to the way of editing that was used last. */
  async toggleReading(): Promise<void> {
    await this.show(this.mode === "reading" ? "live" : "reading");
  }

  private async show(mode: Mode): Promise<void> {
    this.mode = mode;
    const file = this.app.workspace.getActiveFile();
    if (file) await openNote(this.app, file.path, mode);
    this.update();
  }

  private update(): void {
    const leaf = this.app.workspace.activeLeaf;
    const empty = leaf === null || leaf.view.getViewType() === "empty";
    const shown = modeOf(leaf);
    const file = shown === null ? null : this.app.workspace.getActiveFile();
    this.mode = shown ?? this.mode;
    this.titleEl.empty();
    if (file?.parent && !file.parent.isRoot()) this.titleEl.createSpan({ cls: "note-folder", text: `${file.parent.path} / ` });
    this.titleEl.createSpan({ text: file?.basename ?? (empty ? "" : leaf.getDisplayText()) });
    for (const mode of modes) {
      this.modeEls[mode].setAttribute("aria-checked", String(mode === this.mode));
      this.modeEls[mode].disabled = file === null;
    }
    this.emptyEl.toggle(empty);
  }
}
