/** A marked stretch within one line; offsets count from the start of the note. */
export interface FormatSpan {
  readonly kind: "strong" | "em" | "strikethrough" | "highlight" | "inline-code" | "math" | "link" | "comment";
  readonly from: number;
  readonly to: number;
  /** Lengths of the marks at both ends. */
  readonly open: number;
  readonly close: number;
  readonly display?: boolean;
}

const marks: readonly (readonly [string, FormatSpan["kind"]])[] = [
  ["**", "strong"],
  ["__", "strong"],
  ["~~", "strikethrough"],
  ["==", "highlight"],
  ["*", "em"],
  ["_", "em"],
];
const markdownLink = /!?\[(?:[^[\]\\\n]|\\.)*(?=\]\([^()\s]*\))\]\([^()\s]*\)/y;
/** Longer lines are left plain: nobody reads them, and marks would be looked for over and over. */
const longestLine = 5000;
const wordly = /[\p{L}\p{N}]/u;

function closingMark(text: string, mark: string, from: number): number {
  for (let at = text.indexOf(mark, from + 1); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (/\s/.test(text.charAt(at - 1)) || text.charAt(at - 1) === "\\") continue;
    if (mark.startsWith("_") && wordly.test(text.charAt(at + mark.length))) continue;
    // In `***` the inner marks close first.
    if (mark.length === 2 && text.charAt(at + 2) === mark.charAt(0)) continue;
    if (mark.length === 1 && (text.charAt(at + 1) === mark || text.charAt(at - 1) === mark)) continue;
    return at;
  }
  return -1;
}

/** `$x$`: no space inside the dollars, no digit after them, so that prices are not formulas. */
function dollarEnd(text: string, at: number): number {
  if (text.startsWith("$$", at)) {
    const end = text.indexOf("$$", at + 2);
    return end > at + 2 ? end : -1;
  }
  if (/\s|^$/.test(text.charAt(at + 1))) return -1;
  for (let end = text.indexOf("$", at + 1); end >= 0; end = text.indexOf("$", end + 1)) {
    const before = text.charAt(end - 1);
    if (before !== "\\" && !/\s/.test(before) && !/\d/.test(text.charAt(end + 1))) return end;
  }
  return -1;
}

/** What begins at `at` and cannot hold other marks. */
function opaqueAt(text: string, at: number): FormatSpan | null {
  const char = text.charAt(at);
  if (char === "`") {
    const run = /^`+/.exec(text.slice(at))?.[0] ?? "`";
    const end = text.indexOf(run, at + run.length);
    return end < 0 ? null : { kind: "inline-code", from: at, to: end + run.length, open: run.length, close: run.length };
  }
  if (char === "$") {
    const length = text.startsWith("$$", at) ? 2 : 1;
    const end = dollarEnd(text, at);
    return end < 0 ? null : { kind: "math", from: at, to: end + length, open: length, close: length, display: length === 2 };
  }
  if (text.startsWith("%%", at)) {
    const end = text.indexOf("%%", at + 2);
    return end < 0 ? null : { kind: "comment", from: at, to: end + 2, open: 2, close: 2 };
  }
  if (char === "[" || (char === "!" && text.charAt(at + 1) === "[")) {
    markdownLink.lastIndex = at;
    const found = markdownLink.exec(text)?.[0];
    if (found === undefined || char === "!") return null;
    return { kind: "link", from: at, to: at + found.length, open: 1, close: found.length - found.lastIndexOf("](") };
  }
  return null;
}

function markedAt(text: string, at: number): FormatSpan | null {
  for (const [mark, kind] of marks) {
    if (!text.startsWith(mark, at)) continue;
    const next = text.charAt(at + mark.length);
    if (next === "" || /\s/.test(next) || (mark.startsWith("_") && wordly.test(text.charAt(at - 1)))) return null;
    const end = closingMark(text, mark, at + mark.length);
    return end < 0 ? null : { kind, from: at, to: end + mark.length, open: mark.length, close: mark.length };
  }
  return null;
}

/** The marked stretches of one line that begins at `offset` in the note, outer ones before those within them. */
export function formatSpans(line: string, offset: number): FormatSpan[] {
  if (line.length > longestLine) return [];
  const spans: FormatSpan[] = [];
  for (let at = 0; at < line.length; ) {
    if (line.charAt(at) === "\\") {
      at += 2;
      continue;
    }
    const wiki = line.startsWith("[[", at) ? line.indexOf("]]", at) : -1;
    if (wiki >= 0) {
      at = wiki + 2;
      continue;
    }
    const opaque = opaqueAt(line, at);
    const span = opaque ?? markedAt(line, at);
    if (!span) {
      at += 1;
      continue;
    }
    spans.push({ ...span, from: span.from + offset, to: span.to + offset });
    if (!opaque) spans.push(...formatSpans(line.slice(span.from + span.open, span.to - span.close), offset + span.from + span.open));
    at = span.to;
  }
  return spans;
}
