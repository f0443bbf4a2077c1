import { type EditorView, WidgetType } from "@codemirror/view";
import type { Component } from "../../host/component";
import { followLinks } from "../hover/follow-links";
import { renderMath } from "../render/math";
import { renderInto } from "../render/render-markdown";
import { newDocId } from "../render/rendering";
import { EmbedBlock } from "./embed-block";
import { editPlace } from "./fields";

/** A callout, a table, an embed: drawn as in reading view. */
export class RenderedWidget extends EmbedBlock {
  protected readonly cls: string;

  constructor(private readonly type: string, private readonly text: string) {
    super();
    this.cls = `cm-${type} markdown-rendered`;
  }

  override eq(other: RenderedWidget): boolean {
    return other.type === this.type && other.text === this.text;
  }

  protected fill(el: HTMLElement, view: EditorView, owner: Component): void {
    const place = view.state.facet(editPlace);
    if (!place) return;
    const { app, info } = place;
    const sourcePath = info.file?.path ?? "";
    followLinks(el, { app, owner, hoverParent: info, sourcePath: () => info.file?.path ?? "" });
    renderInto(el, this.text, { app, sourcePath, docId: newDocId(), owner, sectionInfo: () => null, depth: 0 });
  }
}

/** A formula on lines of its own. A click puts the caret into it. */
export class FormulaBlockWidget extends WidgetType {
  constructor(private readonly source: string) {
    super();
  }

  override eq(other: FormulaBlockWidget): boolean {
    return other.source === this.source;
  }

  toDOM(view: EditorView): HTMLElement {
    const el = view.dom.ownerDocument.createElement("div");
    el.className = "math math-block is-loaded cm-embed-block";
    el.append(renderMath(this.source, true));
    return el;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}
