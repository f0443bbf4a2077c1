import type { Lab } from "./lab";

/** Calls `listen` for the main window and every pop-out, those that are open now and those that open later. */
export function inEveryWindow({ app: { workspace }, plugin }: Lab, listen: (doc: Document) => void): void {
  const documents = new Set([workspace.rootSplit.doc]);
  workspace.iterateAllLeaves((leaf) => documents.add(leaf.view.containerEl.doc));
  documents.forEach(listen);
  plugin.registerEvent(workspace.on("window-open", (_, win) => listen(win.document)));
}
