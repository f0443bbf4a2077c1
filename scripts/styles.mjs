// dist/styles.css = our own rules (styles/, in the order of their names) + KaTeX's rules, scoped to .reglab so that no other plugin's formulas change.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import esbuild from "esbuild";
import { shippedFonts } from "./katex-plugin.mjs";

const require = createRequire(import.meta.url);

async function katexStyles() {
  const dist = path.dirname(require.resolve("katex/dist/katex.min.css"));
  const css = await readFile(path.join(dist, "katex.min.css"), "utf8");
  const faces = css.match(/@font-face\{[^}]*\}/g) ?? [];
  const kept = [];
  for (const face of faces) {
    const name = shippedFonts.find((font) => face.includes(`KaTeX_${font}.woff2`));
    if (name === undefined) continue;
    const woff2 = await readFile(path.join(dist, "fonts", `KaTeX_${name}.woff2`));
    kept.push(face.replace(/src:[^;}]*/, `src:url(data:font/woff2;base64,${woff2.toString("base64")}) format("woff2")`));
  }
  if (kept.length !== shippedFonts.length) throw new Error(`KaTeX's stylesheet names ${kept.length} of the ${shippedFonts.length} fonts expected`);
  // A switch of Internet Explorer, and the only !important.
  const rules = css.replace(/@font-face\{[^}]*\}/g, "").replace("-ms-high-contrast-adjust:none!important;", "");
  return { faces: kept.join(""), rules };
}

async function ownStyles() {
  const sheets = (await readdir("styles")).filter((name) => name.endsWith(".css")).sort();
  return (await Promise.all(sheets.map((name) => readFile(path.join("styles", name), "utf8")))).join("\n");
}

export async function buildStyles(outfile) {
  const { faces, rules } = await katexStyles();
  const own = await ownStyles();
  // The counter reset that KaTeX puts on body cannot be scoped and is only for numbered equations.
  const scoped = `.reglab{${rules.replace(/body\{[^}]*\}/g, "")}}`;
  // A family of our own, so that another plugin's KaTeX fonts never stand in for ours.
  const katex = (faces + scoped).replaceAll("KaTeX_", "RegLab_KaTeX_");
  const { code, warnings } = await esbuild.transform(own + "\n" + katex, { loader: "css", minify: true, target: ["chrome108", "safari15"] });
  if (warnings.length > 0) throw new Error(warnings.map((warning) => warning.text).join("\n"));
  if (/(^|[},])\.katex/.test(code)) throw new Error("a KaTeX rule escaped its scope");
  await writeFile(outfile, code);
}
