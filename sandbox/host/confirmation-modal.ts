import type { App } from "./app";
import { Modal } from "./modal";
import { ButtonComponent } from "./settings/button-components";

type Handler = (event: MouseEvent) => unknown;

export class ConfirmationButton extends ButtonComponent {
  constructor(containerEl: HTMLElement, private readonly modal: ConfirmationModal) {
    super(containerEl);
    super.onClick((event) => this.run(event, undefined));
  }

  /** A handler that answers with something true keeps the modal open. */
  override onClick(handler: Handler): this {
    return super.onClick((event) => this.run(event, handler));
  }

  setInitialFocus(): this {
    this.buttonEl.setAttribute("data-initial-focus", "true");
    return this;
  }

  setSecondary(): this {
    return this.setClass("mod-secondary");
  }

  setCancel(): this {
    return this.setClass("mod-cancel");
  }

  private async run(event: MouseEvent, handler: Handler | undefined): Promise<void> {
    const stay = await handler?.(event);
    if (!stay) this.modal.close();
  }
}

export class ConfirmationModal extends Modal {
  readonly buttonContainerEl: HTMLElement;

  constructor(app: App) {
    super(app);
    this.modalEl.addClass("mod-confirmation");
    this.buttonContainerEl = this.modalEl.createDiv("modal-button-container");
  }

  override open(): void {
    super.open();
    this.buttonContainerEl.querySelector<HTMLElement>("[data-initial-focus]")?.focus();
  }

  addClass(cls: string): this {
    this.modalEl.addClass(cls);
    return this;
  }

  addCheckbox(label: string, callback: (value: boolean) => unknown): this {
    const row = this.buttonContainerEl.createEl("label", { cls: "mod-checkbox", prepend: true });
    const box = row.createEl("input", { type: "checkbox" });
    row.appendText(label);
    box.addEventListener("change", () => callback(box.checked));
    return this;
  }

  addButton(callback: (button: ConfirmationButton) => unknown): this {
    callback(new ConfirmationButton(this.buttonContainerEl, this));
    return this;
  }

  addCancelButton(text = "Cancel"): this {
    return this.addButton((button) => button.setButtonText(text).setCancel());
  }
}
