import type { App } from "./app";
import { Scope } from "./keymap";

/** Opens on `open`, over everything; closes with Escape, the cross or a click beside it. */
export class Modal {
  readonly scope: Scope;
  readonly containerEl: HTMLElement;
  readonly bgEl: HTMLElement;
  readonly modalEl: HTMLElement;
  readonly headerEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly contentEl: HTMLElement;
  shouldRestoreSelection = true;
  private closeCallback: (() => unknown) | null = null;
  private focusedBefore: HTMLElement | null = null;
  private isOpen = false;

  constructor(readonly app: App) {
    this.scope = new Scope(app.scope);
    const doc = window.activeDocument;
    this.containerEl = doc.createElement("div");
    this.containerEl.className = "modal-container mod-dim";
    this.bgEl = this.containerEl.createDiv("modal-bg");
    this.modalEl = this.containerEl.createDiv({ cls: "modal", attr: { role: "dialog", "aria-modal": "true", tabindex: -1 } });
    const close = this.modalEl.createDiv({ cls: "modal-close-button", attr: { "aria-label": "Close", role: "button" } });
    close.addEventListener("click", () => this.close());
    this.headerEl = this.modalEl.createDiv("modal-header");
    this.titleEl = this.headerEl.createDiv("modal-title");
    this.contentEl = this.modalEl.createDiv("modal-content");
    this.bgEl.addEventListener("click", () => this.close());
    this.scope.register([], "Escape", () => {
      this.close();
      return false;
    });
    this.scope.register(null, "Tab", (event) => this.keepFocusInside(event));
  }

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    const doc = window.activeDocument;
    this.focusedBefore = doc.activeElement as HTMLElement | null;
    doc.body.append(this.containerEl);
    this.app.keymap.pushScope(this.scope);
    this.modalEl.focus();
    void this.onOpen();
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.app.keymap.popScope(this.scope);
    this.containerEl.remove();
    this.onClose();
    this.closeCallback?.();
    if (this.shouldRestoreSelection && this.focusedBefore?.isConnected) this.focusedBefore.focus();
    this.focusedBefore = null;
  }

  onOpen(): void | Promise<void> {}

  onClose(): void {}

  setTitle(title: string): this {
    this.titleEl.textContent = title;
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.replaceChildren(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.closeCallback = callback;
    return this;
  }

  onHistoryBack(): void {
    this.close();
  }

  private keepFocusInside(event: KeyboardEvent): false | undefined {
    const all = Array.from(this.modalEl.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, [tabindex]"));
    const inside = all.filter((el) => el.tabIndex >= 0 && !el.matches(":disabled"));
    const end = event.shiftKey ? inside[0] : inside[inside.length - 1];
    const other = event.shiftKey ? inside[inside.length - 1] : inside[0];
    const at = this.modalEl.ownerDocument.activeElement;
    if (at !== end && at !== this.modalEl && this.modalEl.contains(at)) return undefined;
    if (at === this.modalEl && !event.shiftKey) return undefined;
    other?.focus();
    return false;
  }
}
