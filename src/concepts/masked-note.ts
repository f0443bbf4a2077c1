import { codeSpans } from "./inline-delimiters";
import { frontmatterEnd } from "./frontmatter";

/**
 * A note with its properties, code, comments and formulas blanked, every other character at its place: what is left may be edited.
 * Where Markdown is in doubt, more is blanked rather than less.
 */
export function maskedNote(note: string): string {
  const start = frontmatterEnd(note);
  const withoutBlocks = withoutCodeBlocks(note.slice(start));
  const withoutSpans = withoutCodeSpans(withoutBlocks);
  return blank(note.slice(0, start)) + unreadable.reduce((text, pattern) => text.replace(pattern, blank), withoutSpans);
}

/** One that is never closed reaches to the end, except for formulas: a dollar may be money. */
const unreadable = [
  /%%[^]*?(?:%%|$)/g,
  /<!--[^]*?(?:-->|$)/g,
  /<%[^]*?(?:%>|$)/g,
  /<(pre|code|script|style)\b[^]*?(?:<\/\1\s*>|$)/gi,
  /\$\$[^]*?\$\$/g,
  /\$[^\s$](?:[^$\n]*[^\s$])?\$(?!\d)/g,
];

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

interface Blocks {
  fence: { readonly mark: string; readonly quotes: number } | null;
  /** Whether an indented line may be code, and from how many columns on: less deep it continues a list item. */
  codeIndent: number;
  afterBlank: boolean;
}

function withoutCodeBlocks(body: string): string {
  const state: Blocks = { fence: null, codeIndent: 4, afterBlank: true };
  return body.split("\n").map((line) => (isCodeLine(state, line) ? blank(line) : line)).join("\n");
}

function isCodeLine(state: Blocks, raw: string): boolean {
  const marks = /^(?:[ ]{0,3}>[ ]?)*/.exec(raw)?.[0] ?? "";
  const quotes = marks.split(">").length - 1;
  const line = raw.slice(marks.length).trimEnd();
  if (state.fence !== null && quotes >= state.fence.quotes) {
    const end = /^\s*(?:>\s*)*(`{3,}|~{3,})$/.exec(line)?.[1];
    if (end?.startsWith(state.fence.mark) === true) state.fence = null;
    return true;
  }
  state.fence = null;
  const fence = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line);
  if (fence !== null) {
    state.fence = { mark: fence[1] ?? fence[2] ?? "", quotes };
    return true;
  }
  return isIndentedCode(state, line);
}

/** Code by indentation begins after an empty line; behind a list item it must stand deeper than the item's own words may. */
function isIndentedCode(state: Blocks, line: string): boolean {
  const { afterBlank } = state;
  const text = line.trim();
  if (text === "") {
    state.afterBlank = true;
    return false;
  }
  const indent = (/^\s*/.exec(line)?.[0] ?? "").replaceAll("\t", "    ").length;
  const item = /^(?:[-*+]|\d{1,9}[.)])\s/.test(text);
  if (afterBlank && indent >= state.codeIndent && !(item && state.codeIndent > 4)) return true;
  state.afterBlank = false;
  if (item) state.codeIndent = indent + 6;
  else if (indent === 0) state.codeIndent = 4;
  return false;
}

/** A span may run over the lines of a paragraph, but what ends a paragraph is often unclear: both readings are blanked. */
function withoutCodeSpans(text: string): string {
  const paragraphs = text.split(/(\n[ \t\r]*\n)/);
  return paragraphs.map((paragraph) => {
    const lines = paragraph.split("\n").map(blankSpans).join("\n");
    const whole = blankSpans(paragraph);
    return lines === paragraph && whole === paragraph ? paragraph : bothOf(lines, whole);
  }).join("");
}

function bothOf(one: string, other: string): string {
  let both = "";
  for (let at = 0; at < one.length; at += 1) both += one.charAt(at) === other.charAt(at) ? one.charAt(at) : " ";
  return both;
}

function blankSpans(text: string): string {
  let masked = "";
  let at = 0;
  for (const [start, end] of codeSpans(text)) {
    masked += text.slice(at, start) + blank(text.slice(start, end));
    at = end;
  }
  return masked + text.slice(at);
}
