import { redo, undo } from "@codemirror/commands";
import { EditorSelection, type ChangeSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type {
  EditorChange, EditorCommandName, EditorPosition, EditorRange, EditorRangeOrCaret, EditorSelection as HostSelection, EditorSelectionOrCaret, EditorTransaction,
} from "obsidian";
import { editorCommands } from "./editor-commands";

type Side = "from" | "to" | "head" | "anchor";

/** Obsidian's editor over CodeMirror's: lines and columns from 0. Positions outside the text count as its nearest place. */
export class Editor {
  constructor(readonly cm: EditorView) {}

  getDoc(): this {
    return this;
  }

  refresh(): void {
    this.cm.requestMeasure();
  }

  getValue(): string {
    return this.cm.state.doc.toString();
  }

  setValue(content: string): void {
    this.cm.dispatch({ changes: { from: 0, to: this.cm.state.doc.length, insert: content } });
  }

  getLine(line: number): string {
    const { doc } = this.cm.state;
    return line >= 0 && line < doc.lines ? doc.line(line + 1).text : "";
  }

  setLine(line: number, text: string): void {
    this.replaceRange(text, { line, ch: 0 }, { line, ch: this.getLine(line).length });
  }

  lineCount(): number {
    return this.cm.state.doc.lines;
  }

  lastLine(): number {
    return this.lineCount() - 1;
  }

  posToOffset({ line, ch }: EditorPosition): number {
    const { doc } = this.cm.state;
    if (line < 0) return 0;
    if (line >= doc.lines) return doc.length;
    const { from, to } = doc.line(line + 1);
    return Math.min(to, from + Math.max(0, ch));
  }

  offsetToPos(offset: number): EditorPosition {
    const { doc } = this.cm.state;
    const line = doc.lineAt(Math.max(0, Math.min(doc.length, offset)));
    return { line: line.number - 1, ch: Math.max(0, Math.min(doc.length, offset)) - line.from };
  }

  getRange(from: EditorPosition, to: EditorPosition): string {
    return this.cm.state.sliceDoc(this.posToOffset(from), this.posToOffset(to));
  }

  getCursor(side: Side = "head"): EditorPosition {
    return this.offsetToPos(this.cm.state.selection.main[side]);
  }

  setCursor(pos: EditorPosition | number, ch = 0): void {
    this.setSelection(typeof pos === "number" ? { line: pos, ch } : pos);
  }

  getSelection(): string {
    const { from, to } = this.cm.state.selection.main;
    return this.cm.state.sliceDoc(from, to);
  }

  somethingSelected(): boolean {
    return this.cm.state.selection.ranges.some(({ empty }) => !empty);
  }

  listSelections(): HostSelection[] {
    return this.cm.state.selection.ranges.map(({ anchor, head }) => ({ anchor: this.offsetToPos(anchor), head: this.offsetToPos(head) }));
  }

  setSelection(anchor: EditorPosition, head: EditorPosition = anchor): void {
    this.cm.dispatch({ selection: { anchor: this.posToOffset(anchor), head: this.posToOffset(head) }, scrollIntoView: true });
  }

  setSelections(ranges: EditorSelectionOrCaret[], main = 0): void {
    const all = ranges.map(({ anchor, head = anchor }) => EditorSelection.range(this.posToOffset(anchor), this.posToOffset(head)));
    this.cm.dispatch({ selection: EditorSelection.create(all, main) });
  }

  replaceSelection(replacement: string): void {
    this.cm.dispatch(this.cm.state.replaceSelection(replacement), { scrollIntoView: true, userEvent: "input" });
  }

  replaceRange(replacement: string, from: EditorPosition, to: EditorPosition = from): void {
    this.cm.dispatch({ changes: this.changeOf({ text: replacement, from, to }) });
  }

  private changeOf({ text, from, to = from }: EditorChange): { from: number; to: number; insert: string } {
    return { from: this.posToOffset(from), to: this.posToOffset(to), insert: text };
  }

  /** One step of undo. Selections are given as they will be afterwards. */
  transaction({ replaceSelection, changes = [], selection, selections }: EditorTransaction): void {
    const own = replaceSelection === undefined ? [] : this.cm.state.selection.ranges.map(({ from, to }) => ({ from, to, insert: replaceSelection }));
    const specs: ChangeSpec[] = [...changes.map((change) => this.changeOf(change)), ...own];
    const tr = this.cm.state.update({ changes: specs });
    this.cm.dispatch({ changes: tr.changes, userEvent: "input", scrollIntoView: true });
    const wanted = selections ?? (selection ? [selection] : []);
    if (wanted.length > 0) this.setSelections(wanted.map(({ from, to = from }: EditorRangeOrCaret) => ({ anchor: from, head: to })));
  }

  processLines<T>(
    read: (line: number, text: string) => T | null,
    write: (line: number, text: string, value: T | null) => EditorChange | void,
    ignoreEmpty = true,
  ): void {
    const lines = new Set<number>();
    for (const { from, to } of this.cm.state.selection.ranges) {
      for (let line = this.offsetToPos(from).line; line <= this.offsetToPos(to).line; line++) lines.add(line);
    }
    const chosen = [...lines].filter((line) => !ignoreEmpty || lines.size === 1 || this.getLine(line).trim() !== "");
    const values = chosen.map((line) => read(line, this.getLine(line)));
    const changes = chosen.map((line, index) => write(line, this.getLine(line), values[index] ?? null)).filter((change) => change !== undefined);
    if (changes.length > 0) this.transaction({ changes: changes as EditorChange[] });
  }

  wordAt(pos: EditorPosition): EditorRange | null {
    const word = this.cm.state.wordAt(this.posToOffset(pos));
    return word && { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) };
  }

  focus(): void {
    this.cm.focus();
  }

  blur(): void {
    this.cm.contentDOM.blur();
  }

  hasFocus(): boolean {
    return this.cm.hasFocus;
  }

  getScrollInfo(): { top: number; left: number } {
    return { top: this.cm.scrollDOM.scrollTop, left: this.cm.scrollDOM.scrollLeft };
  }

  scrollTo(x?: number | null, y?: number | null): void {
    this.cm.scrollDOM.scrollTo({ ...(x == null ? {} : { left: x }), ...(y == null ? {} : { top: y }) });
  }

  scrollIntoView({ from, to }: EditorRange, center = false): void {
    const range = EditorSelection.range(this.posToOffset(from), this.posToOffset(to));
    this.cm.dispatch({ effects: EditorView.scrollIntoView(range, { y: center ? "center" : "nearest" }) });
  }

  undo(): void {
    undo(this.cm);
  }

  redo(): void {
    redo(this.cm);
  }

  exec(command: EditorCommandName): void {
    editorCommands[command](this.cm);
  }
}
