/** The languages that the library is written in. */
export type Language = "en" | "ko";

export function otherLanguage(language: Language): Language {
  return language === "en" ? "ko" : "en";
}
