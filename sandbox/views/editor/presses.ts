import { EditorState, type Extension, StateField } from "@codemirror/state";
import { ViewPlugin } from "@codemirror/view";

/** Whether the last press was within a widget that keeps its clicks. Not part of the text's history: one box per state. */
const lastPress = StateField.define<{ inWidget: boolean }>({ create: () => ({ inWidget: false }), update: (press) => press });

/** In the capture phase: what is drawn in a widget may keep the press to itself. */
const watchPresses = ViewPlugin.define((view) => {
  const note = (event: Event) => {
    const widget = event.type === "mousedown" && (event.target as Element | null)?.closest?.(".cm-embed-block:not(.math-block)");
    view.state.field(lastPress).inWidget = Boolean(widget);
  };
  const kinds = ["mousedown", "keydown"];
  for (const kind of kinds) view.dom.addEventListener(kind, note, true);
  return {
    destroy: () => {
      for (const kind of kinds) view.dom.removeEventListener(kind, note, true);
    },
  };
});

/** A browser puts the caret beside a widget that is pressed, which would turn it into its source: such moves are dropped. */
export const widgetPresses: Extension = [
  lastPress,
  watchPresses,
  EditorState.transactionFilter.of((tr) => {
    const moved = tr.isUserEvent("select") && !tr.docChanged;
    return moved && tr.startState.field(lastPress).inWidget ? [] : tr;
  }),
];
