import { build } from "esbuild";
import { esbuildKernels } from "../scripts/kernels-plugin.mjs";

/** Runs a bench written in TypeScript, bundled as the plugin is. */
export async function runBundled(file) {
  const { outputFiles } = await build({
    entryPoints: [new URL(file, import.meta.url).pathname],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "es2022",
    loader: { ".csv": "text" },
    plugins: [esbuildKernels],
  });
  await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}
