import type { Scope } from "./keymap";

export interface SuggestionOwner<T> {
  renderSuggestion(value: T, el: HTMLElement): void;
  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

/** The rows under a prompt or a popover: one selected, arrow keys, Enter, mouse. */
export class SuggestionList<T> {
  values: T[] = [];
  selectedItem = 0;
  private rows: HTMLElement[] = [];

  constructor(private readonly owner: SuggestionOwner<T>, readonly containerEl: HTMLElement, scope: Scope) {
    containerEl.setAttribute("role", "listbox");
    containerEl.addEventListener("click", (event) => {
      const index = this.rowOf(event);
      const value = this.values[index];
      if (index >= 0 && value !== undefined) this.owner.selectSuggestion(value, event);
    });
    containerEl.addEventListener("mousemove", (event) => {
      const index = this.rowOf(event);
      if (index >= 0 && index !== this.selectedItem) this.setSelectedItem(index, false);
    });
    // The field keeps the focus while a row is clicked.
    containerEl.addEventListener("mousedown", (event) => event.preventDefault());
    const move = (step: number) => (event: KeyboardEvent) => {
      if (event.isComposing || this.values.length === 0) return undefined;
      this.setSelectedItem((this.selectedItem + step + this.values.length) % this.values.length, true);
      return false;
    };
    scope.register([], "ArrowDown", move(1));
    scope.register([], "ArrowUp", move(-1));
    scope.register([], "PageDown", move(10));
    scope.register([], "PageUp", move(-10));
  }

  setSuggestions(values: T[]): void {
    this.values = values;
    this.rows = values.map((value) => {
      const row = this.containerEl.ownerDocument.createElement("div");
      row.className = "suggestion-item";
      row.setAttribute("role", "option");
      this.owner.renderSuggestion(value, row);
      return row;
    });
    this.containerEl.replaceChildren(...this.rows);
    this.setSelectedItem(0, false);
  }

  useSelectedItem(event: MouseEvent | KeyboardEvent): boolean {
    const value = this.values[this.selectedItem];
    if (value === undefined) return false;
    this.owner.selectSuggestion(value, event);
    return true;
  }

  setSelectedItem(index: number, scroll: boolean): void {
    this.selectedItem = Math.max(0, Math.min(index, this.values.length - 1));
    this.rows.forEach((row, at) => {
      row.classList.toggle("is-selected", at === this.selectedItem);
      row.setAttribute("aria-selected", String(at === this.selectedItem));
    });
    if (scroll) this.rows[this.selectedItem]?.scrollIntoView({ block: "nearest" });
  }

  private rowOf(event: Event): number {
    const row = (event.target as Element | null)?.closest<HTMLElement>(".suggestion-item");
    return row ? this.rows.indexOf(row) : -1;
  }
}
