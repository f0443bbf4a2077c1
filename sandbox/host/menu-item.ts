import { setIcon } from "./icons";

export class MenuItem {
  readonly dom: HTMLElement;
  readonly iconEl: HTMLElement;
  readonly titleEl: HTMLElement;
  section = "";
  disabled = false;
  isLabel = false;
  private callback: ((event: MouseEvent | KeyboardEvent) => unknown) | null = null;
  private checkEl: HTMLElement | null = null;

  constructor() {
    this.dom = createDiv({ cls: "menu-item tappable", attr: { role: "menuitem", tabindex: -1 } });
    this.iconEl = this.dom.createDiv("menu-item-icon");
    this.titleEl = this.dom.createDiv("menu-item-title");
  }

  setTitle(title: string | DocumentFragment): this {
    this.titleEl.setText(title);
    return this;
  }

  setIcon(icon: string | null): this {
    setIcon(this.iconEl, icon ?? "");
    return this;
  }

  /** `null` takes the mark away altogether. */
  setChecked(checked: boolean | null): this {
    this.checkEl?.remove();
    this.checkEl = null;
    this.dom.classList.toggle("mod-checked", checked === true);
    if (checked === null) this.dom.removeAttribute("aria-checked");
    else this.dom.setAttribute("aria-checked", String(checked));
    if (checked) {
      this.checkEl = this.dom.createDiv("menu-item-icon mod-checked");
      setIcon(this.checkEl, "check");
    }
    return this;
  }

  setActive(active: boolean): this {
    return this.setChecked(active);
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.dom.classList.toggle("is-disabled", disabled);
    this.dom.setAttribute("aria-disabled", String(disabled));
    return this;
  }

  setWarning(isWarning: boolean): this {
    this.dom.classList.toggle("is-warning", isWarning);
    return this;
  }

  setIsLabel(isLabel: boolean): this {
    this.isLabel = isLabel;
    this.dom.classList.toggle("is-label", isLabel);
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    this.dom.dataset.section = section;
    return this;
  }

  onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.callback = callback;
    return this;
  }

  /** True where the item can be chosen and was. */
  choose(event: MouseEvent | KeyboardEvent): boolean {
    if (this.disabled || this.isLabel) return false;
    this.callback?.(event);
    return true;
  }
}

export class MenuSeparator {
  readonly dom = createDiv("menu-separator");
  section = "";
}
