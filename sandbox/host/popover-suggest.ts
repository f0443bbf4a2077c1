import type { App } from "./app";
import { Scope } from "./keymap";
import { SuggestionList } from "./suggestion-list";

/** Rows that hang under a field or a caret; base of the editor's and of a field's suggesters. */
export abstract class PopoverSuggest<T> {
  readonly scope: Scope;
  readonly suggestEl: HTMLElement;
  readonly suggestions: SuggestionList<T>;
  isOpen = false;

  constructor(readonly app: App, scope?: Scope) {
    this.scope = scope ?? new Scope(app.scope);
    this.suggestEl = document.createElement("div");
    this.suggestEl.className = "suggestion-container";
    this.suggestions = new SuggestionList<T>(this, this.suggestEl.createDiv("suggestion"), this.scope);
    this.scope.register([], "Enter", (event) => (event.isComposing || !this.suggestions.useSelectedItem(event) ? undefined : false));
    this.scope.register([], "Escape", () => {
      this.close();
      return false;
    });
  }

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.app.keymap.pushScope(this.scope);
    window.activeDocument.body.append(this.suggestEl);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.app.keymap.popScope(this.scope);
    this.suggestions.setSuggestions([]);
    this.suggestEl.remove();
  }

  /** Places the rows under a box given in the window's coordinates. */
  reposition(box: { left: number; bottom: number }): void {
    this.suggestEl.setCssStyles({ position: "fixed", left: `${String(Math.max(0, box.left))}px`, top: `${String(box.bottom)}px` });
  }

  onHistoryBack(): void {
    this.close();
  }

  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}
