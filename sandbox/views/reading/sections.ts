import { scanBlocks } from "../../host/metadata/blocks";
import { Positions } from "../../host/metadata/positions";

/** One root-level block of a note. */
export interface SectionText {
  readonly type: string;
  readonly text: string;
  readonly lineStart: number;
  readonly lineEnd: number;
}

export function splitSections(note: string): SectionText[] {
  const positions = new Positions(note);
  return scanBlocks(positions).map(({ type, firstLine, lastLine }) => ({
    type,
    text: note.slice(positions.lineStart(firstLine), positions.lineEnd(lastLine)),
    lineStart: firstLine,
    lineEnd: lastLine,
  }));
}

/** For each new section the index of the old one with the same text that it takes over, or -1; the order is kept. */
export function matchSections(old: readonly SectionText[], next: readonly SectionText[]): number[] {
  const same = (a: SectionText | undefined, b: SectionText | undefined) => a !== undefined && a.type === b?.type && a.text === b.text;
  const matches = next.map(() => -1);
  let head = 0;
  while (head < next.length && same(old[head], next[head])) {
    matches[head] = head;
    head += 1;
  }
  let tail = 0;
  const room = Math.min(old.length, next.length) - head;
  while (tail < room && same(old[old.length - 1 - tail], next[next.length - 1 - tail])) {
    matches[next.length - 1 - tail] = old.length - 1 - tail;
    tail += 1;
  }
  let from = head;
  for (let at = head; at < next.length - tail; at++) {
    const found = old.findIndex((section, index) => index >= from && index < old.length - tail && same(section, next[at]));
    if (found < 0) continue;
    matches[at] = found;
    from = found + 1;
  }
  return matches;
}
