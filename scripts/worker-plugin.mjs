// A worker is made from text; importing "./worker?worker-source" gives the script that bundling ./worker.ts makes.
// One build for both bundlers; the text holds what the worker imports and nothing else.
import path from "node:path";
import esbuild from "esbuild";
import { esbuildKernels } from "./kernels-plugin.mjs";

/** @returns {Promise<{ text: string, inputs: string[] }>} the script, and the files that went into it */
export async function buildWorker(file) {
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: [file],
    bundle: true,
    write: false,
    metafile: true,
    format: "iife",
    target: ["es2022", "chrome108", "safari16.4"],
    charset: "utf8",
    minify: true,
    legalComments: "none",
    plugins: [esbuildKernels],
    logLevel: "warning",
  });
  const inputs = Object.keys(metafile.inputs).filter((name) => !/^\w+:/.test(name));
  return { text: outputFiles[0].text.trim(), inputs: inputs.map((name) => path.resolve(name)) };
}

const suffix = "?worker-source";
const fileOf = (folder, source) => `${path.resolve(folder, source.slice(0, -suffix.length))}.ts`;
const toModule = (text) => `export default ${JSON.stringify(text)}`;

export const esbuildWorker = {
  name: "worker",
  setup(build) {
    build.onResolve({ filter: /\?worker-source$/ }, (args) => ({ path: fileOf(args.resolveDir, args.path), namespace: "worker" }));
    build.onLoad({ filter: /.*/, namespace: "worker" }, async (args) => {
      const { text, inputs } = await buildWorker(args.path);
      return { contents: toModule(text), loader: "js", watchFiles: inputs };
    });
  },
};

export function viteWorker() {
  return {
    name: "worker",
    enforce: "pre",
    resolveId(source, importer) {
      if (!source.endsWith(suffix) || importer === undefined) return null;
      return "\0" + fileOf(path.dirname(importer), source) + suffix;
    },
    async load(id) {
      if (!id.startsWith("\0") || !id.endsWith(suffix)) return null;
      return toModule((await buildWorker(id.slice(1, -suffix.length))).text);
    },
  };
}
