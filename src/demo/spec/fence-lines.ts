/** One `key: value` line at the outermost level of a fence. */
export interface KeyLine {
  /** As written, without quotes. */
  readonly key: string;
  /** Index of the line, from 0. */
  readonly index: number;
  /** Offset in the line just after the colon. */
  readonly valueStart: number;
}

/** Finds the outermost keys from the text alone: YAML parsers give values without the lines that they came from. */
export function findKeyLines(lines: readonly string[]): KeyLine[] {
  const indentation = outerIndentation(lines);
  const found: KeyLine[] = [];
  lines.forEach((line, index) => {
    if (!line.startsWith(indentation)) return;
    const read = readKey(line, indentation.length);
    if (read) found.push({ ...read, index });
  });
  return found;
}

/** The spaces before the first line that says something. */
export function outerIndentation(lines: readonly string[]): string {
  const first = lines.find((line) => line.trim() !== "" && !line.trimStart().startsWith("#")) ?? "";
  return first.slice(0, first.length - first.trimStart().length);
}

/** The key that begins at `start` of a line; undefined where no key with its colon does. */
export function readKey(line: string, start: number): { key: string; valueStart: number } | undefined {
  const first = line[start];
  if (first === undefined || /[\s#[\]{},]/.test(first) || line.startsWith("- ", start)) return undefined;
  const quoted = first === '"' || first === "'";
  const nameEnd = quoted ? line.indexOf(first, start + 1) : start;
  if (nameEnd < 0) return undefined;
  const colon = colonAfter(line, nameEnd);
  if (colon < 0) return undefined;
  const key = quoted ? line.slice(start + 1, nameEnd) : line.slice(start, colon).trim();
  return { key, valueStart: colon + 1 };
}

/** YAML's colon: the first one that a space or the end of the line follows. */
function colonAfter(line: string, from: number): number {
  for (let at = line.indexOf(":", from); at >= 0; at = line.indexOf(":", at + 1)) {
    const next = line[at + 1];
    if (next === undefined || next === " " || next === "\t") return at;
  }
  return -1;
}

/** The text of a fence as lines, whatever ends them. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}
