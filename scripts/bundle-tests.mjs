// For npm run mutation: each test of a room as one file with all that it imports, which loads in a fraction of the time.
import { rmSync } from "node:fs";
import esbuild from "esbuild";
import { esbuildKernels } from "./kernels-plugin.mjs";
import { esbuildNotes } from "./library-plugin.mjs";

const room = process.argv[2];
rmSync(`.cache/${room}`, { recursive: true, force: true });
await esbuild.build({
  entryPoints: [`tests/${room}/**/*.test.*`],
  outbase: "tests",
  outdir: ".cache",
  bundle: true,
  packages: "external",
  format: "esm",
  platform: "node",
  jsx: "automatic",
  jsxImportSource: "preact",
  loader: { ".csv": "text" },
  plugins: [esbuildKernels, esbuildNotes],
});
