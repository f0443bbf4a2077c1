import type { App } from "../host/app";
import { Notice } from "../host/notice";
import { fetchPlugin } from "./files-served";
import { word } from "./words";

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The one plugin of the sandbox, on and off; whatever it does wrong, the page goes on and says so. */
export class PluginSwitch {
  private readonly listeners: (() => void)[] = [];
  private id: string | null = null;

  constructor(private readonly app: App) {}

  get on(): boolean {
    return this.id !== null && this.app.plugins.getPlugin(this.id) !== null;
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  async enable(): Promise<void> {
    if (this.on) return;
    const id = this.id ?? (await this.install());
    if (id === null) return;
    const enabled = await this.app.plugins.enablePlugin(id);
    if (!enabled) new Notice(word("pluginFailed", { reason: reasonOf(this.app.plugins.failures[id]) }), 0);
    this.changed();
  }

  async disable(): Promise<void> {
    if (this.id !== null) await this.app.plugins.disablePlugin(this.id);
    this.changed();
  }

  /** Takes the files as they are built now. */
  async reload(): Promise<void> {
    await this.disable();
    this.id = null;
    await this.enable();
  }

  private async install(): Promise<string | null> {
    try {
      const plugin = await fetchPlugin();
      await this.app.plugins.install(plugin);
      this.id = plugin.manifest.id;
      return this.id;
    } catch (error) {
      new Notice(word("notBuilt", { reason: reasonOf(error) }), 0);
      return null;
    }
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}
