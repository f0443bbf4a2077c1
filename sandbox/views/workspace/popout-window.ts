import type { App } from "../../host/app";
import { announceMigration } from "../../host/dom/html-element-methods";
import { installDomExtensions, setActiveWindow } from "../../host/dom/install";
import { watchTouches } from "../hover/touches";
import type { WorkspaceLeaf } from "../leaf";
import { type WorkspaceContainer, WorkspaceTabs } from "./tabs";

/** Where the browser refuses a second window, a frame over the page has one too. */
function frameWindow(): { win: Window; close: () => void } {
  const frame = document.body.createEl("iframe", { cls: "popout-frame", attr: { title: "Second window" } });
  frame.setCssStyles({ position: "fixed", right: "16px", bottom: "16px", width: "min(720px, 90vw)", height: "70vh", zIndex: "20" });
  const win = frame.contentWindow;
  if (!win) throw new Error("No second window can be opened.");
  return { win, close: () => frame.remove() };
}

function openWindow({ width, height }: { width: number; height: number }): { win: Window; close: () => void } {
  const win = window.open("about:blank", "_blank", `popup,width=${String(width)},height=${String(height)}`);
  return win ? { win, close: () => win.close() } : frameWindow();
}

/** The page's style sheets, theme and body classes; classes are followed while the window is open. */
function dressLike(source: Document, target: Document): () => void {
  for (const sheet of Array.from(source.head.querySelectorAll("style, link[rel=stylesheet]"))) {
    const copy = target.importNode(sheet, true);
    if (sheet instanceof HTMLLinkElement) copy.setAttribute("href", sheet.href);
    target.head.append(copy);
  }
  const follow = () => {
    target.documentElement.lang = source.documentElement.lang;
    target.body.className = `${source.body.className} is-popout-window`;
    target.body.setAttribute("style", source.body.getAttribute("style") ?? "");
  };
  follow();
  const observer = new MutationObserver(follow);
  observer.observe(source.body, { attributes: true, attributeFilter: ["class", "style"] });
  return () => observer.disconnect();
}

/** A second window with tabs of its own. */
export class WorkspaceWindow implements WorkspaceContainer {
  readonly win: Window;
  readonly doc: Document;
  readonly containerEl: HTMLElement;
  readonly tabs: WorkspaceTabs;
  private readonly undo: (() => void)[] = [];
  private closed = false;

  constructor(private readonly app: App, size = { width: 800, height: 700 }) {
    const { win, close } = openWindow(size);
    this.win = win;
    this.doc = win.document;
    app.workspace.onNewWindow?.(win);
    installDomExtensions(win);
    this.undo.push(close, dressLike(document, this.doc), app.listenIn(win), watchTouches(app, win));
    const onFocus = () => setActiveWindow(win);
    const onLeave = () => this.close();
    win.addEventListener("focus", onFocus);
    win.addEventListener("pagehide", onLeave);
    // A second window does not outlive the page that fills it.
    window.addEventListener("pagehide", onLeave);
    this.undo.push(() => {
      win.removeEventListener("focus", onFocus);
      win.removeEventListener("pagehide", onLeave);
      window.removeEventListener("pagehide", onLeave);
    });
    this.doc.title = document.title;
    this.containerEl = this.doc.body.createDiv("app-container").createDiv("workspace");
    this.tabs = new WorkspaceTabs(app, this);
  }

  /** Moves a leaf of another window here and tells what is in it. */
  take(leaf: WorkspaceLeaf): void {
    leaf.parent.removeLeaf(leaf);
    leaf.parent = this.tabs;
    this.tabs.addLeaf(leaf);
    announceMigration(leaf.containerEl);
    this.app.workspace.setActiveLeaf(leaf);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.app.workspace.windowClosed(this);
    for (const undo of this.undo.reverse()) undo();
  }
}
