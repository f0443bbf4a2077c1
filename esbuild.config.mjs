import { copyFile, mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { esbuildKatex } from "./scripts/katex-plugin.mjs";
import { esbuildKernels } from "./scripts/kernels-plugin.mjs";
import { esbuildNotes } from "./scripts/library-plugin.mjs";
import { esbuildPapaParse } from "./scripts/papaparse-plugin.mjs";
import { buildStyles } from "./scripts/styles.mjs";
import { esbuildWorker } from "./scripts/worker-plugin.mjs";

/** What Obsidian provides at run time; everything else is bundled. */
const provided = ["obsidian", "electron", "@codemirror/*", "@lezer/*"];

export const pluginOptions = {
  entryPoints: ["src/main.ts"],
  bundle: true,
  outfile: "dist/main.js",
  format: "cjs",
  target: ["es2022", "chrome108", "safari16.4"],
  charset: "utf8",
  minify: true,
  legalComments: "none",
  banner: { js: "/* Regularization Lab, MIT. Contains KaTeX, Papa Parse, Preact and Valibot (MIT) and d3-array (ISC): see NOTICE in the repository. */" },
  jsx: "automatic",
  jsxImportSource: "preact",
  loader: { ".csv": "text" },
  external: provided,
  plugins: [esbuildKatex, esbuildPapaParse, esbuildNotes, esbuildKernels, esbuildWorker("src/compute/worker.ts")],
  logLevel: "warning",
};

/** Builds dist/ with exactly the three files that Obsidian installs. */
export async function buildPlugin() {
  await rm("dist", { recursive: true, force: true });
  await mkdir("dist", { recursive: true });
  await Promise.all([esbuild.build(pluginOptions), buildStyles("dist/styles.css"), copyFile("manifest.json", "dist/manifest.json")]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPlugin();
