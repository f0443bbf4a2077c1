import { getLanguage, type App, type Component, type Plugin } from "obsidian";
import type { Library } from "../concepts/library";
import { languageOf, wordsIn, type LanguageCode, type Words } from "../language/language";
import type { Settings } from "../settings";

/** What every part of the plugin shares: the host, the settings as they are now, the library. */
export interface Lab {
  readonly app: App;
  readonly plugin: Plugin;
  readonly library: Library;
  readonly settings: Settings;
  /** Stores new settings and tells all who listen. */
  change(settings: Settings): Promise<void>;
  /** Calls back after each change of the settings for as long as `owner` is loaded. */
  onChange(owner: Component, listener: () => void): void;
}

/** The language that blocks and cards speak now. */
export function languageIn(lab: Lab): LanguageCode {
  return lab.settings.language === "app" ? languageOf(getLanguage()) : lab.settings.language;
}

export function words(lab: Lab): Words {
  return wordsIn(languageIn(lab));
}
