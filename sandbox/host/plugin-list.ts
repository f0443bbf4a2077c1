import type { PluginManifest } from "obsidian";
import type { App } from "./app";
import { evaluatePlugin, makeRequire, type ModuleTable } from "./loader";
import { Notice } from "./notice";
import type { Plugin } from "./plugin";

export interface InstalledPlugin {
  manifest: PluginManifest;
  /** The text of main.js. */
  code: string;
  /** The text of styles.css, put into the page while the plugin is enabled. */
  styles?: string;
}

/** Milliseconds. */
export interface PluginTiming {
  evaluate: number;
  onload: number;
}

export class PluginList {
  readonly manifests: Record<string, PluginManifest> = {};
  readonly plugins: Record<string, Plugin> = {};
  readonly enabledPlugins = new Set<string>();
  readonly timings: Record<string, PluginTiming> = {};
  readonly failures: Record<string, unknown> = {};
  private readonly installed = new Map<string, InstalledPlugin>();
  private readonly styles = new Map<string, HTMLStyleElement>();
  private modules: ModuleTable = {};

  constructor(private readonly app: App) {}

  /** What `require` finds: see modules.ts. */
  provide(modules: ModuleTable): void {
    this.modules = modules;
  }

  async install(plugin: InstalledPlugin): Promise<void> {
    const { id } = plugin.manifest;
    this.installed.set(id, plugin);
    this.manifests[id] = plugin.manifest;
    await this.app.vault.adapter.mkdir(`${this.app.vault.configDir}/plugins/${id}`);
  }

  getPlugin(id: string): Plugin | null {
    return this.plugins[id] ?? null;
  }

  /** False where it failed, as in Obsidian, with a notice; the error is kept in `failures` and reported to the window. */
  async enablePlugin(id: string, byUser = false): Promise<boolean> {
    if (this.plugins[id]) return true;
    const installed = this.installed.get(id);
    if (!installed) return false;
    delete this.failures[id];
    try {
      await this.start(id, installed, byUser);
      return true;
    } catch (error) {
      this.failures[id] = error;
      await this.disablePlugin(id);
      new Notice(`Failed to load plugin ${id}`);
      window.setTimeout(() => {
        throw error;
      }, 0);
      return false;
    }
  }

  enablePluginAndSave(id: string): Promise<boolean> {
    return this.enablePlugin(id, true);
  }

  async disablePlugin(id: string): Promise<void> {
    const plugin = this.plugins[id];
    delete this.plugins[id];
    this.enabledPlugins.delete(id);
    this.styles.get(id)?.remove();
    this.styles.delete(id);
    plugin?.unload();
  }

  disablePluginAndSave(id: string): Promise<void> {
    return this.disablePlugin(id);
  }

  /** data.json changed by somebody else, such as a sync service. */
  async changeDataOutside(id: string, data: unknown): Promise<void> {
    const plugin = this.plugins[id];
    if (!plugin) throw new Error(`${id} is not enabled`);
    await this.app.vault.adapter.write(plugin.dataPath, JSON.stringify(data));
    await plugin.onExternalSettingsChange?.();
  }

  private async start(id: string, installed: InstalledPlugin, byUser: boolean): Promise<void> {
    const began = performance.now();
    const PluginClass = evaluatePlugin(installed.code, id, makeRequire(this.modules));
    const evaluated = performance.now();
    const plugin = new PluginClass(this.app, installed.manifest);
    this.plugins[id] = plugin;
    this.enabledPlugins.add(id);
    if (installed.styles !== undefined) this.addStyles(id, installed.styles);
    const before = performance.now();
    await plugin.load();
    this.timings[id] = { evaluate: evaluated - began, onload: performance.now() - before };
    if (byUser) plugin.onUserEnable();
  }

  private addStyles(id: string, text: string): void {
    const style = document.createElement("style");
    style.dataset.plugin = id;
    style.textContent = text;
    document.head.append(style);
    this.styles.set(id, style);
  }
}
