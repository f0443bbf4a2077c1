import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { markdown, markdownKeymap, markdownLanguage } from "@codemirror/lang-markdown";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, keymap } from "@codemirror/view";
import { blockArrows } from "./block-arrows";
import { caretCountsField, livePreviewState } from "./fields";
import { linkEvents } from "./link-events";
import { livePreview } from "./live-preview";
import { parsedNote } from "./parsed-note";
import { widgetPresses } from "./presses";
import { editorTheme } from "./theme";

/** What every note's editor has, whatever plugins add. */
export const hostExtensions: Extension = [
  caretCountsField,
  parsedNote,
  livePreview,
  livePreviewState,
  linkEvents,
  blockArrows,
  widgetPresses,
  editorTheme,
  history(),
  drawSelection(),
  search({ top: true }),
  EditorState.allowMultipleSelections.of(true),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ spellcheck: "false", autocapitalize: "on", "aria-label": "Note" }),
  markdown({ base: markdownLanguage, completeHTMLTags: false, addKeymap: false }),
  keymap.of([...markdownKeymap, ...searchKeymap, ...historyKeymap, indentWithTab, ...defaultKeymap]),
];
