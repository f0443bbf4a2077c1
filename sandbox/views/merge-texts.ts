import { ChangeSet, type ChangeSpec } from "@codemirror/state";

/** The one stretch in which two texts differ. */
export function differenceOf(before: string, after: string): { from: number; to: number; insert: string } {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
}

function changesBetween(before: string, after: string): ChangeSet {
  return ChangeSet.of(before === after ? [] : differenceOf(before, after), before.length);
}

/** What has to be done to `mine` so that it also holds what changed from `base` to `theirs`. */
export function changesOnto(base: string, mine: string, theirs: string): ChangeSpec {
  return changesBetween(base, theirs).map(changesBetween(base, mine));
}

/** Both changes of one text, made apart: nothing that either wrote is lost. */
export function mergeTexts(base: string, mine: string, theirs: string): string {
  let merged = "";
  let at = 0;
  const onto = changesBetween(base, theirs).map(changesBetween(base, mine));
  onto.iterChanges((from, to, _fromNew, _toNew, inserted) => {
    merged += mine.slice(at, from) + inserted.toString();
    at = to;
  }, true);
  return merged + mine.slice(at);
}
