import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
export const pageFolder = path.join(here, "page");
export const builtFolder = path.join(here, "..", ".cache", "sandbox");

/** Style sheets of the page, in the order of their names, where the script imports none. */
async function gatherStyles() {
  const sheets = (await readdir(pageFolder)).filter((name) => name.endsWith(".css")).sort();
  const texts = await Promise.all(sheets.map((name) => readFile(path.join(pageFolder, name), "utf8")));
  await writeFile(path.join(builtFolder, "page.css"), texts.join("\n"));
}

let built;

/** Bundles the page into .cache/sandbox; once per process. */
export function buildPage() {
  built ??= (async () => {
    await mkdir(builtFolder, { recursive: true });
    const result = await esbuild.build({
      absWorkingDir: path.join(here, ".."),
      entryPoints: { page: path.join(pageFolder, "main.ts") },
      outdir: builtFolder,
      bundle: true,
      format: "iife",
      target: ["es2022", "chrome108", "safari16.4"],
      charset: "utf8",
      sourcemap: "linked",
      define: { "process.env.NODE_ENV": '"development"', global: "globalThis" },
      loader: { ".md": "text", ".csv": "text", ".woff2": "file", ".woff": "empty", ".ttf": "empty", ".svg": "text" },
      assetNames: "[name]",
      metafile: true,
      logLevel: "warning",
    });
    const styled = Object.keys(result.metafile.outputs).some((file) => file.endsWith("page.css"));
    if (!styled) await gatherStyles();
  })();
  return built;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPage();
