import type { SettingDefinitionItem } from "obsidian";
import type { App } from "../app";
import type { Plugin } from "../plugin";
import { DefinitionsView } from "./definitions-view";

/** Drawn from its definitions where it has some; `display` is only called where it has none, as in Obsidian 1.13. */
export abstract class SettingTab {
  icon = "";
  id = "";
  name = "";
  app: App;
  readonly containerEl: HTMLElement;
  settingItems: SettingDefinitionItem[] = [];
  private view: DefinitionsView | null = null;
  private shown = false;
  private readonly unsaved = new Map<string, unknown>();

  constructor(app: App) {
    this.app = app;
    this.containerEl = createDiv("vertical-tab-content");
  }

  getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }

  /** Reads the definitions again and, if the tab is being shown, draws it again. */
  update(): void {
    this.settingItems = this.getSettingDefinitions();
    if (this.shown) this.draw();
  }

  /** Plugins' tabs read and write their plugin's settings; this is for those that do neither. */
  getControlValue(key: string): unknown {
    return this.unsaved.get(key);
  }

  setControlValue(key: string, value: unknown): void | Promise<void> {
    this.unsaved.set(key, value);
  }

  refreshDomState(): void {
    this.view?.refresh();
  }

  display(): void {}

  hide(): void {}

  /** Called by the settings window. */
  show(): void {
    this.shown = true;
    this.update();
  }

  /** Called by the settings window. */
  leave(): void {
    if (!this.shown) return;
    this.shown = false;
    this.view?.dispose();
    this.view = null;
    this.hide();
    this.containerEl.empty();
  }

  private draw(): void {
    if (this.settingItems.length === 0) {
      this.view?.dispose();
      this.view = null;
      this.display();
      return;
    }
    this.view ??= new DefinitionsView(this, this.containerEl);
    this.view.render(this.settingItems, this.view.trail);
  }
}

interface WithSettings {
  settings?: Record<string, unknown>;
}

export abstract class PluginSettingTab extends SettingTab {
  readonly plugin: Plugin;

  constructor(app: App, plugin: Plugin) {
    super(app);
    this.plugin = plugin;
    this.id = plugin.manifest.id;
    this.name = plugin.manifest.name;
  }

  override getControlValue(key: string): unknown {
    return (this.plugin as WithSettings).settings?.[key];
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const settings = ((this.plugin as WithSettings).settings ??= {});
    settings[key] = value;
    await this.plugin.saveData(settings);
  }
}
