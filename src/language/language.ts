import { en, type Words } from "./en";
import { ko } from "./ko";

export type { Words } from "./en";
export type LanguageCode = "en" | "ko";

const languages: Record<LanguageCode, Words> = { en, ko };

export function wordsIn(code: LanguageCode): Words {
  return languages[code];
}

/** The language to speak, from a locale such as "ko-KR"; anything that is not Korean reads English. */
export function languageOf(locale: string): LanguageCode {
  return locale.toLowerCase().startsWith("ko") ? "ko" : "en";
}
