import type { OpenViewState, PaneType } from "obsidian";
import type { App } from "../host/app";
import { setActiveWindow } from "../host/dom/install";
import { Events } from "../host/events";
import { Tasks } from "../host/tasks";
import type { TFile } from "../host/vault";
import { watchTouches } from "./hover/touches";
import { WorkspaceLeaf } from "./leaf";
import { MarkdownView } from "./markdown-view";
import { TextFileView } from "./text-file-view";
import type { View } from "./view";
import { openLinkText } from "./workspace/open-link";
import { WorkspaceWindow } from "./workspace/popout-window";
import { type WorkspaceContainer, WorkspaceTabs } from "./workspace/tabs";

type ViewClass<T extends View> = abstract new (...args: never[]) => T;

/** Obsidian's side panes, which the stand-in has none of. */
const emptySide = { collapsed: true, children: [] as WorkspaceLeaf[], expand: () => {}, collapse: () => {}, toggle: () => {} };

/** One group of tabs in the main window, and one in each pop-out. */
export class Workspace extends Events {
  readonly containerEl: HTMLElement;
  readonly rootSplit: WorkspaceContainer & { readonly children: readonly WorkspaceTabs[] };
  readonly leftSplit = emptySide;
  readonly rightSplit = emptySide;
  readonly floating = new Set<WorkspaceWindow>();
  activeLeaf: WorkspaceLeaf | null = null;
  layoutReady = false;
  /** Called with a second window before anything is done in it. */
  onNewWindow: ((win: Window) => void) | null = null;
  private readonly root: WorkspaceTabs;
  private readyCallbacks: (() => unknown)[] = [];
  private announcedFile: TFile | null = null;
  private layoutChangePending = false;
  private activations = 0;

  constructor(private readonly app: App) {
    super();
    this.containerEl = createDiv("workspace");
    const container = { containerEl: this.containerEl, doc: document, win: window };
    this.root = new WorkspaceTabs(app, container);
    this.rootSplit = { ...container, children: [this.root] };
    watchTouches(app, window);
    window.addEventListener("focus", () => setActiveWindow(window));
    window.addEventListener("pagehide", () => this.quit());
  }

