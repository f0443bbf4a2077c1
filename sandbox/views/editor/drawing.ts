import type { EditorState, Range, SelectionRange } from "@codemirror/state";
import { Decoration, type DecorationSet, type WidgetType } from "@codemirror/view";
import { caretCountsField, editorLivePreviewField } from "./fields";

/** Sets of decorations whose elements lie in one another, the first innermost. */
export interface DrawnNote {
  readonly inner: DecorationSet;
  readonly wraps: DecorationSet;
  readonly links: DecorationSet;
}

export const nothingDrawn: DrawnNote = { inner: Decoration.none, wraps: Decoration.none, links: Decoration.none };

/** The decorations of one state while they are gathered. */
export class Drawing {
  private readonly ranges: Range<Decoration>[] = [];
  private readonly wraps: Range<Decoration>[] = [];
  private readonly links: Range<Decoration>[] = [];
  readonly live: boolean;
  private readonly carets: readonly SelectionRange[];

  constructor(readonly state: EditorState) {
    this.live = state.field(editorLivePreviewField);
    this.carets = state.field(caretCountsField) ? state.selection.ranges : [];
  }

  /** Whether a stretch is to be shown as it was written: in source mode always. */
  touched(from: number, to: number): boolean {
    return !this.live || this.carets.some((caret) => caret.from <= to && caret.to >= from);
  }

  mark(from: number, to: number, cls: string, attributes?: Record<string, string>): void {
    if (from < to) this.ranges.push(Decoration.mark({ class: cls, ...(attributes ? { attributes } : {}) }).range(from, to));
  }

  /** Around what `mark` makes of the same stretch. */
  wrap(from: number, to: number, cls: string): void {
    if (from < to) this.wraps.push(Decoration.mark({ class: cls }).range(from, to));
  }

  /** Around both: Obsidian's own element of a link. */
  link(from: number, to: number, cls: string): void {
    if (from < to) this.links.push(Decoration.mark({ class: cls }).range(from, to));
  }

  finish(): DrawnNote {
    const [inner, wraps, links] = [this.ranges, this.wraps, this.links].map((ranges) => Decoration.set(ranges, true));
    return { inner: inner ?? Decoration.none, wraps: wraps ?? Decoration.none, links: links ?? Decoration.none };
  }

  line(at: number, cls: string, attributes?: Record<string, string>): void {
    this.ranges.push(Decoration.line({ class: cls, ...(attributes ? { attributes } : {}) }).range(at));
  }

  hide(from: number, to: number): void {
    if (from < to) this.ranges.push(Decoration.replace({}).range(from, to));
  }

  replace(from: number, to: number, widget: WidgetType): void {
    this.ranges.push(Decoration.replace({ widget }).range(from, to));
  }

  /** In the place of whole lines. */
  replaceLines(from: number, to: number, widget: WidgetType): void {
    this.ranges.push(Decoration.replace({ widget, block: true }).range(from, to));
  }
}
