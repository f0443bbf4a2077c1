import { foldWords, notePart } from "./fold";

/** The key under which the spellings of a note's name meet. Empty for a name of signs only. */
export function noteKey(name: string): string {
  // "Chapter 1.1" is not "Chapter 11", and "C++" is not "C".
  const words = foldWords(name);
  let key = words[0] ?? "";
  for (let i = 1; i < words.length; i += 1) {
    const word = words[i] ?? "";
    key += isDigit(key.charCodeAt(key.length - 1)) && isDigit(word.charCodeAt(0)) ? ` ${word}` : word;
  }
  return key !== "" && maybeSigns.test(name) ? key + (name.match(/\p{Sm}/gu) ?? []).join("") : key;
}

/** Signs of mathematics, and everything that is not looked at more closely here. */
// eslint-disable-next-line no-control-regex -- the whole range is meant
const maybeSigns = /[+<=>|~]|[^\x00-\x7f\uac00-\ud7a3]/;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The key of the note that a link, or a path, names. */
export function linkKey(linktext: string): string {
  return noteKey(notePart(linktext));
}

/** Which notes answer to a name, by file name, id, alias or title. */
export class NoteNames {
  private readonly pathsByKey = new Map<string, string | readonly string[]>();
  private readonly keysByPath = new Map<string, readonly string[]>();

  get size(): number {
    return this.keysByPath.size;
  }

  /** The names of a note, its file name first; they replace those it had. */
  set(path: string, names: readonly string[]): void {
    const keys: string[] = [];
    // A title is most often the file name once more: folding takes longest.
    for (const name of new Set(names)) {
      const key = noteKey(name);
      if (key !== "" && !keys.includes(key)) keys.push(key);
    }
    const before = this.keysByPath.get(path);
    if (before?.length === keys.length && before.every((key, i) => key === keys[i])) return;
    if (before !== undefined) this.remove(path);
    for (const key of keys) {
      const known = this.pathsByKey.get(key);
      this.pathsByKey.set(key, known === undefined ? path : [...pathsOf(known), path]);
    }
    this.keysByPath.set(path, keys);
  }

  remove(path: string): void {
    for (const key of this.keysByPath.get(path) ?? []) {
      const rest = pathsOf(this.pathsByKey.get(key)).filter((other) => other !== path);
      const [only] = rest;
      if (only === undefined) this.pathsByKey.delete(key);
      else this.pathsByKey.set(key, rest.length === 1 ? only : rest);
    }
    this.keysByPath.delete(path);
  }

  /** The notes that a link may mean. A file name counts before the other names; several notes with equal right are all returned. */
  find(linktext: string): readonly string[] {
    const key = linkKey(linktext);
    const paths = key === "" ? [] : pathsOf(this.pathsByKey.get(key));
    if (paths.length < 2) return paths;
    const byFileName = paths.filter((path) => linkKey(path) === key);
    return byFileName.length > 0 ? byFileName : paths;
  }
}

function pathsOf(known: string | readonly string[] | undefined): readonly string[] {
  return known === undefined ? [] : typeof known === "string" ? [known] : known;
}
