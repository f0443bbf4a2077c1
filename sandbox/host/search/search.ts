export type SearchMatchPart = [from: number, to: number];
export interface SearchResult {
  score: number;
  matches: SearchMatchPart[];
}
type Search = (text: string) => SearchResult | null;

/** All words of the query must occur; earlier and longer matches score higher (scores are ≤ 0, 0 is best). */
export function prepareSimpleSearch(query: string): Search {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return (text) => {
    const folded = text.toLowerCase();
    const matches: SearchMatchPart[] = [];
    for (const word of words) {
      const at = folded.indexOf(word);
      if (at < 0) return null;
      for (let from = at; from >= 0; from = folded.indexOf(word, from + word.length)) matches.push([from, from + word.length]);
    }
    matches.sort((a, b) => a[0] - b[0]);
    return { score: -(matches[0]?.[0] ?? 0) / 100 - text.length / 1000, matches: union(matches) };
  };
}

function union(matches: SearchMatchPart[]): SearchMatchPart[] {
  const merged: SearchMatchPart[] = [];
  for (const [from, to] of matches) {
    const last = merged[merged.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** The letters of the query in order, with gaps; gaps and a late start cost. */
export function prepareFuzzySearch(query: string): Search {
  const letters = [...query.toLowerCase().replace(/\s+/g, "")];
  const simple = prepareSimpleSearch(query);
  return (text) => {
    if (letters.length === 0) return { score: 0, matches: [] };
    const whole = simple(text);
    if (whole) return whole;
    const folded = text.toLowerCase();
    const matches: SearchMatchPart[] = [];
    let at = 0;
    let gaps = 0;
    for (const letter of letters) {
      const found = folded.indexOf(letter, at);
      if (found < 0) return null;
      const last = matches[matches.length - 1];
      if (last && last[1] === found) last[1] = found + letter.length;
      else {
        gaps += found - at;
        matches.push([found, found + letter.length]);
      }
      at = found + letter.length;
    }
    return { score: -1 - matches.length / 4 - gaps / 50 - text.length / 1000, matches };
  };
}

export function sortSearchResults(results: { match: SearchResult }[]): void {
  results.sort((a, b) => b.match.score - a.match.score);
}

export function renderMatches(el: HTMLElement | DocumentFragment, text: string, matches: SearchMatchPart[] | null, offset = 0): void {
  let at = 0;
  for (const [start, end] of matches ?? []) {
    const from = Math.max(start - offset, at);
    const to = Math.min(end - offset, text.length);
    if (to <= from) continue;
    el.appendText(text.slice(at, from));
    el.createSpan({ cls: "suggestion-highlight", text: text.slice(from, to) });
    at = to;
  }
  el.appendText(text.slice(at));
}

export function renderResults(el: HTMLElement, text: string, result: SearchResult, offset?: number): void {
  renderMatches(el, text, result.matches, offset);
}
