import { isLanguage, type Language } from "./words";

export type Mode = "reading" | "live" | "source";
export type Theme = "light" | "dark";

export const modes: readonly Mode[] = ["reading", "live", "source"];

/** What the address asks for: `?census&lang=ko&theme=dark&phone&note=Geometry.md&mode=live`. */
export interface Parameters {
  census: boolean;
  phone: boolean;
  language: Language | null;
  theme: Theme | null;
  note: string | null;
  mode: Mode;
}

export function readParameters(search: string): Parameters {
  const given = new URLSearchParams(search);
  const language = given.get("lang");
  const theme = given.get("theme");
  return {
    census: given.has("census"),
    phone: given.has("phone"),
    language: isLanguage(language) ? language : null,
    theme: theme === "light" || theme === "dark" ? theme : null,
    note: given.get("note"),
    mode: modes.find((mode) => mode === given.get("mode")) ?? "reading",
  };
}
