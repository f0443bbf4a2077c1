import type { MarkdownSectionInformation } from "obsidian";

/** "stale" answers as before the note's first line was typed: true to itself, no longer true of the note. */
export type SectionInfoMode = "ok" | "null" | "stale";

/** Obsidian's answer "may be null in many circumstances" and is sometimes late; tests choose. */
export const sectionInfo: { mode: SectionInfoMode } = { mode: "ok" };

export function answerSectionInfo(info: MarkdownSectionInformation | null): MarkdownSectionInformation | null {
  if (info === null || sectionInfo.mode === "null") return null;
  if (sectionInfo.mode === "ok" || info.lineStart === 0) return info;
  const text = info.text.slice(info.text.indexOf("\n") + 1);
  return { text, lineStart: info.lineStart - 1, lineEnd: info.lineEnd - 1 };
}
