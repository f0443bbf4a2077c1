import { ExtraButtonComponent } from "./button-components";
import { Setting } from "./setting";
import { SearchComponent } from "./text-components";

export class SettingGroup {
  readonly groupEl: HTMLElement;
  readonly headerEl: HTMLElement;
  readonly headingEl: HTMLElement;
  readonly controlEl: HTMLElement;
  readonly listEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    this.groupEl = containerEl.createDiv("setting-group");
    this.headerEl = this.groupEl.createDiv("setting-item setting-item-heading");
    this.headingEl = this.headerEl.createDiv("setting-item-name");
    this.controlEl = this.headerEl.createDiv("setting-item-control");
    this.headerEl.hide();
    this.listEl = this.groupEl.createDiv("setting-items");
  }

  setHeading(text: string | DocumentFragment): this {
    this.headerEl.show();
    this.headingEl.setText(text);
    return this;
  }

  addClass(...classes: string[]): this {
    this.groupEl.addClass(...classes);
    return this;
  }

  addSetting(use: (setting: Setting) => void): this {
    use(new Setting(this.listEl));
    return this;
  }

  addSearch(use: (component: SearchComponent) => unknown): this {
    this.headerEl.show();
    use(new SearchComponent(this.controlEl));
    return this;
  }

  addExtraButton(use: (component: ExtraButtonComponent) => unknown): this {
    this.headerEl.show();
    use(new ExtraButtonComponent(this.controlEl));
    return this;
  }
}
