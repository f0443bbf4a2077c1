import type { HoverPopover } from "../host/hover-popover";
import type { TFile } from "../host/vault";
import { MarkdownEditView, type EditOwner } from "./editor/edit-view";
import type { Editor } from "./editor/editor";
import type { WorkspaceLeaf } from "./leaf";
import { partLine } from "./part-line";
import { MarkdownPreviewView } from "./reading/preview-view";
import { TextFileView } from "./text-file-view";
import type { ViewStateResult } from "./view";

export type MarkdownViewMode = "source" | "preview";

interface MarkdownViewState {
  mode?: MarkdownViewMode;
  /** In `source` mode: no Live Preview. */
  source?: boolean;
}

/** A note, to be read or to be written. */
export class MarkdownView extends TextFileView implements EditOwner {
  hoverPopover: HoverPopover | null = null;
  readonly editMode: MarkdownEditView;
  readonly previewMode: MarkdownPreviewView;
  currentMode: MarkdownEditView | MarkdownPreviewView;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.editMode = this.addChild(new MarkdownEditView(this, this.contentEl));
    this.previewMode = this.addChild(new MarkdownPreviewView(this, this.contentEl));
    this.currentMode = this.editMode;
    this.previewMode.hide();
  }

  getViewType(): string {
    return "markdown";
  }

  get editor(): Editor {
    return this.editMode.editor;
  }

  getMode(): MarkdownViewMode {
    return this.currentMode === this.previewMode ? "preview" : "source";
  }

  override canAcceptExtension(extension: string): boolean {
    return extension === "md";
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.getMode(), source: this.editMode.sourceMode };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const { mode, source } = (state ?? {}) as MarkdownViewState;
    // The editor changes its way of drawing only while it is hidden: nothing is drawn that is not going to be seen.
    if (mode === "preview") this.setMode(mode);
    if (source !== undefined) this.editMode.setSourceMode(source);
    if (mode === "source") this.setMode(mode);
    await super.setState(state, result);
  }

  private setMode(mode: MarkdownViewMode): void {
    if (mode === this.getMode()) return;
    const line = this.currentMode.getScroll();
    const next = mode === "preview" ? this.previewMode : this.editMode;
    this.hoverPopover?.hide();
    this.currentMode.hide();
    this.currentMode = next;
    if (next === this.previewMode) this.previewMode.set(this.getViewData(), false);
    next.show();
    if (this.file && line > 0) next.applyScroll(line);
    void this.save();
  }

  /** Resolves when the mode that is shown is drawn; what processors promised may still be at work. */
  whenDrawn(): Promise<void> {
    return this.currentMode.whenDrawn();
  }

  getViewData(): string {
    return this.editMode.get();
  }

  setViewData(data: string, clear: boolean): void {
    this.editMode.set(data, clear);
    this.previewMode.set(data, clear);
  }

  clear(): void {
    this.hoverPopover?.hide();
    this.editMode.clear();
    this.previewMode.clear();
  }

  onEdited(): void {
    this.requestSave();
    this.app.workspace.trigger("editor-change", this.editor, this);
  }

  override getEphemeralState(): Record<string, unknown> {
    return { scroll: this.currentMode.getScroll() };
  }

  /** `subpath`: a heading or a block to be shown; `line`: one from 0; `focus`: the keyboard goes here. */
  override setEphemeralState(state: unknown): void {
    const { subpath, line, focus } = (state ?? {}) as { subpath?: string; line?: number; focus?: boolean };
    const target = line ?? (subpath ? partLine(this.app, this.file, subpath) : null);
    if (target !== null) {
      this.currentMode.applyScroll(target);
      if (this.currentMode === this.editMode) this.editor.setCursor(target, 0);
    }
    if (!focus) return;
    if (this.currentMode === this.editMode) this.editor.focus();
    else this.previewMode.previewEl.focus();
  }

  override async onUnloadFile(file: TFile): Promise<void> {
    await super.onUnloadFile(file);
    this.hoverPopover?.hide();
  }

  override onResize(): void {
    this.editMode.cm.requestMeasure();
  }
}
