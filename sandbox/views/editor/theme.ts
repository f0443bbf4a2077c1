import { EditorView } from "@codemirror/view";

/** What the editor's own elements need to stand right; colours and sizes are the page's. */
export const editorTheme = EditorView.theme({
  ".cm-embed-block": { whiteSpace: "normal" },
  ".cm-embed-block.cm-table-widget, .cm-embed-block.cm-embed": { overflowX: "auto" },
  ".list-bullet": { display: "inline-block", width: "1.1em", textIndent: "0", color: "var(--text-faint)" },
  ".task-list-label": { display: "inline-block", width: "1.5em", textIndent: "0", cursor: "default" },
  ".task-list-item-checkbox": { margin: "0" },
});
