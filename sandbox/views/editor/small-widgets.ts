import { type EditorView, WidgetType } from "@codemirror/view";
import type { App } from "../../host/app";
import { drawProperties } from "../reading/properties";
import { renderMath } from "../render/math";

/** A formula within a line. */
export class FormulaWidget extends WidgetType {
  constructor(private readonly source: string, private readonly display: boolean) {
    super();
  }

  override eq(other: FormulaWidget): boolean {
    return other.source === this.source && other.display === this.display;
  }

  toDOM(view: EditorView): HTMLElement {
    const el = view.dom.createSpan({ cls: `math math-${this.display ? "block" : "inline"} is-loaded cm-embed-math` });
    el.remove();
    el.append(renderMath(this.source, this.display));
    return el;
  }

  /** A click puts the caret into it. */
  override ignoreEvent(): boolean {
    return false;
  }
}

export class RuleWidget extends WidgetType {
  override eq(): boolean {
    return true;
  }

  toDOM(view: EditorView): HTMLElement {
    const el = view.dom.ownerDocument.createElement("hr");
    el.className = "cm-rule";
    return el;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

export class BulletWidget extends WidgetType {
  override eq(): boolean {
    return true;
  }

  toDOM(view: EditorView): HTMLElement {
    const el = view.dom.ownerDocument.createElement("span");
    el.className = "list-bullet cm-formatting-list";
    el.textContent = "•";
    return el;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

/** A task's box: a click writes the mark. */
export class TaskWidget extends WidgetType {
  constructor(private readonly done: boolean) {
    super();
  }

  override eq(other: TaskWidget): boolean {
    return other.done === this.done;
  }

  toDOM(view: EditorView): HTMLElement {
    const label = view.dom.ownerDocument.createElement("label");
    label.className = "task-list-label";
    const box = label.createEl("input", { cls: "task-list-item-checkbox", type: "checkbox" });
    box.checked = this.done;
    box.addEventListener("click", (event) => {
      event.preventDefault();
      const line = view.state.doc.lineAt(view.posAtDOM(label));
      const at = line.from + line.text.indexOf("[") + 1;
      view.dispatch({ changes: { from: at, to: at + 1, insert: this.done ? " " : "x" } });
    });
    return label;
  }
}

/** The front matter as a list, as in reading view. */
export class PropertiesWidget extends WidgetType {
  constructor(private readonly app: App, private readonly yaml: string, private readonly path: string) {
    super();
  }

  override eq(other: PropertiesWidget): boolean {
    return other.yaml === this.yaml && other.path === this.path;
  }

  toDOM(view: EditorView): HTMLElement {
    const el = view.dom.ownerDocument.createElement("div");
    el.className = "mod-frontmatter";
    drawProperties(el, this.app, this.yaml, this.path);
    return el;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}
