import { Notice, type Plugin } from "obsidian";
import { loadLibrary } from "../concepts/library";
import notes from "../concepts/library?notes";
import { reasonOf } from "../language/reason-of";
import { defaultSettings, migrateSettings, type Settings } from "../settings";
import { words, type Lab } from "./lab";

/** A lab whose settings can also be read again when the file behind them changes. */
export interface OpenLab extends Lab {
  reload(): Promise<void>;
}

export async function openLab(plugin: Plugin): Promise<OpenLab> {
  const listeners = new Set<() => void>();
  let settings: Settings = defaultSettings;
  const use = (next: Settings): void => {
    settings = next;
    listeners.forEach((listener) => listener());
  };
  const lab: OpenLab = {
    app: plugin.app,
    plugin,
    library: loadLibrary(notes),
    get settings() {
      return settings;
    },
    async change(next) {
      use(next);
      try {
        await plugin.saveData(next);
      } catch (error) {
        new Notice(words(lab).settings.notStored(reasonOf(error)));
      }
    },
    onChange(owner, listener) {
      listeners.add(listener);
      owner.register(() => listeners.delete(listener));
    },
    async reload() {
      try {
        use(migrateSettings(await plugin.loadData()));
      } catch (error) {
        new Notice(words(lab).settings.unread(reasonOf(error)));
      }
    },
  };
  await lab.reload();
  return lab;
}
