import type { BasesAllOptions, BasesViewRegistration } from "obsidian";
import { type BaseFile, BasesQueryResult, type BasesView, BasesViewConfig, QueryController } from "../host/bases/query";
import { debounce } from "../host/debounce";
import { parseYaml, stringifyYaml } from "../host/metadata/yaml";
import { Setting } from "../host/settings/setting";
import { TextFileView } from "./text-file-view";

type Option = Extract<BasesAllOptions, { key: string }>;

/** A `.base` file: a toolbar with the options of its first view, and below the view that a plugin has registered. */
export class BaseFileView extends TextFileView {
  private base: BaseFile = {};
  private text = "";
  private view: BasesView | null = null;
  private controller: QueryController | null = null;
  private readonly updateSoon = debounce(() => this.update(), 100);
  private readonly toolbarEl = this.contentEl.createDiv({ cls: "bases-toolbar" });
  private readonly placeEl = this.contentEl.createDiv({ cls: "bases-view" });

  getViewType(): string {
    return "bases";
  }

  override getViewData(): string {
    return this.text;
  }

  override clear(): void {
    this.base = {};
  }

  override onload(): void {
    super.onload();
    this.registerEvent(this.app.metadataCache.on("changed", () => this.updateSoon()));
    this.register(() => this.updateSoon.cancel());
    this.registerEvent(this.app.workspace.on("bases-views-changed", () => this.build()));
  }

  override setViewData(data: string): void {
    this.text = data;
    this.base = (parseYaml(data) ?? {}) as BaseFile;
    this.build();
  }

  private get config(): Record<string, unknown> {
    return this.base.views?.[0] ?? {};
  }

  private build(): void {
    if (this.view) this.removeChild(this.view);
    this.view = null;
    this.placeEl.empty();
    const registration = this.app.registries.basesViews.get(String(this.config.type));
    if (!registration) {
      this.toolbarEl.empty();
      this.placeEl.setText(`No view of the type ${String(this.config.type)}`);
      return;
    }
    const config = new BasesViewConfig(() => this.config, (key, value) => this.set(key, value));
    this.controller = new QueryController(this.app, () => this.base, config);
    this.view = registration.factory(this.controller as never, this.placeEl) as unknown as BasesView;
    this.addChild(this.view);
    this.update();
  }

  /** Runs the query again. */
  private update(): void {
    const { controller, view } = this;
    if (!controller || !view) return;
    const entries = controller.entries();
    view.allProperties = controller.properties(entries);
    view.data = new BasesQueryResult(entries, view.config.getOrder());
    const registration = this.app.registries.basesViews.get(view.type);
    if (registration) this.drawToolbar(registration, view);
    view.onDataUpdated();
  }

  private set(key: string, value: unknown): void {
    const config = { ...this.config, [key]: value ?? undefined };
    if (value === null || value === undefined) Reflect.deleteProperty(config, key);
    this.base = { ...this.base, views: [config, ...(this.base.views ?? []).slice(1)] };
    this.text = stringifyYaml(this.base);
    this.requestSave();
    this.update();
  }

  private drawToolbar({ options }: BasesViewRegistration, view: BasesView): void {
    this.toolbarEl.empty();
    for (const option of (options?.(view.config as never) ?? []) as Option[]) this.drawOption(option, view);
  }

  private drawOption(option: Option, view: BasesView): void {
    const setting = new Setting(this.toolbarEl).setName(option.displayName);
    const value = view.config.get(option.key) ?? ("default" in option ? option.default : undefined);
    const choices = option.type === "dropdown" ? option.options : option.type === "property" ? Object.fromEntries(["", ...view.allProperties.filter((id) => option.filter?.(id as never) ?? true)].map((id) => [id, id])) : null;
    if (choices) {
      setting.addDropdown((dropdown) => {
        dropdown.addOptions(choices).setValue(String(value ?? "")).onChange((chosen) => this.set(option.key, chosen === "" ? null : chosen));
        dropdown.selectEl.setAttribute("aria-label", option.displayName);
      });
    } else if (option.type === "slider") {
      setting.addSlider((slider) => {
        slider.setLimits(option.min ?? 0, option.max ?? 100, option.step ?? 1).setValue(Number(value ?? 0)).onChange((chosen) => this.set(option.key, chosen));
        slider.sliderEl.setAttribute("aria-label", option.displayName);
      });
    }
  }
}