  /** The page goes: what is unsaved is written as far as the browser lets it. */
  private quit(): void {
    this.trigger("quit", new Tasks());
    this.iterateAllLeaves(({ view }) => {
      if (view instanceof TextFileView) void view.save();
    });
  }

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.readyCallbacks.push(callback);
  }

  /** For the page, once the vault is loaded. */
  setLayoutReady(): void {
    if (this.layoutReady) return;
    this.layoutReady = true;
    if (this.root.leaves.length === 0) this.setActiveLeaf(this.addLeaf(this.root));
    for (const callback of this.readyCallbacks.splice(0)) callback();
    this.trigger("layout-ready");
    this.layoutChanged();
  }

  /** An editor that commands can work on; views other than notes have none. */
  get activeEditor(): MarkdownView | null {
    const view = this.activeLeaf?.view;
    return view instanceof MarkdownView && view.file ? view : null;
  }

  private addLeaf(tabs: WorkspaceTabs): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this.app, tabs);
    tabs.addLeaf(leaf);
    return leaf;
  }

  getLeaf(newLeaf: PaneType | boolean = false): WorkspaceLeaf {
    if (newLeaf === "window") return this.openPopoutLeaf();
    const last = this.activeLeaf && !this.activeLeaf.detached ? this.activeLeaf : this.getMostRecentLeaf();
    if (last && newLeaf === false && !last.pinned) return last;
    return this.addLeaf(last?.parent ?? this.root);
  }

  getUnpinnedLeaf(): WorkspaceLeaf {
    return this.getLeaf(false);
  }

  createLeafBySplit(leaf: WorkspaceLeaf): WorkspaceLeaf {
    return this.addLeaf(leaf.parent);
  }

  getLeftLeaf(): WorkspaceLeaf | null {
    return this.addLeaf(this.root);
  }

  getRightLeaf(): WorkspaceLeaf | null {
    return this.addLeaf(this.root);
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    return this.leaves().find((leaf) => leaf.id === id) ?? null;
  }

  getMostRecentLeaf(): WorkspaceLeaf | null {
    return this.leaves().reduce<WorkspaceLeaf | null>((best, leaf) => (!best || leaf.activeTime > best.activeTime ? leaf : best), null);
  }

  private leaves(): WorkspaceLeaf[] {
    return [this.root, ...[...this.floating].map(({ tabs }) => tabs)].flatMap((tabs) => [...tabs.leaves]);
  }

  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.leaves()) callback(leaf);
  }

  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    this.iterateAllLeaves(callback);
  }

  getLeavesOfType(type: string): WorkspaceLeaf[] {
    return this.leaves().filter(({ view }) => view.getViewType() === type);
  }

  detachLeavesOfType(type: string): void {
    for (const leaf of this.getLeavesOfType(type)) leaf.detach();
  }

  getActiveViewOfType<T extends View>(type: ViewClass<T>): T | null {
    const view = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  /** The active view's file; where that shows none, the file that was active before it. */
  getActiveFile(): TFile | null {
    const fileOf = (leaf: WorkspaceLeaf | null) => (leaf?.view as { file?: TFile | null } | undefined)?.file ?? null;
    const recent = this.leaves().sort((a, b) => b.activeTime - a.activeTime);
    return fileOf(this.activeLeaf) ?? recent.map(fileOf).find((file) => file !== null) ?? null;
  }

  /** The second argument is an object, or as in old plugins `pushHistory` followed by `focus`. */
  setActiveLeaf(leaf: WorkspaceLeaf, params: { focus?: boolean } | boolean = {}, focus = false): void {
    if (leaf.detached) return;
    const changed = this.activeLeaf !== leaf;
    this.activeLeaf?.containerEl.removeClass("mod-active");
    this.activeLeaf = leaf;
    leaf.activeTime = ++this.activations;
    leaf.containerEl.addClass("mod-active");
    leaf.parent.show(leaf);
    if (changed) this.trigger("active-leaf-change", leaf);
    this.fileMayHaveChanged();
    if (typeof params === "object" ? params.focus === true : focus) leaf.setEphemeralState({ focus: true });
    if (changed) this.layoutChanged();
  }

  async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    await leaf.loadIfDeferred();
    this.setActiveLeaf(leaf);
  }

  /** For leaves: says `file-open` where the active file is another one than before. */
  fileMayHaveChanged(): void {
    const file = (this.activeLeaf?.view as { file?: TFile | null } | undefined)?.file ?? null;
    if (file === this.announcedFile) return;
    this.announcedFile = file;
    this.trigger("file-open", file);
  }

  /** For leaves: many changes at once are told once, a moment later. */
  layoutChanged(): void {
    if (this.layoutChangePending) return;
    this.layoutChangePending = true;
    queueMicrotask(() => {
      this.layoutChangePending = false;
      this.trigger("layout-change");
    });
  }

  /** For leaves: another one becomes active; the main window is never without a tab. */
  leafDetached(leaf: WorkspaceLeaf): void {
    if (this.activeLeaf === leaf) this.activeLeaf = null;
    for (const popout of [...this.floating]) if (popout.tabs.leaves.length === 0) popout.close();
    if (this.root.leaves.length === 0) this.addLeaf(this.root);
    const next = leaf.parent.shownLeaf ?? this.getMostRecentLeaf() ?? this.root.shownLeaf;
    if (!this.activeLeaf && next) this.setActiveLeaf(next);
    this.layoutChanged();
  }

  /** A link to no note makes the note. */
  openLinkText(linktext: string, sourcePath: string, newLeaf: PaneType | boolean = false, openViewState?: OpenViewState): Promise<void> {
    return openLinkText(this.app, { linktext, sourcePath, newLeaf, openViewState });
  }

  openPopoutLeaf(size: { size?: { width: number; height: number } } = {}): WorkspaceLeaf {
    const popout = new WorkspaceWindow(this.app, size.size);
    this.floating.add(popout);
    this.trigger("window-open", popout, popout.win);
    const leaf = this.addLeaf(popout.tabs);
    this.setActiveLeaf(leaf);
    return leaf;
  }

  moveLeafToPopout(leaf: WorkspaceLeaf): WorkspaceWindow {
    const popout = new WorkspaceWindow(this.app);
    this.floating.add(popout);
    this.trigger("window-open", popout, popout.win);
    popout.take(leaf);
    if (this.root.leaves.length === 0) this.addLeaf(this.root);
    this.layoutChanged();
    return popout;
  }

  /** For pop-outs: called by a window that closes. */
  windowClosed(popout: WorkspaceWindow): void {
    if (!this.floating.delete(popout)) return;
    for (const leaf of [...popout.tabs.leaves]) leaf.detach();
    this.trigger("window-close", popout, popout.win);
    setActiveWindow(window);
  }

  /** Editors take over what plugins have changed in their extensions. */
  updateOptions(): void {
    this.app.registries.editorExtensions.changed();
  }

  requestSaveLayout(): void {}

  getLastOpenFiles(): string[] {
    const path = this.getActiveFile()?.path;
    return path === undefined ? [] : [path];
  }
}
