import { EditorView } from "@codemirror/view";
import type { App } from "../../host/app";
import { Keymap } from "../../host/keymap";
import { Menu } from "../../host/menu";
import { showLinkMenu } from "../hover/link-menu";
import { justTouched } from "../hover/touches";
import { editorInfoField, editorLivePreviewField } from "./fields";
import { linkTokenAt } from "./parsed-note";

interface Clickable {
  readonly el: HTMLElement;
  readonly linktext: string;
  readonly sourcePath: string;
  readonly app: App;
}

/** The link token under an event; links within widgets are theirs. */
function clickableAt(event: Event, view: EditorView): Clickable | null {
  const el = (event.target as Element | null)?.closest?.<HTMLElement>(".cm-link, .cm-hmd-internal-link, .cm-footref");
  const info = view.state.field(editorInfoField);
  if (!el || !info || el.closest(".cm-embed-block")) return null;
  const token = linkTokenAt(view.state, view.posAtDOM(el));
  return token ? { el, linktext: token.link, sourcePath: info.file?.path ?? "", app: info.app } : null;
}

/** Live Preview opens a drawn link with a plain click; text that shows its brackets is opened with Mod. */
function opens(event: MouseEvent, view: EditorView): boolean {
  if (event.button > 1) return false;
  if (event.button === 1 || Keymap.isModifier(event, "Mod")) return true;
  const drawn = (event.target as Element | null)?.closest?.(".cm-underline") !== null;
  return drawn && view.state.field(editorLivePreviewField);
}

function onMouseOver(event: MouseEvent, view: EditorView): void {
  const info = view.state.field(editorInfoField);
  const link = clickableAt(event, view);
  if (!info || !link || justTouched(info.app)) return;
  const { el: targetEl, linktext, sourcePath } = link;
  info.app.workspace.trigger("hover-link", { event, source: "editor", hoverParent: info, targetEl, linktext, sourcePath });
}

function onClick(event: MouseEvent, view: EditorView): void {
  const link = opens(event, view) ? clickableAt(event, view) : null;
  if (!link || event.defaultPrevented) return;
  event.preventDefault();
  void link.app.workspace.openLinkText(link.linktext, link.sourcePath, Keymap.isModEvent(event));
}

function onContextMenu(event: MouseEvent, view: EditorView): void {
  const info = view.state.field(editorInfoField);
  if (!info || (event.target as Element).closest(".cm-embed-block")) return;
  // Before the caret moves: that draws the link anew.
  const link = clickableAt(event, view);
  const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
  const { from, to } = view.state.selection.main;
  if (at !== null && (at < from || at > to)) view.dispatch({ selection: { anchor: at } });
  if (link) showLinkMenu(link.app, event, link.linktext, link.sourcePath);
  info.app.workspace.trigger("editor-menu", Menu.forEvent(event), info.editor, info);
}

/** Delegated and in the bubble phase, as in Obsidian: a plugin that stops the event earlier is first. */
export const linkEvents = EditorView.domEventHandlers({
  mouseover: onMouseOver,
  click: onClick,
  auxclick: onClick,
  contextmenu: onContextMenu,
  // The caret stays away from a link that the click will open.
  mousedown: (event, view) => {
    if (!opens(event, view) || !clickableAt(event, view)) return false;
    event.preventDefault();
    return true;
  },
});
