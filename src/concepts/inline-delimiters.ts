// Where the closing marker of a code span, formula or link stands. Each answer costs amortised constant time, so that a text of
// a million brackets is read in one pass.

/** Next place of `needle` at or after `from`, Infinity where there is none. `from` must not go back between calls. */
export function finder(text: string, needle: string): (from: number) => number {
  let known = -1;
  return (from) => {
    if (known < from) {
      const found = text.indexOf(needle, from);
      known = found < 0 ? Infinity : found;
    }
    return known;
  };
}

/** From the start of each code span to its end: a span closes with as many backticks as it opens. */
export function codeSpans(text: string): ReadonlyMap<number, number> {
  const spans = new Map<number, number>();
  if (!text.includes("`")) return spans;
  const runs = [...text.matchAll(/`+/g)].map((match) => ({ start: match.index, length: match[0].length }));
  const nextSame = new Map<number, number>();
  const partner = new Array<number>(runs.length).fill(-1);
  for (let i = runs.length - 1; i >= 0; i -= 1) {
    const length = runs[i]?.length ?? 0;
    partner[i] = nextSame.get(length) ?? -1;
    nextSame.set(length, i);
  }
  for (let i = 0; i < runs.length; i += 1) {
    const open = runs[i];
    const close = runs[partner[i] ?? -1];
    if (open === undefined || close === undefined) continue;
    spans.set(open.start, close.start + close.length);
    i = partner[i] ?? i;
  }
  return spans;
}

/** Next dollar that may close a formula: not escaped, after a character that is no space, not before a digit ("$5 and $6"). */
export function mathClosers(text: string): (from: number) => number {
  if (!text.includes("$")) return () => Infinity;
  const places: number[] = [];
  for (let at = text.indexOf("$"); at >= 0; at = text.indexOf("$", at + 1)) {
    const before = text.charAt(at - 1);
    if (before !== "\\" && /[^\s$]/.test(before) && !/[\d$]/.test(text.charAt(at + 1))) places.push(at);
  }
  let next = 0;
  return (from) => {
    while (next < places.length && (places[next] ?? 0) < from) next += 1;
    return places[next] ?? Infinity;
  };
}
