let language = "en";

/** The app's interface language, as a plugin asks for it. */
export function getLanguage(): string {
  return language;
}

/** Obsidian needs a restart after a change of language; here the plugin is loaded again by the page. */
export function setLanguage(code: string): void {
  language = code;
}
