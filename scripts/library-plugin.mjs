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

/** What does not depend on the language: read from the English note where a Korean one has none. */
const shared = [/^tags:\n(?: +- .*\n)+/m, /^\$\$[^]*?^\$\$\n+/m, /^## (?:Source|출처)\n[^]*/m];
const withoutHeading = (part) => part?.replace(/^## .*\n/, "").trim();

/** The notes as they are shipped: a Korean note leaves out what its English one says in the same letters. */
export function shippedNotes(folder) {
  const notes = readNotes(folder);
  for (const [key, text] of Object.entries(notes)) {
    const english = notes[key.replace(/^ko\//, "en/")];
    if (english === text || english === undefined) continue;
    notes[key] = shared.reduce((rest, part) => (withoutHeading(part.exec(rest)?.[0]) === withoutHeading(part.exec(english)?.[0]) ? rest.replace(part, "") : rest), text);
  }
  return notes;
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
