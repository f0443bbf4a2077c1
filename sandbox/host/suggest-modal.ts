import type { App } from "./app";
import { Modal } from "./modal";
import { SuggestionList } from "./suggestion-list";

export interface Instruction {
  command: string;
  purpose: string;
}

export function renderInstructions(el: HTMLElement, instructions: readonly Instruction[]): void {
  el.replaceChildren();
  for (const { command, purpose } of instructions) {
    const one = el.createDiv("prompt-instruction");
    one.createSpan({ cls: "prompt-instruction-command", text: command });
    one.createSpan({ text: purpose });
  }
}

/** A field above a list, as in the command palette. */
export abstract class SuggestModal<T> extends Modal {
  limit = 100;
  emptyStateText = "No match found";
  readonly inputEl: HTMLInputElement;
  readonly ctaEl: HTMLElement;
  readonly resultContainerEl: HTMLElement;
  readonly chooser: SuggestionList<T>;
  private readonly instructionsEl: HTMLElement;
  private asked = 0;

  constructor(app: App) {
    super(app);
    this.modalEl.replaceChildren();
    this.modalEl.className = "prompt";
    const container = this.modalEl.createDiv("prompt-input-container");
    this.inputEl = container.createEl("input", { cls: "prompt-input", type: "text" });
    this.inputEl.setAttrs({ autocapitalize: "off", spellcheck: "false", enterkeyhint: "done", role: "combobox", "aria-expanded": "true" });
    this.ctaEl = container.createDiv("prompt-input-cta");
    this.resultContainerEl = this.modalEl.createDiv("prompt-results");
    this.instructionsEl = this.modalEl.createDiv("prompt-instructions");
    this.instructionsEl.hide();
    this.chooser = new SuggestionList<T>(this, this.resultContainerEl, this.scope);
    this.scope.register(null, "Enter", (event) => {
      if (event.isComposing) return undefined;
      this.selectActiveSuggestion(event);
      return false;
    });
    this.inputEl.addEventListener("input", () => this.updateSuggestions());
  }

  override open(): void {
    super.open();
    this.inputEl.focus();
    this.updateSuggestions();
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
  }

  setInstructions(instructions: Instruction[]): void {
    renderInstructions(this.instructionsEl, instructions);
    this.instructionsEl.toggle(instructions.length > 0);
  }

  onNoSuggestion(): void {
    this.chooser.setSuggestions([]);
    if (this.emptyStateText) this.resultContainerEl.createDiv({ cls: "suggestion-empty", text: this.emptyStateText });
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    // As in Obsidian the modal closes first: `onClose` runs before `onChooseSuggestion`.
    this.close();
    this.onChooseSuggestion(value, event);
  }

  selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
    this.chooser.useSelectedItem(event);
  }

  updateSuggestions(): void {
    const mine = ++this.asked;
    const answer = this.getSuggestions(this.inputEl.value);
    if (Array.isArray(answer)) this.showSuggestions(answer);
    else void answer.then((values) => mine === this.asked && this.showSuggestions(values));
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, event: MouseEvent | KeyboardEvent): void;

  private showSuggestions(values: T[]): void {
    if (values.length === 0) this.onNoSuggestion();
    else this.chooser.setSuggestions(values.slice(0, this.limit));
  }
}
