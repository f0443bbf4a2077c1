/**
 * Lets `data: [[habits.csv]]` and `tag: #mood` through: YAML would read the first as a list in a list and the second as a comment.
 * Line for line, so that numbers of lines stay what they are.
 */
export function quoteLinks(lines: readonly string[]): string[] {
  return lines.map((line) => {
    const match = /^(\s*[^\s:]{1,40}\s*:\s+)(!?\[\[[^\]]*\]\]|#[^\s#][^\s]*)\s*(?:\s#.*)?$/.exec(line);
    const [, before, value] = match ?? [];
    if (before === undefined || value === undefined) return line;
    if (value.startsWith("#") && !/^\s*(tag|folder|data)\s*:/i.test(before)) return line;
    return before + JSON.stringify(value);
  });
}

/** An anchor, alias, tag or merge key. */
const reference = String.raw`([&*][^\s,[\]{}]\S*|!\S*|<<(?=\s*:))`;
/** Where a node can begin outside brackets: first on the line, behind list and mapping marks, or behind a key. */
const blockStart = String.raw`^[\s\]}]*(?:(?:---|[-?:])\s+)*|:\s+`;
/** Inside brackets it can begin behind every comma, bracket and colon too. */
const bracketStart = String.raw`(?:^|[[{,:\]}]|[-?]\s)\s*`;
const quoted = String.raw`(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')`;
const inBlock = { reference: new RegExp(`(?:${blockStart})${reference}`), quoted: new RegExp(`(${blockStart})${quoted}`, "g") };
const inBrackets = { reference: new RegExp(bracketStart + reference), quoted: new RegExp(`(${blockStart}|[[{,]\\s*)${quoted}`, "g") };
const openingBracket = new RegExp(`(?:${blockStart})[[{]`);
const comment = /(?:^|\s)#.*$/;

/**
 * The first anchor, alias, tag or merge key with the index of its line. A block has no use for them, and a few lines of them can
 * unfold into gigabytes, so they are refused before YAML sees the text. Errs towards refusing: after a line that leaves a bracket
 * open nothing counts as quoted any more, because a quote there may as well close a string as open one.
 */
export function findReference(lines: readonly string[]): { index: number; text: string } | undefined {
  let leftOpen = false;
  for (const [index, line] of lines.entries()) {
    const bracketed: boolean = leftOpen || openingBracket.test(line);
    const patterns = bracketed ? inBrackets : inBlock;
    const bare: string = leftOpen ? line : line.replace(patterns.quoted, "$1_").replace(comment, "");
    const text = patterns.reference.exec(bare)?.[1];
    if (text !== undefined) return { index, text };
    leftOpen ||= bracketed && count(bare, /[[{]/g) > count(bare, /[\]}]/g);
  }
  return undefined;
}

/** A block needs two brackets for a list and one dash for an item; this leaves room for captions. */
const mostBrackets = 64;
const mostMarks = 600;

/**
 * Index of the first line with which the text could nest so deeply that a recursive parser runs out of stack: engines may end the
 * whole process there instead of throwing. Counts what opens a level and trusts nothing that seems to close one.
 */
export function findDeepNesting(lines: readonly string[]): number | undefined {
  let brackets = 0;
  let marks = 0;
  for (const [index, line] of lines.entries()) {
    brackets += count(line, /[[{]/g);
    marks += count(line, /[-?:](?=\s|$)/g);
    if (brackets > mostBrackets || marks > mostMarks || /^\s*(?:[-?:]\s+){4}/.test(line)) return index;
  }
  return undefined;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
