import type { Plugin } from "obsidian";
import { loadLibrary } from "../concepts/library";
import notes from "../concepts/library?notes";
import { migrateSettings, type Settings } from "../settings";
import type { Lab } from "./lab";

/** A lab whose settings can also be read again when the file behind them changes. */
export interface OpenLab extends Lab {
  reload(): Promise<void>;
}

export async function openLab(plugin: Plugin): Promise<OpenLab> {
  const listeners = new Set<() => void>();
  let settings: Settings = migrateSettings(await plugin.loadData());
  const use = (next: Settings): void => {
    settings = next;
    listeners.forEach((listener) => listener());
  };
  return {
    app: plugin.app,
    plugin,
    library: loadLibrary(notes),
    get settings() {
      return settings;
    },
    async change(next) {
      use(next);
      await plugin.saveData(next);
    },
    onChange(owner, listener) {
      listeners.add(listener);
      owner.register(() => listeners.delete(listener));
    },
    async reload() {
      use(migrateSettings(await plugin.loadData()));
    },
  };
}
