import { setLanguage as setAppLanguage } from "../host/app-language";
import type { App } from "../host/app";
import { Platform, setPhone as setPhonePlatform } from "../host/platform";
import type { Parameters, Theme } from "./parameters";
import { isLanguage, speak, spokenLanguage, type Language } from "./words";

const remembered = { theme: "sandbox-theme", language: "sandbox-language" };

/** How the page looks and speaks; theme and language are remembered for as long as the tab lives. */
export class Appearance {
  private readonly listeners: (() => void)[] = [];
  private app: App | null = null;

  constructor(parameters: Parameters) {
    const kept = window.sessionStorage.getItem(remembered.language);
    this.setLanguage(parameters.language ?? (isLanguage(kept) ? kept : "en"));
    this.setTheme(parameters.theme ?? (window.sessionStorage.getItem(remembered.theme) === "dark" ? "dark" : "light"));
    if (parameters.phone) this.setPhone(true);
  }

  /** From now on plugins hear of a change too. */
  attach(app: App): void {
    this.app = app;
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  get theme(): Theme {
    return document.body.classList.contains("theme-dark") ? "dark" : "light";
  }

  get phone(): boolean {
    return Platform.isPhone;
  }

  get language(): Language {
    return spokenLanguage();
  }

  setTheme(theme: Theme): void {
    window.sessionStorage.setItem(remembered.theme, theme);
    document.body.classList.toggle("theme-dark", theme === "dark");
    document.body.classList.toggle("theme-light", theme === "light");
    this.changed();
  }

  setPhone(on: boolean): void {
    setPhonePlatform(on);
    this.changed();
  }

  setLanguage(language: Language): void {
    window.sessionStorage.setItem(remembered.language, language);
    document.documentElement.lang = language;
    setAppLanguage(language);
    speak(language);
    this.changed();
  }

  private changed(): void {
    this.app?.workspace.trigger("css-change");
    for (const listener of this.listeners) listener();
  }
}
