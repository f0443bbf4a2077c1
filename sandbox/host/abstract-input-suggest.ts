import type { App } from "./app";
import { PopoverSuggest } from "./popover-suggest";

export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
  limit = 100;
  private chosen: ((value: T, event: MouseEvent | KeyboardEvent) => unknown) | null = null;
  private asked = 0;

  constructor(app: App, readonly textInputEl: HTMLInputElement | HTMLDivElement) {
    super(app);
    textInputEl.addEventListener("input", () => void this.update());
    textInputEl.addEventListener("focus", () => void this.update());
    textInputEl.addEventListener("blur", () => this.close());
  }

  setValue(value: string): void {
    if ("value" in this.textInputEl) this.textInputEl.value = value;
    else this.textInputEl.textContent = value;
  }

  getValue(): string {
    return "value" in this.textInputEl ? this.textInputEl.value : (this.textInputEl.textContent ?? "");
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.chosen?.(value, event);
  }

  onSelect(callback: (value: T, event: MouseEvent | KeyboardEvent) => unknown): this {
    this.chosen = callback;
    return this;
  }

  protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

  private async update(): Promise<void> {
    const mine = ++this.asked;
    const values = (await this.getSuggestions(this.getValue())).slice(0, this.limit || undefined);
    if (mine !== this.asked || !this.textInputEl.isActiveElement()) return;
    if (values.length === 0) {
      this.close();
      return;
    }
    this.open();
    this.suggestions.setSuggestions(values);
    this.reposition(this.textInputEl.getBoundingClientRect());
  }
}
