import { MarkdownView, type App, type MarkdownPostProcessorContext, type TFile } from "obsidian";
import { bodyLines, findFences, locateFence, replaceBody, type Fence } from "../demo/fences";

/** Where a block was drawn from: the text it was given and what the host knows of its place. */
export interface BlockPlace {
  readonly source: string;
  readonly el: HTMLElement;
  readonly context: MarkdownPostProcessorContext;
}

/** Why a block could not be written back; the note is untouched then. */
export type SaveRefusal = "no-file" | "changed" | "unclear";

/** Position of a block among the blocks of its note, from 0; null where the host does not say. */
export function ordinalOf(place: BlockPlace): number | null {
  const info = place.context.getSectionInfo(place.el);
  if (info === null) return null;
  const fences = findFences(info.text);
  const fence = locateFence(fences, place.source, info.lineStart);
  return fence === null ? null : fences.indexOf(fence);
}

/**
 * Replaces the body of the block's own fence as one edit: in the open editor where there is one, so that it can be undone there,
 * else in the file. Refuses when the fence is not the one that the block was drawn from, or when two equal ones cannot be told apart.
 */
export async function saveFence(app: App, place: BlockPlace, rewrite: (body: string) => string): Promise<SaveRefusal | null> {
  const file = app.vault.getFileByPath(place.context.sourcePath);
  if (file === null) return "no-file";
  const lineStart = place.context.getSectionInfo(place.el)?.lineStart;
  const view = editingView(app, file);
  if (view === null) return saveInFile(app, file, { source: place.source, lineStart }, rewrite);
  const found = find(view.editor.getValue(), place.source, lineStart);
  if (typeof found === "string") return found;
  replaceInEditor(view, found, rewrite(found.body));
  return null;
}

async function saveInFile(
  app: App, file: TFile, block: { source: string; lineStart: number | undefined }, rewrite: (body: string) => string,
): Promise<SaveRefusal | null> {
  let refusal: SaveRefusal | null = null;
  await app.vault.process(file, (text) => {
    const found = find(text, block.source, block.lineStart);
    if (typeof found === "string") {
      refusal = found;
      return text;
    }
    return replaceBody(text, found, rewrite(found.body));
  });
  return refusal;
}

function find(text: string, source: string, lineStart: number | undefined): Fence | SaveRefusal {
  const fences = findFences(text);
  const fence = locateFence(fences, source, lineStart);
  if (fence !== null) return fence;
  const equal = fences.some((candidate) => candidate.body.trimEnd() === source.trimEnd());
  return equal ? "unclear" : "changed";
}

/** The editor that shows this file now: text typed there is newer than the file. */
function editingView(app: App, file: TFile): MarkdownView | null {
  const active = app.workspace.getActiveViewOfType(MarkdownView);
  const views = [active, ...app.workspace.getLeavesOfType("markdown").map((leaf) => leaf.view)];
  for (const view of views) {
    if (view instanceof MarkdownView && view.file === file && view.getMode() === "source") return view;
  }
  return null;
}

function replaceInEditor(view: MarkdownView, fence: Fence, body: string): void {
  const { editor } = view;
  const lines = bodyLines(fence, body);
  const after = fence.closed ? fence.lineEnd : fence.lineEnd + 1;
  const from = { line: fence.lineStart, ch: editor.getLine(fence.lineStart).length };
  const last = after - 1;
  const to = { line: last, ch: editor.getLine(last).length };
  editor.replaceRange(lines.map((line) => "\n" + line).join(""), from, to);
}
