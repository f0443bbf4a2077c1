import { EditorView } from "@codemirror/view";
import { editorInfoField, editorLivePreviewField, MarkdownView, type App } from "obsidian";
import { wikilinkAt } from "../concepts/wikilink";

/** A link under the pointer, the focus or the cursor. */
export interface FoundLink {
  /** As the note writes it, without the alias. */
  readonly linktext: string;
  /** The note that holds it; "" where the host does not say. */
  readonly sourcePath: string;
  readonly el: HTMLElement;
  readonly place: "reading" | "live" | "source" | "card";
  /** Its line in the note, from 0, where known. */
  readonly line?: number;
  /** Where it begins in its line, where known. */
  readonly column?: number;
}

/** Marks links inside a card; their value is the link text. */
export const cardLinkAttribute = "data-reglab-link";

/** The link that an element of a note, an editor or a card belongs to. */
export function linkAt(app: App, target: EventTarget | null): FoundLink | null {
  const element = elementOf(target);
  if (element === null) return null;
  const inCard = element.closest<HTMLElement>(`[${cardLinkAttribute}]`);
  if (inCard !== null) {
    return { linktext: inCard.getAttribute(cardLinkAttribute) ?? "", sourcePath: activePath(app), el: inCard, place: "card" };
  }
  const anchor = element.closest<HTMLElement>("a.internal-link");
  if (anchor !== null) {
    const linktext = anchor.getAttribute("data-href") ?? anchor.getAttribute("href") ?? "";
    return { linktext, sourcePath: pathOf(app, anchor), el: anchor, place: "reading" };
  }
  const token = element.closest<HTMLElement>(".cm-hmd-internal-link, .cm-link");
  return token === null ? null : linkInEditor(token);
}

/** The wikilink at a position of an editor. */
export function linkAtPosition(view: EditorView, position: number): { linktext: string; line: number; column: number } | null {
  const line = view.state.doc.lineAt(position);
  const link = wikilinkAt(line.text, position - line.from);
  return link === null ? null : { linktext: link.target, line: line.number - 1, column: link.from };
}

function linkInEditor(token: HTMLElement): FoundLink | null {
  const view = EditorView.findFromDOM(token);
  if (view === null) return null;
  const found = linkAtPosition(view, view.posAtDOM(token));
  if (found === null) return null;
  const live = view.state.field(editorLivePreviewField, false) ?? false;
  const sourcePath = view.state.field(editorInfoField, false)?.file?.path ?? "";
  return { ...found, sourcePath, el: token, place: live ? "live" : "source" };
}

function elementOf(target: EventTarget | null): Element | null {
  const node = target as Node | null;
  if (node === null || typeof node.instanceOf !== "function") return null;
  return node.instanceOf(Element) ? node : null;
}

/** The note that an element was rendered from: its embed, else its view, else the active note. */
function pathOf(app: App, el: HTMLElement): string {
  const embed = el.closest<HTMLElement>(".markdown-embed, .internal-embed")?.getAttribute("src");
  const embedded = embed == null ? null : app.metadataCache.getFirstLinkpathDest(embed.replace(/#.*$/, ""), activePath(app));
  if (embedded !== null) return embedded.path;
  for (const { view } of app.workspace.getLeavesOfType("markdown")) {
    if (view instanceof MarkdownView && view.containerEl.contains(el)) return view.file?.path ?? "";
  }
  return activePath(app);
}

function activePath(app: App): string {
  return app.workspace.getActiveFile()?.path ?? "";
}
