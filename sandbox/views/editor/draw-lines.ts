import type { Line } from "@codemirror/state";
import type { Drawing } from "./drawing";
import type { NoteBlock } from "./parsed-note";
import { BulletWidget, TaskWidget } from "./small-widgets";

const listMark = /^([ \t]*)((?:[-*+])|(?:\d+[.)]))([ \t]+)(?:\[(.)\][ \t])?/;
/** Each level is as far to the right; a mark hangs to the left of its text. */
const levelEm = 1.6;
const hangEm = 1.4;
const quoteMark = /^ {0,3}(?:> ?)+/;

function eachLine(drawing: Drawing, { from, to }: NoteBlock, draw: (line: Line) => void): void {
  const { doc } = drawing.state;
  for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
    draw(line);
    if (line.to >= to || line.number === doc.lines) return;
  }
}

export function drawHeading(drawing: Drawing, block: NoteBlock): void {
  const level = String(block.level ?? 1);
  eachLine(drawing, block, (line) => {
    drawing.line(line.from, `HyperMD-header HyperMD-header-${level}`);
    const mark = /^ {0,3}#{1,6}[ \t]+/.exec(line.text)?.[0].length ?? 0;
    drawing.mark(line.from + mark, line.to, `cm-header cm-header-${level}`);
    if (drawing.touched(line.from, line.to)) drawing.mark(line.from, line.from + mark, "cm-formatting cm-formatting-header");
    else drawing.hide(line.from, line.from + mark);
  });
}

export function drawList(drawing: Drawing, block: NoteBlock): void {
  eachLine(drawing, block, (line) => {
    const found = listMark.exec(line.text);
    if (!found) return;
    const [all, indent = "", mark = "", gap = "", task] = found;
    const level = Math.ceil(indent.replace(/\t/g, "    ").length / 4) + 1;
    const from = line.from + indent.length;
    const indented = drawing.live && (indent === "" || !drawing.touched(line.from, from - 1));
    drawing.line(line.from, `HyperMD-list-line HyperMD-list-line-${String(level)}`, {
      ...(task === undefined ? {} : { "data-task": task }),
      ...(indented ? { style: `padding-inline-start: ${String(level * levelEm)}em; text-indent: -${String(hangEm)}em` } : {}),
    });
    if (indented) drawing.hide(line.from, from);
    const to = from + mark.length + gap.length;
    const whole = line.from + all.length;
    if (task !== undefined && !drawing.touched(from, whole - 1)) drawing.replace(from, whole - 1, new TaskWidget(task !== " "));
    else if (/\d/.test(mark) || drawing.touched(from, to - gap.length)) drawing.mark(from, to, "cm-formatting cm-formatting-list");
    else drawing.replace(from, from + mark.length, new BulletWidget());
  });
}

export function drawQuote(drawing: Drawing, block: NoteBlock): void {
  eachLine(drawing, block, (line) => {
    drawing.line(line.from, "HyperMD-quote HyperMD-quote-1");
    const mark = quoteMark.exec(line.text)?.[0].length ?? 0;
    if (drawing.touched(line.from, line.to)) drawing.mark(line.from, line.from + mark, "cm-formatting cm-formatting-quote");
    else drawing.hide(line.from, line.from + mark);
  });
}

export function drawCodeLines(drawing: Drawing, block: NoteBlock): void {
  eachLine(drawing, block, (line) => {
    const edge = line.from === block.from ? " HyperMD-codeblock-begin" : line.to === block.to ? " HyperMD-codeblock-end" : "";
    drawing.line(line.from, `HyperMD-codeblock HyperMD-codeblock-bg${block.fence ? edge : ""}`);
    if (edge && block.fence) drawing.mark(line.from, line.to, "cm-formatting cm-formatting-code-block");
  });
}

export function drawPlain(drawing: Drawing, block: NoteBlock, cls: string): void {
  eachLine(drawing, block, (line) => drawing.mark(line.from, line.to, cls));
}
