import type { ReferenceCache } from "obsidian";
import { parseLinktext } from "./linktext";

/**
 * The note's text with the given links leading elsewhere: `withEnding` (`Note.md`) is for Markdown links, which need it, and
 * `linktext` (`Note`) for wikilinks. A link that is no longer where it was is left alone.
 */
export function rewriteLinks(text: string, links: readonly ReferenceCache[], linktext: string, withEnding: string): string {
  let changed = text;
  const backwards = [...links].sort((a, b) => b.position.start.offset - a.position.start.offset);
  for (const { original, link, position } of backwards) {
    const { offset } = position.start;
    if (changed.slice(offset, offset + original.length) !== original) continue;
    const wiki = original.includes("[[");
    const next = (wiki ? linktext : withEnding) + parseLinktext(link).subpath;
    const rewritten = wiki ? original.replace(link, () => next) : original.replace(/\]\(.*\)$/, () => `](${encodeURI(next)})`);
    changed = changed.slice(0, offset) + rewritten + changed.slice(offset + original.length);
  }
  return changed;
}
