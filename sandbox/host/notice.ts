function containerIn(doc: Document): HTMLElement {
  const known = doc.body.querySelector<HTMLElement>(":scope > .notice-container");
  if (known) return known;
  const made = doc.createElement("div");
  made.className = "notice-container";
  doc.body.append(made);
  return made;
}

const defaultMs = 4000;

/** Stays for `duration` ms (0: until clicked); a click takes it away; the container goes with its last notice. */
export class Notice {
  readonly containerEl: HTMLElement;
  readonly noticeEl: HTMLElement;
  readonly messageEl: HTMLElement;
  private timer: number | null = null;

  constructor(message: string | DocumentFragment, duration = defaultMs) {
    const doc = window.activeDocument;
    this.noticeEl = this.containerEl = doc.createElement("div");
    this.noticeEl.className = "notice";
    this.noticeEl.setAttribute("role", "status");
    this.messageEl = doc.createElement("div");
    this.messageEl.className = "notice-message";
    this.noticeEl.append(this.messageEl);
    this.setMessage(message);
    this.noticeEl.addEventListener("click", () => this.hide());
    containerIn(doc).append(this.noticeEl);
    if (duration > 0) this.timer = window.setTimeout(() => this.hide(), duration);
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.replaceChildren(message);
    return this;
  }

  hide(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = null;
    const container = this.noticeEl.parentElement;
    this.noticeEl.remove();
    if (container?.childElementCount === 0) container.remove();
  }
}
