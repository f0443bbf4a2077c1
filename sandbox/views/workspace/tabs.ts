import { setIcon } from "../../host/icons";
import { Menu } from "../../host/menu";
import type { App } from "../../host/app";
import type { TFile } from "../../host/vault";
import type { WorkspaceLeaf } from "../leaf";

/** What a group of tabs stands in: the main window or a pop-out. */
export interface WorkspaceContainer {
  readonly containerEl: HTMLElement;
  readonly doc: Document;
  readonly win: Window;
}

/** A group of tabs, one of them seen; the row of their names is there when there is a choice. */
export class WorkspaceTabs {
  readonly containerEl: HTMLElement;
  readonly leaves: WorkspaceLeaf[] = [];
  private readonly headerEl: HTMLElement;
  private readonly leavesEl: HTMLElement;
  private shown: WorkspaceLeaf | null = null;

  constructor(private readonly app: App, readonly container: WorkspaceContainer) {
    const split = container.containerEl.createDiv("workspace-split mod-vertical mod-root");
    this.containerEl = split.createDiv("workspace-tabs mod-top");
    this.headerEl = this.containerEl.createDiv({ cls: "workspace-tab-header-container", attr: { role: "tablist" } });
    this.leavesEl = this.containerEl.createDiv("workspace-tab-container");
  }

  get children(): readonly WorkspaceLeaf[] {
    return this.leaves;
  }

  addLeaf(leaf: WorkspaceLeaf): void {
    this.leaves.push(leaf);
    this.leavesEl.append(leaf.containerEl);
    if (this.shown) leaf.containerEl.hide();
    else this.shown = leaf;
    this.drawHeader();
  }

  removeLeaf(leaf: WorkspaceLeaf): void {
    const index = this.leaves.indexOf(leaf);
    if (index < 0) return;
    this.leaves.splice(index, 1);
    leaf.containerEl.remove();
    if (this.shown === leaf) {
      this.shown = null;
      const next = this.leaves[Math.min(index, this.leaves.length - 1)];
      if (next) this.show(next);
    }
    this.drawHeader();
  }

  show(leaf: WorkspaceLeaf): void {
    if (this.shown === leaf) return;
    this.shown?.containerEl.hide();
    this.shown = leaf;
    leaf.containerEl.show();
    leaf.onResize();
    this.drawHeader();
  }

  get shownLeaf(): WorkspaceLeaf | null {
    return this.shown;
  }

  drawHeader(): void {
    this.headerEl.replaceChildren(...this.leaves.map((leaf) => this.tabOf(leaf)));
    this.headerEl.toggle(this.leaves.length > 1);
  }

  private tabOf(leaf: WorkspaceLeaf): HTMLElement {
    const active = leaf === this.shown;
    const tab = this.headerEl.createDiv({
      cls: `workspace-tab-header tappable${active ? " is-active" : ""}`,
      attr: { role: "tab", "aria-selected": String(active), "data-type": leaf.view.getViewType() },
    });
    tab.createSpan({ cls: "workspace-tab-header-inner-title", text: leaf.getDisplayText() });
    const close = tab.createSpan({ cls: "workspace-tab-header-inner-close-button", attr: { role: "button", "aria-label": "Close" } });
    setIcon(close, "x");
    tab.addEventListener("click", () => this.app.workspace.setActiveLeaf(leaf, { focus: true }));
    close.addEventListener("click", (event) => {
      event.stopPropagation();
      leaf.detach();
    });
    tab.addEventListener("contextmenu", (event) => this.showMenu(event, leaf));
    return tab;
  }

  private showMenu(event: MouseEvent, leaf: WorkspaceLeaf): void {
    const menu = Menu.forEvent(event);
    menu.addItem((item) => item.setTitle("Close").setIcon("x").onClick(() => leaf.detach()));
    leaf.view.onPaneMenu(menu, "tab-header");
    const { file } = leaf.view as { file?: TFile | null };
    if (file) this.app.workspace.trigger("file-menu", menu, file, "tab-header", leaf);
  }
}
