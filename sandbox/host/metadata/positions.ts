import type { Loc, Pos } from "obsidian";

/** Turns offsets into lines and columns. */
export class Positions {
  private readonly starts: number[] = [0];

  constructor(readonly text: string) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.starts.push(at + 1);
  }

  get lineCount(): number {
    return this.starts.length;
  }

  lineStart(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Without the line break, of either kind. */
  lineEnd(line: number): number {
    if (line + 1 >= this.starts.length) return this.text.length;
    const end = this.lineStart(line + 1) - 1;
    return this.text[end - 1] === "\r" ? end - 1 : end;
  }

  line(line: number): string {
    return this.text.slice(this.lineStart(line), this.lineEnd(line));
  }

  locate(offset: number): Loc {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStart(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, col: offset - this.lineStart(low), offset };
  }

  span(from: number, to: number): Pos {
    return { start: this.locate(from), end: this.locate(to) };
  }
}
