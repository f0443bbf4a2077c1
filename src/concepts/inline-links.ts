import type { InlinePart } from "./inline-part";
import { finder } from "./inline-delimiters";

interface ReadLink {
  readonly tokens: readonly [InlinePart];
  readonly end: number;
}

/** Longest path that Windows, macOS and Android all take, with room for percent signs. */
const longestTarget = 4096;

/** Reads `[[target|text]]` and `[text](target)` at a place of the text; places must not go back between calls. */
export function linkReader(text: string): (at: number) => ReadLink | null {
  const nextDoubleOpen = finder(text, "[[");
  const nextDoubleClose = finder(text, "]]");
  const nextOpen = finder(text, "[");
  const nextClose = finder(text, "]");
  return (at) => {
    if (text.charAt(at + 1) !== "[") return markdownLink(text, at, nextClose(at + 1), nextOpen(at + 1));
    const close = nextDoubleClose(at + 2);
    return close === Infinity || nextDoubleOpen(at + 2) < close ? null : wikilink(text.slice(at + 2, close), close + 2);
  };
}

/** The target of a table's link ends at the escaped pipe. A link without words of its own reads "Note > Heading", as in Obsidian. */
function wikilink(inner: string, end: number): ReadLink | null {
  if (/[[\]\n]/.test(inner)) return null;
  const pipe = inner.search(/\\?\|/);
  const target = (pipe < 0 ? inner : inner.slice(0, pipe)).trim();
  const words = pipe < 0 ? "" : inner.slice(pipe).replace(/^\\?\|/, "").trim();
  if (target === "") return null;
  return { tokens: [{ kind: "link", target, text: words === "" ? target.replace(/(.)#\^?/g, "$1 > ") : words }], end };
}

/** A link to another site becomes words only: nothing here leaves the vault. */
function markdownLink(text: string, at: number, close: number, nextOpen: number): ReadLink | null {
  if (close === Infinity || nextOpen < close || text.charAt(close + 1) !== "(") return null;
  const targetEnd = endOfTarget(text, close + 2);
  if (targetEnd === null) return null;
  const words = text.slice(at + 1, close).trim();
  const inside = text.slice(close + 2, targetEnd).trim();
  const target = decoded(/^<(.*)>$/.exec(inside)?.[1] ?? inside.replace(/\s+(?:"[^"]*"|'[^']*')$/, ""));
  const outside = target === "" || /^[a-z][a-z\d+.-]*:/i.test(target);
  const part: InlinePart = outside ? { kind: "text", text: words } : { kind: "link", target, text: words === "" ? target : words };
  return { tokens: [part], end: targetEnd + 1 };
}

/** Brackets end the search, so that each character is looked at by one link only; no path is longer than a file system takes. */
function endOfTarget(text: string, start: number): number | null {
  let depth = 1;
  for (let at = start; at < Math.min(text.length, start + longestTarget); at += 1) {
    const char = text.charAt(at);
    if (char === "[" || char === "]" || char === "\n") return null;
    if (char === "(") depth += 1;
    if (char === ")" && --depth === 0) return at;
  }
  return null;
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
