import type { App } from "../host/app";
import type { WorkspaceLeaf } from "../views/leaf";
import type { Mode } from "./parameters";

/** The page's three modes as the state of a Markdown view. */
export function stateOf(mode: Mode): { mode: "source" | "preview"; source: boolean } {
  return { mode: mode === "reading" ? "preview" : "source", source: mode === "source" };
}

/** Null where the leaf shows no note. */
export function modeOf(leaf: WorkspaceLeaf | null): Mode | null {
  const state = leaf?.view.getViewType() === "markdown" ? leaf.view.getState() : null;
  if (!state) return null;
  if (state.mode === "preview") return "reading";
  return state.source === true ? "source" : "live";
}

/** Resolves when the note is drawn. */
export async function openNote(app: App, path: string, mode: Mode, leaf: WorkspaceLeaf = app.workspace.getLeaf(false)): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (!file) throw new Error(`There is no note "${path}" in the vault.`);
  await leaf.openFile(file, { state: stateOf(mode) });
  await (leaf.view as { whenDrawn?: () => Promise<void> }).whenDrawn?.();
}
