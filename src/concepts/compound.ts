import { foldWords } from "./fold";

const connectors = new Set(["and", "vs", "versus", "or", "및", "와", "과", "랑", "이랑", "그리고", "또는"]);

/** Whether a name might be a compound: most names are none, and folding them again costs time in a large vault. */
const joins = /[,、/·・+&와과랑및]|그리고|또는|(?:^|[^a-z])(?:and|or|vs|versus)(?:[^a-z]|$)/i;

/**
 * The names that a compound joins: "Ridge and Lasso", "L1/L2 regularization", "과적합과 정규화". The last one's ending may belong to
 * all ("L1 and L2 regularization"). Null where the name joins nothing or where one of its parts is not known.
 */
export function partsOfCompound(name: string, isKnown: (words: readonly string[]) => boolean): string[][] | null {
  if (!joins.test(name)) return null;
  const parts = split(foldWords(name.normalize("NFKC").replace(/[,、/·・+]/g, " and ")));
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined || !isKnown(last)) return null;
  const complete: string[][] = [];
  for (const part of parts.slice(0, -1)) {
    const ends = [[], ...last.slice(1).map((_, i) => last.slice(i + 1))];
    const whole = ends.map((end) => [...part, ...end]).find(isKnown);
    if (whole === undefined) return null;
    complete.push(whole);
  }
  return [...complete, last];
}

function split(words: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  words.forEach((word, i) => {
    const part = parts.at(-1) ?? [];
    if (connectors.has(word)) {
      if (part.length > 0) parts.push([]);
      return;
    }
    const joined = /^([가-힣]{2,}?)(?:와|과|이랑|랑)$/.exec(word);
    part.push(joined?.[1] !== undefined && i < words.length - 1 ? joined[1] : word);
    if (joined !== null && i < words.length - 1) parts.push([]);
  });
  return parts.filter((part) => part.length > 0);
}
