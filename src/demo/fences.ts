/** One `regularization` fence in the text of a note. Lines count from 0. */
export interface Fence {
  /** The line of the opening ticks. */
  readonly lineStart: number;
  /** The line of the closing ticks; the last line of the note where the fence is never closed. */
  readonly lineEnd: number;
  readonly closed: boolean;
  /** What stands before each line: the quote marks of a callout, the indentation of a list. */
  readonly prefix: string;
  /** The text between, without the prefix. */
  readonly body: string;
}

const opening = /^((?:\s*>)*\s*)(`{3,}|~{3,})\s*(\S*)/;
const languages = ["regularization", "regularisation"];

/** All `regularization` fences of a note, in order; fences of other languages are stepped over whole. */
export function findFences(text: string): Fence[] {
  const lines = text.split("\n");
  const fences: Fence[] = [];
  for (let lineStart = 0; lineStart < lines.length; lineStart += 1) {
    const match = opening.exec(lines[lineStart] ?? "");
    if (match === null) continue;
    const [, prefix = "", ticks = "", language = ""] = match;
    let lineEnd = lineStart + 1;
    while (lineEnd < lines.length && !isClosing(lines[lineEnd] ?? "", ticks)) lineEnd += 1;
    const closed = lineEnd < lines.length;
    if (languages.includes(language.toLowerCase())) {
      const body = lines.slice(lineStart + 1, lineEnd).map((line) => withoutPrefix(line, prefix));
      fences.push({ lineStart, lineEnd: closed ? lineEnd : lines.length - 1, closed, prefix, body: body.join("\n") });
    }
    lineStart = lineEnd;
  }
  return fences;
}

/**
 * The body around a line, read upwards from it: undefined where the line is not in a `regularization` fence. For every key that is
 * typed, so only the nearest lines are looked at.
 */
export function bodyAround(lineAt: (line: number) => string | undefined, line: number, mostLines: number): { first: number; body: string[] } | undefined {
  for (let start = line - 1; start >= Math.max(0, line - mostLines); start -= 1) {
    const match = opening.exec(lineAt(start) ?? "");
    if (match === null) continue;
    const [, prefix = "", ticks = "", language = ""] = match;
    if (!languages.includes(language.toLowerCase())) return undefined;
    const body: string[] = [];
    for (let at = start + 1; at <= start + mostLines; at += 1) {
      const text = lineAt(at);
      if (text === undefined || isClosing(text, ticks)) break;
      body.push(withoutPrefix(text, prefix));
    }
    return { first: start + 1, body };
  }
  return undefined;
}

/** The fence that a block was drawn from: the one at `lineStart` if it still says `body`, else the only one that does; null otherwise. */
export function locateFence(fences: readonly Fence[], body: string, lineStart?: number): Fence | null {
  const same = fences.filter((fence) => sameBody(fence.body, body));
  return same.find((fence) => fence.lineStart === lineStart) ?? (same.length === 1 ? (same[0] ?? null) : null);
}

/** The lines that replace the body of a fence. */
export function bodyLines(fence: Fence, body: string): string[] {
  return body === "" ? [] : body.replace(/\n$/, "").split("\n").map((line) => fence.prefix + line);
}

/** The note with the body of one fence replaced; every other character stays. */
export function replaceBody(text: string, fence: Fence, body: string): string {
  const lines = text.split("\n");
  const after = fence.closed ? fence.lineEnd : fence.lineEnd + 1;
  lines.splice(fence.lineStart + 1, after - fence.lineStart - 1, ...bodyLines(fence, body));
  return lines.join("\n");
}

function isClosing(line: string, ticks: string): boolean {
  const found = /^(?:\s*>)*\s*(`{3,}|~{3,})\s*$/.exec(line)?.[1];
  return found !== undefined && found[0] === ticks[0] && found.length >= ticks.length;
}

function withoutPrefix(line: string, prefix: string): string {
  if (line.startsWith(prefix)) return line.slice(prefix.length);
  return line.startsWith(prefix.trimEnd()) ? line.slice(prefix.trimEnd().length) : line.trimStart();
}

function sameBody(one: string, other: string): boolean {
  return one.replace(/\s+$/, "") === other.replace(/\s+$/, "");
}
