import { foldName } from "./fold";

/**
 * Which notes link to which name, turned round from each note's links. Notes and names are kept as numbers, because a large vault has a
 * million links: an entry is twice the note's number, plus one where the note links to the name more than once.
 */
export class WantedNames {
  private readonly numberOf = new Map<string, number>();
  private readonly paths: string[] = [];
  /** By note: the names that it links to. */
  private readonly namesOf: (readonly number[] | undefined)[] = [];
  private readonly nameOf = new Map<string, number>();
  /** By name: its entries in the order of their notes. */
  private readonly wanting: (number | number[] | undefined)[] = [];
  /** Folding takes longest, and most links repeat; kept while the index is built only. */
  private folded: Map<string, number> | null = new Map<string, number>();

  /** Ends the building of the index. */
  settle(): void {
    this.folded = null;
  }

  /** The links of a note, each with how often it stands there; they replace those it had. */
  set(path: string, links: Readonly<Record<string, number>>): void {
    const note = this.numberFor(path);
    const names = new Set<number>();
    const repeated = new Set<number>();
    for (const linktext of Object.keys(links)) {
      const name = this.nameFor(linktext);
      if (name < 0) continue;
      if (names.has(name) || (links[linktext] ?? 0) > 1) repeated.add(name);
      names.add(name);
    }
    for (const name of this.namesOf[note] ?? []) if (!names.has(name)) this.drop(name, note);
    for (const name of names) this.put(name, 2 * note + (repeated.has(name) ? 1 : 0));
    this.namesOf[note] = names.size === 0 ? undefined : [...names];
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
    const name = this.nameOf.get(foldName(linktext));
    const entries = name === undefined ? undefined : this.wanting[name];
    return entries === undefined ? [] : typeof entries === "number" ? [entries] : entries;
  }

  private put(name: number, entry: number): void {
    const entries = this.wanting[name];
    if (entries === undefined) this.wanting[name] = entry;
    else if (typeof entries === "number") {
      const pair = [Math.min(entries, entry), Math.max(entries, entry)];
      this.wanting[name] = entries >> 1 === entry >> 1 ? entry : pair;
    } else {
      // Notes come in the order of their numbers while the index is built: then nothing is searched.
      const last = entries[entries.length - 1] ?? -1;
      if (last >> 1 < entry >> 1) entries.push(entry);
      else {
        const at = lowerBound(entries, entry & ~1);
        entries.splice(at, (entries[at] ?? -1) >> 1 === entry >> 1 ? 1 : 0, entry);
      }
    }
  }

  private drop(name: number, note: number): void {
    const entries = this.wanting[name];
    if (typeof entries === "number" && entries >> 1 === note) this.wanting[name] = undefined;
    if (typeof entries !== "object") return;
    const at = lowerBound(entries, 2 * note);
    if ((entries[at] ?? -1) >> 1 === note) entries.splice(at, 1);
    if (entries.length === 0) this.wanting[name] = undefined;
  }

  private numberFor(path: string): number {
    const known = this.numberOf.get(path);
    if (known !== undefined) return known;
    const number = this.paths.push(path) - 1;
    this.numberOf.set(path, number);
    return number;
  }

  /** −1 for a link that names nothing. */
  private nameFor(linktext: string): number {
    const seen = this.folded?.get(linktext);
    if (seen !== undefined) return seen;
    const folded = foldName(linktext);
    let name = folded === "" ? -1 : this.nameOf.get(folded);
    if (name === undefined) {
      name = this.nameOf.size;
      this.nameOf.set(folded, name);
    }
    this.folded?.set(linktext, name);
    return name;
  }
}

/** The first place of an entry that is not smaller; entries are in order of their notes. */
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
