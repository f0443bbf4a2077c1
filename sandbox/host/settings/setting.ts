import { setTooltip, type TooltipOptions } from "../tooltip";
import type { BaseComponent } from "./base-components";
import { ButtonComponent, ExtraButtonComponent } from "./button-components";
import { DropdownComponent, ToggleComponent } from "./choice-components";
import { ColorComponent, DisplayValueComponent, ProgressBarComponent, SliderComponent } from "./number-components";
import { SearchComponent, TextAreaComponent, TextComponent } from "./text-components";

type With<T> = (component: T) => unknown;

/** A row: name and description to the left, controls to the right. */
export class Setting {
  readonly settingEl: HTMLElement;
  readonly infoEl: HTMLElement;
  readonly nameEl: HTMLElement;
  readonly descEl: HTMLElement;
  readonly controlEl: HTMLElement;
  components: BaseComponent[] = [];
  errorEl: HTMLElement | null = null;

  constructor(containerEl: HTMLElement) {
    this.settingEl = containerEl.createDiv("setting-item");
    this.infoEl = this.settingEl.createDiv("setting-item-info");
    this.nameEl = this.infoEl.createDiv("setting-item-name");
    this.descEl = this.infoEl.createDiv("setting-item-description");
    this.controlEl = this.settingEl.createDiv("setting-item-control");
  }

  setName(name: string | DocumentFragment): this {
    this.nameEl.setText(name);
    return this;
  }

  setDesc(desc: string | DocumentFragment): this {
    this.descEl.setText(desc);
    return this;
  }

  setClass(cls: string): this {
    this.settingEl.addClass(cls);
    return this;
  }

  setTooltip(tooltip: string, options?: TooltipOptions): this {
    setTooltip(this.nameEl, tooltip, options);
    return this;
  }

  setHeading(): this {
    this.settingEl.addClass("setting-item-heading");
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.settingEl.toggleClass("is-disabled", disabled);
    for (const component of this.components) component.setDisabled(disabled);
    return this;
  }

  setErrorMessage(message: string | null): this {
    this.errorEl?.remove();
    this.errorEl = message ? this.infoEl.createDiv({ cls: "setting-item-error", text: message, attr: { role: "alert" } }) : null;
    this.settingEl.toggleClass("mod-error", !!message);
    return this;
  }

  addComponent<T extends BaseComponent>(make: (el: HTMLElement) => T): this {
    this.components.push(make(this.controlEl));
    return this;
  }

  addButton(use: With<ButtonComponent>): this {
    return this.add(new ButtonComponent(this.controlEl), use);
  }

  addExtraButton(use: With<ExtraButtonComponent>): this {
    return this.add(new ExtraButtonComponent(this.controlEl), use);
  }

  addToggle(use: With<ToggleComponent>): this {
    this.settingEl.addClass("mod-toggle");
    return this.add(new ToggleComponent(this.controlEl), use);
  }

  addText(use: With<TextComponent>): this {
    return this.add(new TextComponent(this.controlEl), use);
  }

  addTextArea(use: With<TextAreaComponent>): this {
    return this.add(new TextAreaComponent(this.controlEl), use);
  }

  addSearch(use: With<SearchComponent>): this {
    return this.add(new SearchComponent(this.controlEl), use);
  }

  addDropdown(use: With<DropdownComponent>): this {
    return this.add(new DropdownComponent(this.controlEl), use);
  }

  addSlider(use: With<SliderComponent>): this {
    return this.add(new SliderComponent(this.controlEl), use);
  }

  addColorPicker(use: With<ColorComponent>): this {
    return this.add(new ColorComponent(this.controlEl), use);
  }

  addProgressBar(use: With<ProgressBarComponent>): this {
    return this.add(new ProgressBarComponent(this.controlEl), use);
  }

  addDisplayValue(use: With<DisplayValueComponent>): this {
    return this.add(new DisplayValueComponent(this.controlEl), use);
  }

  then(callback: (setting: this) => unknown): this {
    callback(this);
    return this;
  }

  clear(): this {
    this.controlEl.empty();
    this.components = [];
    return this;
  }

  private add<T extends BaseComponent>(component: T, use: With<T>): this {
    this.components.push(component);
    use(component);
    return this;
  }
}
