import type { OpenViewState, ViewState } from "obsidian";
import type { App } from "../host/app";
import { Events } from "../host/events";
import type { HoverParent, HoverPopover } from "../host/hover-popover";
import type { TFile } from "../host/vault";
import { BaseFileView } from "./base-view";
import { CanvasView } from "./canvas-view";
import { MarkdownView } from "./markdown-view";
import { EmptyView, type View } from "./view";
import type { WorkspaceTabs } from "./workspace/tabs";

let lastId = 0;

/** A tab: it holds one view after another. */
export class WorkspaceLeaf extends Events implements HoverParent {
  readonly id = `leaf-${String(++lastId)}`;
  readonly containerEl: HTMLElement;
  hoverPopover: HoverPopover | null = null;
  view: View;
  pinned = false;
  detached = false;
  /** When it was active last, as a count: for the most recent one. */
  activeTime = 0;

  constructor(readonly app: App, public parent: WorkspaceTabs) {
    super();
    this.containerEl = parent.containerEl.createDiv("workspace-leaf");
    this.containerEl.remove();
    this.view = new EmptyView(this);
    void this.view.open(this.containerEl);
  }

  /** Views are never put off here, but a plugin has to ask. */
  get isDeferred(): boolean {
    return false;
  }

  async loadIfDeferred(): Promise<void> {}

  async open(view: View): Promise<View> {
    const before = this.view;
    this.view = view;
    const closing = before.close();
    await view.open(this.containerEl);
    await closing;
    this.updateHeader();
    return view;
  }

  async openFile(file: TFile, openState: OpenViewState = {}): Promise<void> {
    const { state, eState, active = true } = openState;
    const type = this.app.registries.viewTypeByExtension.get(file.extension) ?? "markdown";
    await this.setViewState({ type, state: { ...state, file: file.path }, active }, eState);
  }

  async setViewState(viewState: ViewState, eState?: unknown): Promise<void> {
    if (this.detached) return;
    const { workspace } = this.app;
    if (viewState.type !== this.view.getViewType()) await this.open(this.viewOf(viewState.type));
    await this.view.setState(viewState.state ?? {}, { history: false });
    // The note may have been closed while it was read.
    if (this.detached) return;
    if (eState !== undefined) this.setEphemeralState(eState);
    this.updateHeader();
    if (viewState.active) workspace.setActiveLeaf(this);
    else workspace.fileMayHaveChanged();
    workspace.layoutChanged();
  }

  private viewOf(type: string): View {
    const create = this.app.registries.viewCreators.get(type);
    if (create) return create(this) as View;
    return type === "markdown" ? new MarkdownView(this) : type === "bases" ? new BaseFileView(this) : type === "canvas" ? new CanvasView(this) : new EmptyView(this);
  }

  getViewState(): ViewState {
    return { type: this.view.getViewType(), state: this.view.getState(), pinned: this.pinned };
  }

  getEphemeralState(): Record<string, unknown> {
    return this.view.getEphemeralState();
  }

  setEphemeralState(state: unknown): void {
    this.view.setEphemeralState(state);
  }

  setPinned(pinned: boolean): void {
    this.pinned = pinned;
    this.trigger("pinned-change", pinned);
  }

  togglePinned(): void {
    this.setPinned(!this.pinned);
  }

  getRoot(): WorkspaceTabs {
    return this.parent;
  }

  getContainer(): WorkspaceTabs["container"] {
    return this.parent.container;
  }

  getIcon(): string {
    return this.view.getIcon();
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  updateHeader(): void {
    if (!this.detached) this.parent.drawHeader();
  }

  onResize(): void {
    this.view.onResize();
  }

  detach(): void {
    if (this.detached) return;
    this.detached = true;
    this.hoverPopover?.hide();
    void this.view.close();
    this.parent.removeLeaf(this);
    this.app.workspace.leafDetached(this);
  }
}
