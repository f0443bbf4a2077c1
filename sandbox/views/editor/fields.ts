import { Facet, StateEffect, StateField } from "@codemirror/state";
import { type EditorView, ViewPlugin } from "@codemirror/view";
import type { App } from "../../host/app";
import type { HoverParent } from "../../host/hover-popover";
import type { TFile } from "../../host/vault";
import type { Editor } from "./editor";
import type { LateChildren } from "./late-children";

/** The view that an editor is in, for plugins. */
export interface EditorInfo extends HoverParent {
  readonly app: App;
  readonly file: TFile | null;
  readonly editor?: Editor;
}

export const editorInfoField = StateField.define<EditorInfo | null>({ create: () => null, update: (info) => info });

export const editorEditorField = StateField.define<EditorView | null>({ create: () => null, update: (view) => view });

export const setLive = StateEffect.define<boolean>();

/** Live Preview or source mode. */
export const editorLivePreviewField = StateField.define<boolean>({
  create: () => false,
  update: (live, { effects }) => effects.reduce((now, effect) => (effect.is(setLive) ? effect.value : now), live),
});

export const setShown = StateEffect.define<boolean>();

/** An editor behind the reading view draws nothing: no block runs twice. */
export const editorShownField = StateField.define<boolean>({
  create: () => true,
  update: (shown, { effects }) => effects.reduce((now, effect) => (effect.is(setShown) ? effect.value : now), shown),
});

/** What is drawn may have to be drawn otherwise although the text is the same: links resolve, processors come and go. */
export const redraw = StateEffect.define<null>();

/** The caret of a note that was only opened reveals nothing; the first move or the first key makes it count. */
export const caretCountsField = StateField.define<boolean>({
  create: () => false,
  update: (counts, tr) => counts || tr.selection !== undefined || tr.isUserEvent("input") || tr.isUserEvent("delete"),
});

/** For the widgets: where they are drawn and who unloads what they hold. */
export interface EditPlace {
  readonly app: App;
  readonly info: EditorInfo;
  readonly children: LateChildren;
}

export const editPlace = Facet.define<EditPlace, EditPlace | null>({ combine: (places) => places[0] ?? null });

export const livePreviewState = ViewPlugin.define((view) => {
  const state = { mousedown: false, destroy: () => {} };
  const { dom } = view;
  const { defaultView: win } = dom.ownerDocument;
  const down = () => (state.mousedown = true);
  const up = () => (state.mousedown = false);
  dom.addEventListener("mousedown", down);
  win?.addEventListener("mouseup", up);
  state.destroy = () => {
    dom.removeEventListener("mousedown", down);
    win?.removeEventListener("mouseup", up);
  };
  return state;
});
