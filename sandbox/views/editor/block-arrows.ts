import { Prec } from "@codemirror/state";
import { type Command, type EditorView, keymap } from "@codemirror/view";
import { livePreview } from "./live-preview";

function isReplaced(view: EditorView, position: number): boolean {
  let found = false;
  view.state.field(livePreview).inner.between(position, position, (_from, _to, { spec }) => {
    const { block } = spec as { block?: boolean };
    found ||= block === true;
  });
  return found;
}

/** Arrow keys go into what is drawn in the place of lines, where CodeMirror would step over it. */
const intoBlock = (forward: boolean): Command => (view) => {
  const { doc, selection } = view.state;
  const { main } = selection;
  const line = doc.lineAt(main.head);
  const next = line.number + (forward ? 1 : -1);
  if (!main.empty || next < 1 || next > doc.lines) return false;
  const target = doc.line(next).from;
  // Within a wrapped line an arrow moves to its next row first.
  const { head } = view.moveVertically(main, forward);
  if ((head >= line.from && head <= line.to && head !== main.head) || !isReplaced(view, target)) return false;
  view.dispatch({ selection: { anchor: target }, scrollIntoView: true, userEvent: "select" });
  return true;
};

export const blockArrows = Prec.high(keymap.of([
  { key: "ArrowUp", run: intoBlock(false) },
  { key: "ArrowDown", run: intoBlock(true) },
]));
