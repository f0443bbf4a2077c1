// The kernels are written in AssemblyScript; importing "./assembly?wasm" gives the compiled module as base64.
// One compiler call for both bundlers, made once per process for the same sources.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const compiled = new Map();

/** @returns {Promise<string>} the module compiled from index.ts in `folder`, as base64 */
export async function compileKernels(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts")).sort();
  const sources = Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), "utf8").replaceAll("\r\n", "\n")]));
  const key = JSON.stringify([folder, sources]);
  if (!compiled.has(key)) compiled.set(key, compile(sources));
  return compiled.get(key);
}

async function compile(sources) {
  const { default: asc } = await import("assemblyscript/asc");
  let binary;
  const { error, stderr } = await asc.main(
    // Without a run-time: nothing is allocated, and the memory is the caller's.
    ["index.ts", "--outFile", "kernels.wasm", "--runtime", "stub", "--importMemory", "--noExportMemory", "--enable", "simd", "-O3", "--shrinkLevel", "1", "--converge", "--noAssert"],
    {
      readFile: (name) => sources[path.basename(name)] ?? null,
      writeFile: (_, contents) => (binary = contents),
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`The kernels do not compile: ${error.message}\n${stderr}`);
  return Buffer.from(binary).toString("base64");
}

const suffix = "?wasm";
const toModule = async (folder) => `export default ${JSON.stringify(await compileKernels(folder))}`;

export const esbuildKernels = {
  name: "kernels",
  setup(build) {
    build.onResolve({ filter: /\?wasm$/ }, (args) => ({
      path: path.resolve(args.resolveDir, args.path.slice(0, -suffix.length)),
      namespace: "kernels",
    }));
    build.onLoad({ filter: /.*/, namespace: "kernels" }, async (args) => ({
      contents: await toModule(args.path),
      loader: "js",
      watchDirs: [args.path],
    }));
  },
};

export function viteKernels() {
  return {
    name: "kernels",
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
