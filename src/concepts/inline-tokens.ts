import type { InlinePart } from "./inline-part";
import { codeSpans, finder, mathClosers } from "./inline-delimiters";
import { linkReader } from "./inline-links";

/** A marker of bold or emphasis that may open, close, or both; whether it does is settled when all are known. */
export interface Mark {
  readonly kind: "mark";
  readonly text: "**" | "*" | "_";
  readonly opens: boolean;
  readonly closes: boolean;
}
export type Token = InlinePart | Mark;

interface Read {
  readonly tokens: readonly Token[];
  readonly end: number;
}
/** Reads what begins at a place, null where nothing of its kind does. Called with places that only go forward. */
type Reader = (at: number) => Read | null;

/** Splits inline Markdown into runs of text, finished parts and markers still to be paired. */
export function inlineTokens(text: string): Token[] {
  const readLink = linkReader(text);
  const readers: Readonly<Record<string, Reader>> = {
    "\\": (at) => escaped(text, at),
    "`": codeReader(text),
    $: mathReader(text),
    "[": readLink,
    "!": (at) => (text.charAt(at + 1) === "[" ? readLink(at + 1) : null),
    "*": (at) => marks(text, at),
    _: (at) => marks(text, at),
  };
  const tokens: Token[] = [];
  let plainFrom = 0;
  let at = 0;
  while (at < text.length) {
    const read = readers[text.charAt(at)]?.(at) ?? null;
    if (read === null) {
      at += 1;
      continue;
    }
    if (plainFrom < at) tokens.push({ kind: "text", text: text.slice(plainFrom, at) });
    tokens.push(...read.tokens);
    plainFrom = at = read.end;
  }
  if (plainFrom < at) tokens.push({ kind: "text", text: text.slice(plainFrom) });
  return tokens;
}

function escaped(text: string, at: number): Read | null {
  const next = text.charAt(at + 1);
  return /[\\`*_[\]$|!<>~=#]/.test(next) ? { tokens: [{ kind: "text", text: next }], end: at + 2 } : null;
}

function codeReader(text: string): Reader {
  const spans = codeSpans(text);
  return (at) => {
    const ticks = runLength(text, at);
    const end = spans.get(at);
    if (end === undefined) return { tokens: [{ kind: "text", text: "`".repeat(ticks) }], end: at + ticks };
    return { tokens: [{ kind: "code", text: text.slice(at + ticks, end - ticks).trim() }], end };
  };
}

function mathReader(text: string): Reader {
  const closer = mathClosers(text);
  const doubleCloser = finder(text, "$$");
  return (at) => {
    if (text.charAt(at + 1) === "$") {
      const end = doubleCloser(at + 2);
      if (end === Infinity || end === at + 2) return { tokens: [{ kind: "text", text: "$$" }], end: at + 2 };
      return { tokens: [{ kind: "math", text: text.slice(at + 2, end).trim() }], end: end + 2 };
    }
    if (!/\S/.test(text.charAt(at + 1))) return null;
    const end = closer(at + 2);
    return end === Infinity ? null : { tokens: [{ kind: "math", text: text.slice(at + 1, end) }], end: end + 1 };
  };
}

/** `*` marks inside words too, as Korean needs ("**희소성**을"); `_` only around whole words, so that file names stay whole. */
function marks(text: string, at: number): Read {
  const char = text.charAt(at);
  const length = runLength(text, at);
  const end = at + length;
  const before = text.charAt(at - 1);
  const after = text.charAt(end);
  const word = /[\p{L}\p{N}]/u;
  const opens = /\S/.test(after) && !(char === "_" && word.test(before));
  const closes = /\S/.test(before) && !(char === "_" && word.test(after));
  if (length > 3 || (!opens && !closes)) return { tokens: [{ kind: "text", text: text.slice(at, end) }], end };
  const single: Mark = { kind: "mark", text: char === "_" ? "_" : "*", opens, closes };
  const double: Mark = { kind: "mark", text: "**", opens, closes };
  return { tokens: length === 1 ? [single] : length === 2 ? [double] : [double, single], end };
}

function runLength(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charAt(end) === text.charAt(at)) end += 1;
  return end - at;
}
