import type { LanguageCode } from "./language/language";

/** Which links without a note get a card on hover. */
export type CardScope = "all" | "concepts" | "off";

export interface Settings {
  /** Grows when a stored setting changes its meaning; `migrateSettings` reads every older one. */
  readonly version: 1;
  /** "app" follows Obsidian's own language. */
  readonly language: LanguageCode | "app";
  readonly cards: CardScope;
  /** Milliseconds over a link before its card opens. */
  readonly hoverDelay: number;
  /** Whether Live Preview, like source mode, asks for Ctrl or Cmd. */
  readonly livePreviewNeedsMod: boolean;
  /** Whether a tap on a link without a note opens its card; else the app does what it does with a tap. */
  readonly tapOpensCard: boolean;
  /** Whether colours are the theme's own, or fixed ones that stay apart for the colour-blind in every theme. */
  readonly palette: "theme" | "fixed";
  /** "calm" asks for less motion than the device does. */
  readonly motion: "system" | "calm";
  /** What blocks say where their text says nothing, as the text of a block. */
  readonly blockDefaults: string;
  /** Where notes from cards are put; "" for where the app would put them. */
  readonly noteFolder: string;
  /** Path of the note that notes from cards are modelled on; "" for the plugin's own form. */
  readonly noteTemplate: string;
}

/** 300 ms is what Obsidian's own page preview waits. */
export const defaultSettings: Settings = {
  version: 1,
  language: "app",
  cards: "all",
  hoverDelay: 300,
  livePreviewNeedsMod: false,
  tapOpensCard: true,
  palette: "theme",
  motion: "system",
  blockDefaults: "",
  noteFolder: "",
  noteTemplate: "",
};

/** A block has no room for more. */
const longestDefaults = 2000;

/** Longer than two seconds no one waits; shorter than 100 ms the content is not ready. */
export const hoverDelayRange = { min: 100, max: 2000, step: 50 } as const;

/** Reads whatever was stored (other version, edited by hand, nothing at all) and falls back entry by entry. */
export function migrateSettings(stored: unknown): Settings {
  if (typeof stored !== "object" || stored === null) return defaultSettings;
  const { language, cards, hoverDelay, livePreviewNeedsMod, tapOpensCard, palette, motion, blockDefaults, noteFolder, noteTemplate } = stored as Record<string, unknown>;
  return {
    version: 1,
    language: oneOf(language, ["app", "en", "ko"], defaultSettings.language),
    cards: oneOf(cards, ["all", "concepts", "off"], defaultSettings.cards),
    hoverDelay: clampDelay(hoverDelay),
    livePreviewNeedsMod: booleanOr(livePreviewNeedsMod, defaultSettings.livePreviewNeedsMod),
    tapOpensCard: booleanOr(tapOpensCard, defaultSettings.tapOpensCard),
    palette: oneOf(palette, ["theme", "fixed"], defaultSettings.palette),
    motion: oneOf(motion, ["system", "calm"], defaultSettings.motion),
    blockDefaults: typeof blockDefaults === "string" && blockDefaults.length <= longestDefaults ? blockDefaults : defaultSettings.blockDefaults,
    noteFolder: typeof noteFolder === "string" ? noteFolder : defaultSettings.noteFolder,
    noteTemplate: typeof noteTemplate === "string" ? noteTemplate : defaultSettings.noteTemplate,
  };
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], fallback: T): T {
  return allowed.find((candidate) => candidate === value) ?? fallback;
}

function booleanOr(value: unknown, fallback: boolean): boolean {
  return typeof value === "boolean" ? value : fallback;
}

function clampDelay(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) return defaultSettings.hoverDelay;
  return Math.min(hoverDelayRange.max, Math.max(hoverDelayRange.min, value));
}
