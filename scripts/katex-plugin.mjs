// KaTeX carries the measures of twenty fonts. Those of fonts that are not shipped are left out: what such a formula is drawn with is the font named here, and so are its measures.
import { readFile } from "node:fs/promises";
import { build } from "esbuild";

/** Whole fonts, because users' own formulas need every glyph; the families that no regularization note was seen to use are left out. */
export const shippedFonts = [
  "Main-Regular", "Main-Bold", "Math-Italic", "AMS-Regular", "Caligraphic-Regular",
  "Size1-Regular", "Size2-Regular", "Size3-Regular", "Size4-Regular",
];

/** The browser slants or thickens the nearest face of a family that it has, else takes a font of its own. */
const standIns = {
  "Main-Italic": "Main-Regular", "Main-BoldItalic": "Main-Bold", "Math-BoldItalic": "Math-Italic", "Fraktur-Regular": "Main-Regular", "Script-Regular": "Main-Regular",
  "SansSerif-Regular": "Main-Regular", "SansSerif-Italic": "Main-Regular", "SansSerif-Bold": "Main-Bold", "Typewriter-Regular": "Main-Regular",
};

/** @throws Error where KaTeX's table is not the one that is known here. */
export function withoutUnusedMeasures(source) {
  const start = source.indexOf("var fontMetricsData = {");
  const end = source.indexOf("\n};", start);
  let table = source.slice(start, end);
  for (const font of Object.keys(standIns)) {
    const without = table.replace(new RegExp(`\\n {2}"${font}": \\{[\\s\\S]*?\\n {2}\\},?`), "");
    if (start < 0 || without === table) throw new Error(`KaTeX has no measures of ${font}`);
    table = without;
  }
  const others = Object.entries(standIns).map(([font, instead]) => `fontMetricsData[${JSON.stringify(font)}] = fontMetricsData[${JSON.stringify(instead)}];`);
  return `${source.slice(0, start)}${packed(table)}\n};\n${reader}\n${others.join("\n")}${source.slice(end + 3)}`;
}

/** Each font's measures as one text, a glyph after the other without the zeros and without the codes that follow the one before: half the characters of a list of lists. */
function packed(table) {
  return table.replace(/("[\w-]+"): \{([^}]*)\}/g, (_, font, glyphs) => {
    let next = NaN;
    const all = [...glyphs.matchAll(/"(\d+)": \[([^\]]*)\]/g)].map(([, code, measures]) => {
      const written = Number(code) === next ? "" : code;
      next = Number(code) + 1;
      return [written, ...measures.split(",").map((number) => String(Number(number)).replace(/^0(\.|$)/, "$1"))].join(" ");
    });
    return `${font}: "${all.join(";")}"`;
  });
}

const reader = `for (const font in fontMetricsData) {
  let at = 0;
  fontMetricsData[font] = Object.fromEntries(fontMetricsData[font].split(";").map((glyph) => {
    const [code, ...measures] = glyph.split(" ");
    at = Number(code || at + 1);
    return [at, measures.map(Number)];
  }));
}`;

/** KaTeX as a function that is run at the first formula: it takes six milliseconds, and this is read while the app starts. */
async function lazily(source) {
  const contents = `${source}\nexport { render, renderToString };`.replace(/\nexport \{[^}]*default[^}]*\};/, "");
  const { outputFiles } = await build({ stdin: { contents, loader: "js" }, bundle: true, write: false, format: "iife", globalName: "katex", charset: "utf8", legalComments: "none" });
  return `let loaded;
function load() {
${outputFiles[0].text}
return katex;
}
const katex = () => (loaded ??= load());
export default { render: (...given) => katex().render(...given), renderToString: (...given) => katex().renderToString(...given) };`;
}

export const esbuildKatex = {
  name: "katex",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]katex[\\/]dist[\\/]katex\.mjs$/ }, async ({ path }) => ({ contents: await lazily(withoutUnusedMeasures(await readFile(path, "utf8"))), loader: "js" }));
  },
};
