// The concept library is a folder of Markdown notes; importing "./library?notes" gives all of them as { "en/lasso": text }.
// One reader for both bundlers, so that the tests and the plugin see the same notes.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export function readNotes(folder) {
  const notes = {};
  for (const language of readdirSync(folder).sort()) {
    for (const file of readdirSync(path.join(folder, language)).sort()) {
      if (!file.endsWith(".md")) continue;
      notes[`${language}/${file.slice(0, -3)}`] = readFileSync(path.join(folder, language, file), "utf8").replaceAll("\r\n", "\n");
    }
  }
  return notes;
}

const relations = /^## (?:Related|관련 개념)\n[^]*?(?=^## |(?![^]))/m;

/** What does not depend on the language: read from the English note where a Korean one has none. */
const shared = [/^tags:\n(?: +- .*\n)+/m, /^\$\$[^]*?^\$\$\n+/m, relations, /^## (?:Source|출처)\n[^]*/m];
const withoutHeading = (part) => part?.replace(/^## .*\n/, "").trim();

function withoutShared(text, english) {
  return shared.reduce((rest, part) => (withoutHeading(part.exec(rest)?.[0]) === withoutHeading(part.exec(english)?.[0]) ? rest.replace(part, "") : rest), text);
}

const titleOf = (text) => /^# +(.+)$/m.exec(text ?? "")?.[1];

/** The links to related notes without their names, which are those notes' titles. */
function withoutTitles(text, noteOf) {
  return text.replace(relations, (part) => part.replace(/\[\[([^\]|]+)\|([^\]]+)\]\]/g, (link, id, name) => (name === titleOf(noteOf(id)) ? `[[${id}]]` : link)));
}

/** Lists of plain names in one line each. */
const inOneLine = (list, key, items) => (/[",'#[\]{}:]/.test(items) ? list : `${key}: [${items.trim().slice(2).split(/\n +- /).join(",")}]\n`);

/** Without the id, which is the file's name, lines that are empty, and a line for each alias and tag. */
const withoutRoom = (text) => text.replace(/^id: .*\n/m, "").replace(/\n{2,}/g, "\n").replace(/^(aliases|tags):\n((?: +- .*\n)+)/gm, inOneLine);

/** The notes as they are shipped: a title stands in its own note alone, and a Korean note leaves out what its English one says in the same letters. */
export function shippedNotes(folder) {
  const notes = readNotes(folder);
  return Object.fromEntries(Object.entries(notes).map(([key, text]) => {
    const [language, id] = key.split("/");
    const named = (of, languageOf) => withoutTitles(of, (other) => notes[`${languageOf}/${other}`]);
    const english = notes[`en/${id}`];
    const own = named(text, language);
    return [key, withoutRoom(language === "en" || english === undefined ? own : withoutShared(own, named(english, "en")))];
  }));
}

const suffix = "?notes";
const toModule = (folder) => `export default ${JSON.stringify(shippedNotes(folder))}`;

export const esbuildNotes = {
  name: "notes",
  setup(build) {
    build.onResolve({ filter: /\?notes$/ }, (args) => ({
      path: path.resolve(args.resolveDir, args.path.slice(0, -suffix.length)),
      namespace: "notes",
    }));
    build.onLoad({ filter: /.*/, namespace: "notes" }, (args) => ({
      contents: toModule(args.path),
      loader: "js",
      watchDirs: readdirSync(args.path).map((language) => path.join(args.path, language)),
    }));
  },
};

export function viteNotes() {
  return {
    name: "notes",
    enforce: "pre",
    resolveId(source, importer) {
      if (!source.endsWith(suffix) || importer === undefined) return null;
      return "\0" + path.resolve(path.dirname(importer), source);
    },
    load(id) {
      if (!id.startsWith("\0") || !id.endsWith(suffix)) return null;
      return toModule(id.slice(1, -suffix.length));
    },
  };
}
