/* eslint-disable @typescript-eslint/no-unused-vars -- what subclasses are told; here it is not needed */
import type { App } from "../host/app";
import { Component } from "../host/component";
import { setIcon } from "../host/icons";
import type { Scope } from "../host/keymap";
import type { Menu } from "../host/menu";
import type { WorkspaceLeaf } from "./leaf";

/** A view may turn a change of state into a step of the leaf's history; the stand-in keeps none. */
export interface ViewStateResult {
  history: boolean;
}

export abstract class View extends Component {
  readonly app: App;
  icon = "file-text";
  navigation = false;
  readonly containerEl: HTMLElement;
  scope: Scope | null = null;

  constructor(readonly leaf: WorkspaceLeaf) {
    super();
    this.app = leaf.app;
    this.containerEl = leaf.containerEl.createDiv({ cls: "workspace-leaf-content" });
    this.containerEl.remove();
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;

  protected async onOpen(): Promise<void> {}
  protected async onClose(): Promise<void> {}

  /** For the leaf: shows the view in it. */
  async open(parentEl: HTMLElement): Promise<void> {
    this.containerEl.dataset.type = this.getViewType();
    parentEl.append(this.containerEl);
    await this.load();
    await this.onOpen();
  }

  /** For the leaf: takes it out. What is unsaved is saved first. */
  async close(): Promise<void> {
    this.containerEl.remove();
    try {
      await this.onClose();
    } finally {
      this.unload();
    }
  }

  getState(): Record<string, unknown> {
    return {};
  }

  async setState(_state: unknown, _result: ViewStateResult): Promise<void> {}

  getEphemeralState(): Record<string, unknown> {
    return {};
  }

  setEphemeralState(_state: unknown): void {}

  getIcon(): string {
    return this.icon;
  }

  onResize(): void {}

  onPaneMenu(_menu: Menu, _source: string): void {}
}

export abstract class ItemView extends View {
  readonly contentEl: HTMLElement;
  private readonly actionsEl: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.actionsEl = this.containerEl.createDiv("view-header").createDiv("view-actions");
    this.actionsEl.parentElement?.hide();
    this.contentEl = this.containerEl.createDiv("view-content");
  }

  /** The header is there once something is in it. */
  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = this.actionsEl.createEl("button", { cls: "clickable-icon view-action", attr: { "aria-label": title } });
    setIcon(el, icon);
    el.addEventListener("click", callback);
    this.actionsEl.parentElement?.show();
    return el;
  }
}

/** What a leaf shows before anything is opened in it. */
export class EmptyView extends ItemView {
  getViewType(): string {
    return "empty";
  }

  getDisplayText(): string {
    return "New tab";
  }
}
