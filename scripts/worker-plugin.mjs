// A worker is made from text; importing "./worker?worker-source" gives the script of the worker that ./worker.ts starts.
import path from "node:path";
import esbuild from "esbuild";
import { esbuildKernels } from "./kernels-plugin.mjs";

const shared = {
  write: false,
  metafile: true,
  target: ["es2022", "chrome108", "safari16.4"],
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};

async function bundle(contents, folder) {
  const { outputFiles, metafile } = await esbuild.build({
    ...shared,
    stdin: { contents, resolveDir: folder },
    bundle: true,
    format: "iife",
    minify: true,
    plugins: [esbuildKernels],
  });
  const inputs = Object.keys(metafile.inputs).filter((name) => name !== "<stdin>" && !/^\w+:/.test(name));
  return { text: outputFiles[0].text.trim(), inputs: inputs.map((name) => path.resolve(name)) };
}

/** @returns {Promise<{ text: string, inputs: string[] }>} the script, and the files that went into it */
export function buildWorker(file) {
  return bundle(`import { startWorker } from ${JSON.stringify(file)}; startWorker(self);`, path.dirname(file));
}

/** @returns {Promise<Map<string, string[]>>} the names that each file exports */
async function exportsOf(files) {
  const { metafile } = await esbuild.build({ ...shared, entryPoints: files, format: "esm", outdir: "." });
  return new Map(Object.values(metafile.outputs).map(({ entryPoint, exports }) => [path.resolve(entryPoint), exports]));
}

/**
 * What the worker is made of is in the plugin once: a function that the plugin calls for its own use, and whose text, called in
 * the worker, starts it there.
 */
async function buildEngine(file) {
  const { inputs } = await buildWorker(file);
  const exported = await exportsOf(inputs);
  const names = new Map();
  const imports = inputs.map((input) => {
    const list = exported.get(input).map((name) => {
      const short = `e${names.size}`;
      names.set(`${input} ${name}`, short);
      return `${name} as ${short}`;
    });
    return `import { ${list.join(", ")} } from ${JSON.stringify(input)};`;
  });
  const give = `give({ ${[...names.values()].join(", ")} });`;
  const { text } = await bundle([...imports, give].join("\n"), path.dirname(file));
  const nameOf = (input, name) => names.get(`${path.resolve(input)} ${name}`);
  return {
    inputs,
    code: `function engine() { let given; const give = (all) => { given = all; }; ${text} return given; }\nexport const parts = engine();\nexport const source = \`(\${engine})().${nameOf(file, "startWorker")}(self)\`;`,
    /** The module that stands for one of the files outside the engine. */
    standIn: (input) =>
      [`import { parts } from "engine";`, ...exported.get(input).map((name) => `export const ${name} = parts.${nameOf(input, name)};`)].join("\n"),
  };
}

const suffix = "?worker-source";
const fileOf = (folder, source) => `${path.resolve(folder, source.slice(0, -suffix.length))}.ts`;

/** @param {string} file the worker's own */
export function esbuildWorker(file) {
  const worker = path.resolve(file);
  return {
    name: "worker",
    setup(build) {
      let engine;
      build.onStart(async () => {
        engine = await buildEngine(worker);
      });
      build.onResolve({ filter: /^engine$/ }, () => ({ path: "engine", namespace: "engine", sideEffects: false }));
      build.onResolve({ filter: /\?worker-source$/ }, () => ({ path: "source", namespace: "engine", sideEffects: false }));
      build.onResolve({ filter: /^\./ }, ({ resolveDir, path: name, namespace }) => {
        const found = namespace === "file" ? `${path.resolve(resolveDir, name)}.ts` : "";
        return engine.inputs.includes(found) ? { path: found, namespace: "engine", sideEffects: false } : null;
      });
      build.onLoad({ filter: /.*/, namespace: "engine" }, ({ path: name }) => ({
        contents: name === "engine" ? engine.code : name === "source" ? `export { source as default } from "engine";` : engine.standIn(name),
        loader: "js",
        watchFiles: engine.inputs,
      }));
    },
  };
}

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
      return `export default ${JSON.stringify((await buildWorker(id.slice(1, -suffix.length))).text)}`;
    },
  };
}
