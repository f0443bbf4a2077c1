import type { Drawing } from "./drawing";
import { type FormatSpan, formatSpans } from "./format-spans";
import { FormulaWidget } from "./small-widgets";

function drawSpan(drawing: Drawing, { kind, from, to, open, close, display }: FormatSpan): void {
  const touched = drawing.touched(from, to);
  const [inner, end] = [from + open, to - close];
  if (kind === "math") {
    if (touched) drawing.mark(from, to, "cm-math");
    else drawing.replace(from, to, new FormulaWidget(drawing.state.sliceDoc(inner, end), display === true));
    return;
  }
  drawing.mark(kind === "comment" ? from : inner, kind === "comment" ? to : end, kind === "link" ? "cm-link cm-underline" : `cm-${kind}`);
  if (kind === "comment") return;
  if (touched) {
    drawing.mark(from, inner, `cm-formatting cm-formatting-${kind}`);
    drawing.mark(end, to, kind === "link" ? "cm-formatting cm-url" : `cm-formatting cm-formatting-${kind}`);
  } else {
    drawing.hide(from, inner);
    drawing.hide(end, to);
  }
}

/** Bold, italic, code, formulas and the like, line by line. */
export function drawSpans(drawing: Drawing, from: number, to: number): void {
  const { doc } = drawing.state;
  for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
    for (const span of formatSpans(line.text, line.from)) drawSpan(drawing, span);
    if (line.to >= to || line.number === doc.lines) return;
  }
}
