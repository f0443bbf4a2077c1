import { EditorView } from "@codemirror/view";
import { type App, MarkdownView } from "obsidian";
import { markdownLinkAt, readBlockLink, type BlockLink } from "../demo/block-link";
import { inEveryWindow } from "./every-window";
import type { Lab } from "./lab";
import type { RegularizationBlock } from "./regularization-block";

/** Lets a link such as `[more](#regularization?lambda=0.5)` move a block of its note, in every window. */
export function followBlockLinks(lab: Lab, drawn: ReadonlySet<RegularizationBlock>): void {
  inEveryWindow(lab, (doc) => lab.plugin.registerDomEvent(doc, "click", (event) => onClick(lab.app, event, drawn), { capture: true }));
}

function onClick(app: App, event: MouseEvent, drawn: ReadonlySet<RegularizationBlock>): void {
  const el = event.target as HTMLElement | null;
  if (el === null || typeof el.closest !== "function") return;
  const link = linkOf(el);
  if (link === null) return;
  const view = viewAround(app, el);
  const block = blockFor(link, { from: el, path: view?.file?.path }, drawn);
  if (block === null) return;
  event.preventDefault();
  event.stopPropagation();
  block.moveTo(link);
  const line = block.home.line?.() ?? null;
  // Far from the screen the host takes a block out of the note: it comes back where the note is scrolled to.
  if (!block.containerEl.isConnected && line !== null) view?.setEphemeralState({ line });
}

function viewAround(app: App, el: HTMLElement): MarkdownView | null {
  let found: MarkdownView | null = null;
  app.workspace.iterateAllLeaves(({ view }) => {
    if (view instanceof MarkdownView && view.containerEl.contains(el)) found = view;
  });
  return found;
}

function linkOf(el: HTMLElement): BlockLink | null {
  const anchor = el.closest("a");
  if (anchor !== null) return readBlockLink(anchor.getAttribute("data-href") ?? anchor.getAttribute("href") ?? "");
  const token = el.closest<HTMLElement>(".cm-link, .cm-url");
  const view = token === null ? null : EditorView.findFromDOM(token);
  if (token === null || view === null) return null;
  const position = view.posAtDOM(token);
  const line = view.state.doc.lineAt(position);
  const target = markdownLinkAt(line.text, position - line.from);
  return target === null ? null : readBlockLink(target);
}

/** The block with the link's name, else the nearest on the screen; both only in the note that the link stands in. */
function blockFor({ name }: BlockLink, { from, path }: { from: HTMLElement; path: string | undefined }, drawn: ReadonlySet<RegularizationBlock>): RegularizationBlock | null {
  const note = from.closest(".workspace-leaf-content, .popover, .print") ?? from.doc.body;
  const here = [...drawn].filter((block) => note.contains(block.containerEl));
  if (name !== undefined) {
    const isNamed = (block: RegularizationBlock) => block.name === name;
    return here.find(isNamed) ?? [...drawn].find((block) => isNamed(block) && !block.containerEl.isConnected && block.home.sourcePath === path) ?? null;
  }
  const { top } = from.getBoundingClientRect();
  const distance = (block: RegularizationBlock) => {
    const box = block.containerEl.getBoundingClientRect();
    return Math.max(box.top - top, top - box.bottom, 0);
  };
  return here.reduce<RegularizationBlock | null>((best, block) => (best === null || distance(block) < distance(best) ? block : best), null);
}
