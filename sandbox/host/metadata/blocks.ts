import { getFrontMatterInfo } from "./front-matter";
import type { Range } from "./inline";
import type { Positions } from "./positions";

export interface Block {
  type: string;
  firstLine: number;
  lastLine: number;
  /** For headings. */
  level?: number;
  heading?: string;
}

const fence = /^(?:[ \t>]|[-*+] |\d+[.)] )*(`{3,}|~{3,})([^`]*)$/;
const listItem = /^[ \t]*(?:[-*+]|\d+[.)])(?:[ \t]+|$)/;
const atxHeading = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const rule = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const tableRule = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const htmlTags =
  "address|article|aside|center|details|div|dl|figure|footer|form|h[1-6]|header|iframe|main|nav|ol|p|pre|script|" +
  "section|style|summary|table|ul";
const htmlBlock = new RegExp(`^ {0,3}<(?:!--|/?(?:${htmlTags})\\b)`, "i");
/** Nothing may follow on the line on which it ends. */
const mathBlock = /^ {0,3}\$\$(?:(?!\$\$).)*(?:\$\$[ \t]*)?$/;
const commentBlock = /^ {0,3}%%(?:(?!%%).)*(?:%%[ \t]*)?$/;
const footnoteDefinition = /^\[\^[^\]]+\]:/;

const blank = (line: string) => line.trim() === "";

function fenceEnd(note: Positions, first: number, opening: RegExpExecArray): number {
  const mark = opening[1] ?? "```";
  const quoted = /^[ \t]*>/.test(note.line(first));
  const closing = new RegExp(`^[ \\t>]*${mark[0] === "~" ? "~" : "`"}{${String(mark.length)},}[ \\t]*$`);
  for (let line = first + 1; line < note.lineCount; line++) {
    const text = note.line(line);
    if (quoted && !/^[ \t]*>/.test(text)) return line - 1;
    if (closing.test(text)) return line;
  }
  return note.lineCount - 1;
}

/** Fenced code anywhere, in lists and quotes too, as ranges of offsets. */
export function fencedRanges(note: Positions, fromLine: number): Range[] {
  const ranges: Range[] = [];
  for (let line = fromLine; line < note.lineCount; line++) {
    const opening = fence.exec(note.line(line));
    if (!opening) continue;
    const last = fenceEnd(note, line, opening);
    ranges.push([note.lineStart(line), note.lineEnd(last)]);
    line = last;
  }
  return ranges;
}

function linesUntilMark(note: Positions, first: number, mark: string): number {
  const opening = note.line(first);
  if (opening.indexOf(mark, opening.indexOf(mark) + mark.length) >= 0) return first;
  for (let line = first + 1; line < note.lineCount; line++) if (note.line(line).includes(mark)) return line;
  return mark === "%%" ? note.lineCount - 1 : first;
}

function linesUntilBlank(note: Positions, first: number): number {
  let line = first;
  while (line + 1 < note.lineCount && !blank(note.line(line + 1))) line++;
  return line;
}

function listEnd(note: Positions, first: number): number {
  let last = first;
  for (let line = first + 1; line < note.lineCount; line++) {
    const text = note.line(line);
    if (blank(text)) continue;
    const lazy = line === last + 1 && startOf(note, line) === "paragraph";
    if (!listItem.test(text) && !/^(?: {2,}|\t)/.test(text) && !lazy) break;
    if (rule.test(text)) break;
    last = line;
  }
  return last;
}

/** What kind of block a line would begin, if it begins one. */
function startOf(note: Positions, line: number): string {
  const text = note.line(line);
  if (fence.test(text) && /^ {0,3}[`~]/.test(text)) return "code";
  if (mathBlock.test(text)) return "math";
  if (commentBlock.test(text)) return "comment";
  if (atxHeading.test(text)) return "heading";
  if (rule.test(text)) return "thematicBreak";
  if (/^ {0,3}>/.test(text)) return /^ {0,3}> ?\[!/.test(text) ? "callout" : "blockquote";
  if (footnoteDefinition.test(text)) return "footnoteDefinition";
  if (listItem.test(text) && !/^(?: {4,}|\t)/.test(text)) return "list";
  if (text.includes("|") && line + 1 < note.lineCount && note.line(line + 1).includes("-") && tableRule.test(note.line(line + 1))) {
    return "table";
  }
  if (htmlBlock.test(text)) return "html";
  if (/^(?: {4}|\t)/.test(text)) return "indented";
  return "paragraph";
}

function paragraph(note: Positions, first: number): Block {
  let line = first;
  while (line + 1 < note.lineCount && !blank(note.line(line + 1))) {
    const underline = /^ {0,3}(=+|-+)[ \t]*$/.exec(note.line(line + 1));
    if (underline) {
      const heading = note.text.slice(note.lineStart(first), note.lineEnd(line)).trim();
      return { type: "heading", firstLine: first, lastLine: line + 1, level: underline[1]?.startsWith("=") ? 1 : 2, heading };
    }
    const start = startOf(note, line + 1);
    if (start !== "paragraph" && start !== "indented" && start !== "table") break;
    line++;
  }
  return { type: "paragraph", firstLine: first, lastLine: line };
}

function blockAt(note: Positions, line: number): Block {
  const type = startOf(note, line);
  const to = (lastLine: number, as = type): Block => ({ type: as, firstLine: line, lastLine });
  switch (type) {
    case "code": {
      const opening = fence.exec(note.line(line));
      return to(opening ? fenceEnd(note, line, opening) : line);
    }
    case "math":
      return to(linesUntilMark(note, line, "$$"));
    case "comment":
      return to(linesUntilMark(note, line, "%%"));
    case "heading": {
      const parts = atxHeading.exec(note.line(line));
      return { ...to(line), level: parts?.[1]?.length ?? 1, heading: (parts?.[2] ?? "").trim() };
    }
    case "thematicBreak":
      return to(line);
    case "list":
      return to(listEnd(note, line));
    case "indented": {
      let last = line;
      while (last + 1 < note.lineCount && /^(?: {4}|\t)/.test(note.line(last + 1))) last++;
      return to(last, "code");
    }
    case "paragraph":
      return paragraph(note, line);
    default:
      return to(linesUntilBlank(note, line));
  }
}

/** The blocks of the root level, in order: what Obsidian calls sections. */
export function scanBlocks(note: Positions): Block[] {
  const blocks: Block[] = [];
  let line = 0;
  const matter = getFrontMatterInfo(note.text);
  if (matter.exists) {
    const lastLine = note.locate(matter.to).line;
    blocks.push({ type: "yaml", firstLine: 0, lastLine });
    line = lastLine + 1;
  }
  while (line < note.lineCount) {
    if (blank(note.line(line))) {
      line++;
      continue;
    }
    const block = blockAt(note, line);
    blocks.push(block);
    line = block.lastLine + 1;
  }
  return blocks;
}
