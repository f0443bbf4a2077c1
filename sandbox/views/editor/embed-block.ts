import { type EditorView, WidgetType } from "@codemirror/view";
import type { Component } from "../../host/component";
import { setIcon } from "../../host/icons";
import { editPlace } from "./fields";

/** How each drawn widget lets go of what it holds. */
const releases = new WeakMap<HTMLElement, () => void>();

/** What stands in the place of a block's lines. Only its button opens the source: a click elsewhere belongs to what is drawn. */
export abstract class EmbedBlock extends WidgetType {
  protected abstract readonly cls: string;

  protected abstract fill(el: HTMLElement, view: EditorView, owner: Component): void;

  toDOM(view: EditorView): HTMLElement {
    const el = view.dom.ownerDocument.createElement("div");
    el.className = `cm-embed-block ${this.cls}`;
    const children = view.state.facet(editPlace)?.children;
    if (!children) return el;
    const owner = children.add();
    releases.set(el, () => children.drop(owner));
    this.fill(el, view, owner);
    const button = el.createDiv({ cls: "edit-block-button", attr: { "aria-label": "Edit this block", role: "button" } });
    setIcon(button, "code-2");
    button.addEventListener("click", (event) => {
      event.preventDefault();
      const line = view.state.doc.lineAt(view.posAtDOM(el));
      const inside = Math.min(line.number + 1, view.state.doc.lines);
      view.dispatch({ selection: { anchor: view.state.doc.line(inside).from } });
      view.focus();
    });
    // Formulas, icons and late drawings change the height after the first measure.
    owner.register(watchSize(el, view));
    return el;
  }

  override destroy(el: HTMLElement): void {
    releases.get(el)?.();
    releases.delete(el);
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

function watchSize(el: HTMLElement, view: EditorView): () => void {
  const observer = new ResizeObserver(() => view.requestMeasure());
  observer.observe(el);
  return () => observer.disconnect();
}
