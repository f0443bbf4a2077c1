import { foldName } from "./fold";

/**
 * Which notes link to which name, turned round from each note's links. Notes and names are kept as numbers, because a large vault has a
 * million links: an entry is twice the note's number, plus one where the note links to the name more than once.
 */
export class WantedNames {
  private readonly numberOf = new Map<string, number>();
  private readonly paths: string[] = [];
  private readonly namesOf: (readonly string[] | undefined)[] = [];
  private readonly wanting = new Map<string, number | number[]>();
  /** Folding takes longest, and most links repeat; kept while the index is built only. */
  private folded: Map<string, string> | null = new Map<string, string>();

  /** Ends the building of the index. */
  settle(): void {
    this.folded = null;
  }

  /** The links of a note, each with how often it stands there; they replace those it had. */
  set(path: string, links: Readonly<Record<string, number>>): void {
    const note = this.numberFor(path);
    const counts = new Map<string, number>();
    for (const [linktext, count] of Object.entries(links)) {
      const name = this.fold(linktext);
      if (name !== "") counts.set(name, (counts.get(name) ?? 0) + count);
    }
    for (const name of this.namesOf[note] ?? []) if (!counts.has(name)) this.drop(name, note);
    for (const [name, count] of counts) this.put(name, 2 * note + (count > 1 ? 1 : 0));
    this.namesOf[note] = counts.size === 0 ? undefined : [...counts.keys()];
  }

  remove(path: string): void {
    const note = this.numberOf.get(path);
    if (note === undefined) return;
    for (const name of this.namesOf[note] ?? []) this.drop(name, note);
    this.namesOf[note] = undefined;
  }

  /** The paths of the notes that want a link, at most `most` of them. */
  notesWanting(linktext: string, most = Infinity): string[] {
    return this.entries(linktext).slice(0, most).map((entry) => this.paths[entry >> 1] ?? "");
  }

  count(linktext: string): number {
    return this.entries(linktext).length;
  }

  /** Whether the vault names it in more than one place. */
  isRepeated(linktext: string): boolean {
    const entries = this.entries(linktext);
    return entries.length > 1 || (entries[0] ?? 0) % 2 === 1;
  }

  private entries(linktext: string): readonly number[] {
    const entries = this.wanting.get(foldName(linktext));
    return entries === undefined ? [] : typeof entries === "number" ? [entries] : entries;
  }

  private put(name: string, entry: number): void {
    const entries = this.wanting.get(name);
    if (entries === undefined) this.wanting.set(name, entry);
    else if (typeof entries === "number") {
      const pair = [Math.min(entries, entry), Math.max(entries, entry)];
      this.wanting.set(name, entries >> 1 === entry >> 1 ? entry : pair);
    } else {
      // Notes come in the order of their numbers while the index is built: then the search is not needed.
      const last = entries.at(-1) ?? -1;
      const at = last >> 1 < entry >> 1 ? -1 : placeOf(entries, entry >> 1);
      if (at < 0) insert(entries, entry);
      else entries[at] = entry;
    }
  }

  private drop(name: string, note: number): void {
    const entries = this.wanting.get(name);
    if (typeof entries === "number" && entries >> 1 === note) this.wanting.delete(name);
    if (typeof entries !== "object") return;
    const at = placeOf(entries, note);
    if (at >= 0) entries.splice(at, 1);
    if (entries.length === 0) this.wanting.delete(name);
  }

  private numberFor(path: string): number {
    const known = this.numberOf.get(path);
    if (known !== undefined) return known;
    const number = this.paths.push(path) - 1;
    this.numberOf.set(path, number);
    return number;
  }

  private fold(linktext: string): string {
    if (this.folded === null) return foldName(linktext);
    const known = this.folded.get(linktext) ?? foldName(linktext);
    this.folded.set(linktext, known);
    return known;
  }
}

/** Entries are in order of their notes. */
function placeOf(entries: readonly number[], note: number): number {
  const at = lowerBound(entries, 2 * note);
  return (entries[at] ?? -1) >> 1 === note ? at : -1;
}

function insert(entries: number[], entry: number): void {
  entries.splice(lowerBound(entries, entry), 0, entry);
}

function lowerBound(entries: readonly number[], entry: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] ?? Infinity) < entry) low = middle + 1;
    else high = middle;
  }
  return low;
}
