import type { App } from "../host/app";
import { Modal } from "../host/modal";
import { ButtonComponent } from "../host/settings/button-components";
import { TextComponent } from "../host/settings/text-components";
import { word } from "./words";

interface NameQuestion {
  title: string;
  name: string;
  /** May throw to refuse a name; what it says is shown. */
  accept: (name: string) => Promise<unknown>;
}

/** Asks for the name of a note or a folder. */
export class NamePrompt extends Modal {
  private readonly field: TextComponent;
  private readonly errorEl: HTMLElement;

  constructor(app: App, private readonly question: NameQuestion) {
    super(app);
    this.setTitle(question.title);
    this.field = new TextComponent(this.contentEl).setValue(question.name);
    this.field.inputEl.setAttrs({ "aria-label": word("name"), class: "name-prompt-field" });
    this.errorEl = this.contentEl.createDiv({ cls: "name-prompt-error", attr: { role: "alert" } });
    const buttons = this.modalEl.createDiv("modal-button-container");
    new ButtonComponent(buttons).setButtonText(word("ok")).setCta().onClick(() => this.accept());
    new ButtonComponent(buttons).setButtonText(word("cancel")).onClick(() => this.close());
    this.scope.register([], "Enter", (event) => {
      if (event.target !== this.field.inputEl) return undefined;
      void this.accept();
      return false;
    });
  }

  override onOpen(): void {
    this.field.inputEl.focus();
    this.field.inputEl.select();
  }

  private async accept(): Promise<void> {
    const name = this.field.getValue().trim();
    if (name === "") return;
    try {
      await this.question.accept(name);
      this.close();
    } catch (error) {
      this.errorEl.setText(error instanceof Error ? error.message : String(error));
    }
  }
}
