import { findKeyLines, type KeyLine, outerIndentation } from "./fence-lines";
import { keyOf, type SpecKey } from "./keys";

/**
 * The body of a fence with one key set to a value written as YAML, and every other byte as it was: in its line where there is one (its
 * spelling, indentation and comment stay), else as a new last line. A body without a final line break, as hosts pass it, gets none.
 */
export function writeKey(fenceBody: string, key: SpecKey, value: string): string {
  // The line breaks stand at the odd places, so that each can be put back as it was.
  const parts = fenceBody.split(/(\r\n|\r|\n)/);
  const lines = parts.filter((_, i) => i % 2 === 0);
  const found = findKeyLines(lines).find((line) => keyOf(line.key) === key);
  if (!found) return inBraces(fenceBody, key, value) ?? appended(fenceBody, lines, `${key}: ${value}`);

  const line = lines[found.index] ?? "";
  const below = linesOfValue(lines, found);
  const [first] = below;
  // `lambda:` with its value on a line of its own below; a list there gives way to one in brackets.
  const onItsOwn = first !== undefined && below.length === 1 && !lines[first]?.trimStart().startsWith("-");
  const written = onItsOwn ? withValue(lines[first] ?? "", indentationOf(lines[first] ?? ""), value) : withValue(line, found.valueStart, value);
  const at = onItsOwn ? first : found.index;
  const dropped = onItsOwn ? [] : below;
  // A line goes with the break before it.
  return parts.flatMap((part, i) => (dropped.includes(Math.ceil(i / 2)) ? [] : [i === 2 * at ? written : part])).join("");
}

/** The lines below a key without a value in its own line that hold its value: deeper ones, and items of a list. */
function linesOfValue(lines: readonly string[], { index, valueStart }: KeyLine): number[] {
  if (!isBare((lines[index] ?? "").slice(valueStart))) return [];
  const inside = outerIndentation(lines).length;
  const found: number[] = [];
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (isBare(line)) break;
    if (indentationOf(line) <= inside && !/^\s*-\s/.test(line)) break;
    found.push(at);
  }
  return found;
}

/** The line with what stands between `start` and its comment replaced. */
function withValue(line: string, start: number, text: string): string {
  const rest = line.slice(start);
  const [, space = "", value = ""] = /^(\s*)("[^"]*"|'[^']*'|(?:[^#]|\S#)*)/.exec(rest) ?? [];
  const comment = rest.slice(space.length + value.trimEnd().length);
  const before = start > 0 && line[start - 1] === ":" && space === "" ? " " : space;
  return `${line.slice(0, start)}${before}${text}${comment.startsWith("#") ? " " : ""}${comment}`;
}

/** A body in braces: `{data: two, lambda: 0.2}`. */
function inBraces(body: string, key: SpecKey, text: string): string | undefined {
  const open = /^(?:\s|#.*[\r\n]|---(?=\s))*\{/.exec(body);
  if (!open) return undefined;
  for (const pair of body.matchAll(/([{,]\s*(["']?)([^\s:"'{},]+)\2\s*:\s*)(\[[^\]]*\]|[^,}\s]*)/gu)) {
    if (keyOf(pair[3] ?? "") === key) return body.slice(0, pair.index) + (pair[1] ?? "") + text + body.slice(pair.index + pair[0].length);
  }
  const rest = body.slice(open[0].length);
  return `${open[0]}${key}: ${text}${/^\s*\}/.test(rest) ? "" : ", "}${rest}`;
}

function appended(body: string, lines: readonly string[], line: string): string {
  const lineBreak = /\r\n|\r|\n/.exec(body)?.[0] ?? "\n";
  const text = outerIndentation(lines) + line;
  if (body === "") return text;
  // Behind YAML's mark for the end nothing would be read.
  const end = /^\.\.\.[ \t]*$/m.exec(body);
  if (end) return body.slice(0, end.index) + text + lineBreak + body.slice(end.index);
  return lines.at(-1) === "" ? body + text + lineBreak : body + lineBreak + text;
}

function isBare(text: string): boolean {
  return text.trim() === "" || text.trimStart().startsWith("#");
}

function indentationOf(line: string): number {
  return line.length - line.trimStart().length;
}
