import { splitWikilink } from "./linktext";

export interface LinkToken {
  kind: "link" | "embed";
  from: number;
  to: number;
  link: string;
  displayText: string;
}

export interface TagToken {
  kind: "tag";
  from: number;
  to: number;
  tag: string;
}

export interface FootnoteToken {
  kind: "footnote";
  from: number;
  to: number;
  id: string;
}

export type InlineToken = LinkToken | TagToken | FootnoteToken;
export type Range = readonly [from: number, to: number];

const wikilink = /!?\[\[([^[\]\n]+)\]\]/y;
const markdownLink = /!?\[((?:[^[\]\\\n]|\\.)*)\]\((?:<([^>\n]*)>|([^()\s]*(?:\([^()\s]*\)[^()\s]*)*))(?:\s+"[^"\n]*")?\)/y;
const footnote = /\[\^([^\s[\]^]+)\](?!:)/y;
const tag = /#([^\u2000-\u206f\u2e00-\u2e7f'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]+)/y;
const address = /<?https?:\/\/[^\s<>]+/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

type LimitAt = (at: number) => number;

/** Where a code span or an inline formula that starts at an offset must have ended; looked up once per paragraph. */
function paragraphEnds(text: string): LimitAt {
  const blank = /\n[ \t]*\n/g;
  let end = -1;
  return (at) => {
    if (at < end) return end;
    blank.lastIndex = at;
    end = blank.exec(text)?.index ?? text.length;
    return end;
  };
}

function codeSpanEnd(text: string, at: number, limit: number): number {
  const ticks = /^`+/.exec(text.slice(at, at + 80))?.[0].length ?? 1;
  const runs = /`+/g;
  runs.lastIndex = at + ticks;
  for (let run = runs.exec(text); run && run.index < limit; run = runs.exec(text)) {
    if (run[0].length === ticks) return run.index + ticks;
  }
  return at + ticks;
}

/** `$x$`: no space inside the dollars, no digit after them, so that prices are not formulas. */
function inlineMathEnd(text: string, at: number, limit: number): number {
  if (/\s|^$/.test(text.charAt(at + 1))) return at + 1;
  for (let end = text.indexOf("$", at + 1); end >= 0 && end < limit; end = text.indexOf("$", end + 1)) {
    const before = text.charAt(end - 1);
    if (before !== "\\" && !/\s/.test(before) && !/\d/.test(text.charAt(end + 1))) return end + 1;
  }
  return at + 1;
}

function closedBy(text: string, at: number, opening: string, closing: string, unclosed: "all" | "none"): number {
  const end = text.indexOf(closing, at + opening.length);
  if (end >= 0) return end + closing.length;
  return unclosed === "all" ? text.length : at + opening.length;
}

/** Where the thing at `at` ends if links in it do not count (code, formula, comment, escape), else -1. */
function linklessEnd(text: string, at: number, limitAt: LimitAt): number {
  switch (text[at]) {
    case "\\":
      return at + 2;
    case "`":
      return codeSpanEnd(text, at, limitAt(at));
    case "$":
      return text[at + 1] === "$" ? closedBy(text, at, "$$", "$$", "none") : inlineMathEnd(text, at, limitAt(at));
    case "%":
      return text[at + 1] === "%" ? closedBy(text, at, "%%", "%%", "all") : -1;
    case "<":
      if (text.startsWith("<!--", at)) return closedBy(text, at, "<!--", "-->", "all");
      return matchAt(address, text, at) ? address.lastIndex : -1;
    case "h":
      return matchAt(address, text, at) ? address.lastIndex : -1;
    default:
      return -1;
  }
}

function decode(uri: string): string {
  try {
    return decodeURI(uri);
  } catch {
    return uri;
  }
}

function linkAt(text: string, at: number): InlineToken | Range | null {
  const kind = text[at] === "!" ? "embed" : "link";
  const wiki = matchAt(wikilink, text, at);
  if (wiki) return { kind, from: at, to: at + wiki[0].length, ...splitWikilink(wiki[1] ?? "") };
  const note = matchAt(footnote, text, at);
  if (note) return { kind: "footnote", from: at, to: at + note[0].length, id: note[1] ?? "" };
  const inline = matchAt(markdownLink, text, at);
  if (!inline) return null;
  const to = at + inline[0].length;
  const target = inline[2] ?? inline[3] ?? "";
  if (target === "" || /^[a-z][a-z0-9+.-]*:/i.test(target)) return [at, to];
  return { kind, from: at, to, link: decode(target), displayText: inline[1] ?? "" };
}

function tagAt(text: string, at: number): TagToken | null {
  if (at > 0 && !/\s/.test(text.charAt(at - 1))) return null;
  const found = matchAt(tag, text, at);
  // A tag of digits alone is none.
  if (!found || !/[^\d]/.test(found[1] ?? "")) return null;
  return { kind: "tag", from: at, to: at + found[0].length, tag: found[0] };
}

/** Links, embeds, tags and footnote marks in order, leaving out `skipped` (code blocks and the like; sorted, not overlapping). */
export function scanInline(text: string, skipped: readonly Range[]): InlineToken[] {
  const tokens: InlineToken[] = [];
  const limitAt = paragraphEnds(text);
  let next = 0;
  for (let at = 0; at < text.length; ) {
    while ((skipped[next]?.[1] ?? Infinity) <= at) next++;
    const skip = skipped[next];
    if (skip && skip[0] <= at) {
      at = skip[1];
      continue;
    }
    const end = linklessEnd(text, at, limitAt);
    if (end > at) {
      at = end;
      continue;
    }
    const char = text[at];
    const bracket = char === "[" || (char === "!" && text[at + 1] === "[");
    const found = bracket ? linkAt(text, at) : char === "#" ? tagAt(text, at) : null;
    if (found === null) {
      at += 1;
    } else if ("kind" in found) {
      tokens.push(found);
      at = found.to;
    } else {
      at = found[1];
    }
  }
  return tokens;
}
