import { build } from "esbuild";
import { esbuildKernels } from "../scripts/kernels-plugin.mjs";

/** The code of a bench written in TypeScript, bundled as the plugin is. */
export async function bundled(file, options = {}) {
  const { outputFiles } = await build({
    entryPoints: [new URL(file, import.meta.url).pathname],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "es2022",
    loader: { ".csv": "text" },
    plugins: [esbuildKernels],
    ...options,
  });
  return outputFiles[0].text;
}

/** Runs it in this process. */
export async function runBundled(file) {
  await import(`data:text/javascript;base64,${Buffer.from(await bundled(file)).toString("base64")}`);
}
