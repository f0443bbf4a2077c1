import { findKeyLines, outerIndentation } from "./fence-lines";
import { keyOf } from "./keys";

/**
 * The body of a fence with `lambda` set and every other byte as it was: in its line where there is one (its spelling, indentation
 * and comment stay), else as a new last line. A body without a final line break, as hosts pass it, gets none.
 * @throws RangeError for a `lambda` that is negative or not finite.
 */
export function writeLambda(fenceBody: string, lambda: number): string {
  if (!(lambda >= 0 && lambda < Infinity)) throw new RangeError(`lambda: ${lambda} is not a number of at least 0`);
  // The line breaks stand at the odd places, so that each can be put back as it was.
  const parts = fenceBody.split(/(\r\n|\r|\n)/);
  const lines = parts.filter((_, i) => i % 2 === 0);
  const set = (index: number, line: string) => parts.map((part, i) => (i === 2 * index ? line : part)).join("");

  const found = findKeyLines(lines).find(({ key }) => keyOf(key) === "lambda");
  if (found) {
    const line = lines[found.index] ?? "";
    const next = lines[found.index + 1] ?? "";
    const inside = outerIndentation(lines).length;
    // `lambda:` with its value on a line of its own below.
    if (isBare(line.slice(found.valueStart)) && indentationOf(next) > inside && !isBare(next)) {
      return set(found.index + 1, withValue(next, indentationOf(next), lambda));
    }
    return set(found.index, withValue(line, found.valueStart, lambda));
  }
  return inBraces(fenceBody, lambda) ?? appended(fenceBody, lines, `lambda: ${lambda}`);
}

/** The line with what stands between `start` and its comment replaced. */
function withValue(line: string, start: number, lambda: number): string {
  const rest = line.slice(start);
  const [, space = "", value = ""] = /^(\s*)("[^"]*"|'[^']*'|(?:[^#]|\S#)*)/.exec(rest) ?? [];
  const comment = rest.slice(space.length + value.trimEnd().length);
  const before = start > 0 && line[start - 1] === ":" && space === "" ? " " : space;
  return `${line.slice(0, start)}${before}${lambda}${comment.startsWith("#") ? " " : ""}${comment}`;
}

/** A body in braces: `{data: two, lambda: 0.2}`. */
function inBraces(body: string, lambda: number): string | undefined {
  const open = /^(?:\s|#.*[\r\n]|---(?=\s))*\{/.exec(body);
  if (!open) return undefined;
  const pair = /([{,]\s*(["']?)(?:lambda|λ|람다)\2\s*:\s*)[^,}\s]*/i.exec(body);
  if (pair?.[1] !== undefined) return body.slice(0, pair.index) + pair[1] + String(lambda) + body.slice(pair.index + pair[0].length);
  const rest = body.slice(open[0].length);
  return `${open[0]}lambda: ${lambda}${/^\s*\}/.test(rest) ? "" : ", "}${rest}`;
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
