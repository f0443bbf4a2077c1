import type { App } from "../host/app";
import type { WorkspaceLeaf } from "../views/leaf";
import { openNote } from "./note-mode";
import type { Mode } from "./parameters";

/** A note in a window of its own. */
export class SecondWindow {
  private leaf: WorkspaceLeaf | null = null;

  constructor(private readonly app: App) {}

  async open(path: string, mode: Mode): Promise<Window> {
    const leaf = this.app.workspace.openPopoutLeaf();
    this.leaf = leaf;
    await openNote(this.app, path, mode, leaf);
    const win = leaf.view.containerEl.ownerDocument.defaultView;
    if (!win) throw new Error("The second window was closed before the note was drawn.");
    return win;
  }

  close(): void {
    this.leaf?.detach();
    this.leaf = null;
  }
}
