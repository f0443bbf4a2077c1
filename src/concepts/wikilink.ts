/** A wikilink in a line of text: its target as written (without alias), and where it stands. */
export interface Wikilink {
  readonly target: string;
  readonly from: number;
  readonly to: number;
}

/** The target ends at the first pipe; in tables the pipe is escaped. */
const wikilink = /\[\[([^[\]|\\]*(?:\\(?!\|)[^[\]|\\]*)*)(?:\\?\|[^\]]*)?\]\]/g;

/** Every wikilink of one line, in order. */
export function wikilinksIn(line: string): Wikilink[] {
  return [...line.matchAll(wikilink)].map((match) => ({
    target: (match[1] ?? "").trim(),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** The wikilink that a column of a line lies in or touches; null where there is none. */
export function wikilinkAt(line: string, column: number): Wikilink | null {
  return wikilinksIn(line).find(({ from, to, target }) => target !== "" && from <= column && column <= to) ?? null;
}
