/** Half-open range of a sentence in its text. */
export interface SentenceRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Splits running text into sentences, Korean ends (다. 요. 까?) included. Abbreviations, initials, decimals and the numbers of list
 * items do not end one. `find` says where sentences might start; without it, the platform's own rules or, where it has none, ours.
 */
export function sentences(text: string, find: (text: string) => number[] = startsByPlatform): SentenceRange[] {
  const ranges: { start: number; end: number }[] = [];
  const starts = find(text);
  starts.forEach((start, i) => {
    const end = starts[i + 1] ?? text.length;
    const last = ranges.at(-1);
    if (last !== undefined && continues(text.slice(Math.max(last.start, last.end - 24), last.end), text.slice(start, start + 8))) last.end = end;
    else ranges.push({ start, end });
  });
  return ranges;
}

let segmenter: Intl.Segmenter | null = null;

/** Unicode's sentence rules (UAX 29), where the platform has them. */
export function startsByPlatform(text: string): number[] {
  if (typeof Intl.Segmenter !== "function") return startsByRules(text);
  segmenter ??= new Intl.Segmenter("ko", { granularity: "sentence" });
  return Array.from(segmenter.segment(text), (segment) => segment.index);
}

/** A sentence ends with its mark and closing quotes before a space, or in Korean and Chinese before the next letter. */
export function startsByRules(text: string): number[] {
  const starts = text === "" ? [] : [0];
  for (const match of text.matchAll(/[.!?。！？…]+["'”’)\]」』]*(\s*)/g)) {
    const next = match.index + match[0].length;
    const spaced = match[1] !== "";
    const cjk = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
    if (next < text.length && (spaced || /^[。！？]/.test(match[0]) || (cjk.test(text.charAt(match.index - 1)) && cjk.test(text.charAt(next))))) {
      starts.push(next);
    }
  }
  return starts;
}

const abbreviation = /(?:^|[\s(])(?:e\.\s?g|i\.\s?e|cf|vs|al|figs?|eqs?|eqn|dr|prof|mr|ms|mrs|st|no|approx|resp|ch|sec|vol|pp?|ver|예)\.\s*$/i;

/** Whether what follows still belongs to the sentence that seemed to end. */
function continues(before: string, after: string): boolean {
  const end = before.trimEnd();
  if (!/[.!?。！？…]["'”’)\]」』]*$/.test(end)) return true;
  if (abbreviation.test(before) || /(?:^|[\s(])[A-Z]\.$/.test(end) || /^\s*\(?\d+(?:\.\d+)*[.)]$/.test(end)) return true;
  return /^\s*[)\]}”’,;:]/.test(after) || (/[.…]$/.test(end) && /^\s*\p{Ll}/u.test(after)) || (/\d\.$/.test(before) && /^\d/.test(after));
}
