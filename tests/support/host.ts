import { App } from "../../sandbox/host/app";
import { installDomExtensions } from "../../sandbox/host/dom/install";
import type { TFile } from "../../sandbox/host/vault";
import { MarkdownView } from "../../sandbox/views/markdown-view";

/** What jsdom lacks of a browser that lays out: nothing has a size. */
function layOutNothing(): void {
  const noRects = () => [] as unknown as DOMRectList;
  Range.prototype.getClientRects = noRects;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
  Element.prototype.scrollIntoView = () => {};
  window.DOMRect ??= class { x = 0; y = 0; width = 0; height = 0; top = 0; left = 0; right = 0; bottom = 0; } as unknown as typeof DOMRect;
  globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;
  globalThis.ResizeObserver = class { observe(): void {} unobserve(): void {} disconnect(): void {} };
}

export interface Host {
  readonly app: App;
  file(path: string): TFile;
  /** Opens a note in the active tab; Live Preview without a mode. */
  open(path: string, mode?: "reading" | "live" | "source"): Promise<MarkdownView>;
}

/** The stand-in host over a vault, in a document without layout. */
export async function startHost(files: Record<string, string>): Promise<Host> {
  layOutNothing();
  installDomExtensions(window);
  document.body.replaceChildren();
  const app = new App({ files });
  document.body.append(app.workspace.containerEl);
  await app.loadVault();
  app.workspace.setLayoutReady();
  const file = (path: string): TFile => {
    const found = app.vault.getFileByPath(path);
    if (!found) throw new Error(`${path} is missing`);
    return found;
  };
  return {
    app,
    file,
    async open(path, mode = "live") {
      const leaf = app.workspace.getLeaf(false);
      await leaf.openFile(file(path), { state: { mode: mode === "reading" ? "preview" : "source", source: mode === "source" } });
      if (!(leaf.view instanceof MarkdownView)) throw new Error(`${path} is not shown as a note`);
      await leaf.view.whenDrawn();
      return leaf.view;
    },
  };
}
