import { otherLanguage, type Language } from "./language";
import { parseNote, readNames, type ConceptNote, type NoteNames } from "./note";
import { createResolver, type Resolution, type Resolver } from "./resolver";

export interface ConceptTitle {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
}

/** The concepts that have a library note. */
export interface Library {
  readonly ids: readonly string[];
  resolve(linktext: string): Resolution;
  /** The note of a concept, in the other language where it has none in this one. Throws a RangeError for an id that is not in `ids`. */
  note(id: string, language: Language): ConceptNote;
  /** Every concept with its names in one language, for a finder. */
  titles(language: Language): ConceptTitle[];
  /** Reads the names now, so that the first link does not wait for them; for an idle moment. */
  warm(): void;
}

/**
 * A library over the texts of its notes, by "language/id". Nothing is read here: names at the first question about them, a body
 * when its card is asked for, because this runs while the app starts.
 */
export function loadLibrary(notes: Readonly<Record<string, string>>): Library {
  const ids = [...new Set(Object.keys(notes).map((key) => key.slice(key.indexOf("/") + 1)))].sort();
  const parsed = new Map<string, ConceptNote>();
  let names: readonly NoteNames[] | null = null;
  let resolver: Resolver | null = null;
  const readAll = () => (names ??= Object.entries(notes).map(([key, text]) => readNames(key, text)));
  const resolving = () => (resolver ??= createResolver(namesById(ids, readAll())));
  const read = (key: string): ConceptNote => {
    const english = key.replace(/^ko\//, "en/");
    const note = parsed.get(key) ?? parseNote(key, notes[key] ?? "", english !== key && Object.hasOwn(notes, english) ? read(english) : undefined);
    parsed.set(key, note);
    return note;
  };
  return {
    ids,
    resolve: (linktext) => resolving().resolve(linktext),
    note(id, language) {
      const key = [`${language}/${id}`, `${otherLanguage(language)}/${id}`].find((place) => Object.hasOwn(notes, place));
      if (key === undefined) throw new RangeError(`"${id}" is no concept of the library.`);
      return read(key);
    },
    titles: (language) => readAll().filter((note) => note.language === language),
    warm: () => void resolving(),
  };
}

function namesById(ids: readonly string[], names: readonly NoteNames[]) {
  const known = new Map(ids.map((id) => [id, [id]]));
  for (const { id, title, aliases } of names) known.get(id)?.push(title, ...aliases);
  return [...known].map(([id, all]) => ({ id, names: all }));
}
