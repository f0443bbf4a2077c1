// npm run dev -- --vault DIR: rebuilds on every change and keeps the files in the vault fresh.
import { watch } from "node:fs";
import { buildPlugin } from "../esbuild.config.mjs";
import { installInto } from "./install-plugin.mjs";

const at = process.argv.indexOf("--vault");
const vault = at < 0 ? undefined : process.argv[at + 1];
if (vault === undefined) {
  console.error("Usage: npm run dev -- --vault DIR   (DIR is the folder of your vault)");
  process.exit(1);
}

async function refresh() {
  try {
    await buildPlugin();
    console.log(`${new Date().toLocaleTimeString()}  ${await installInto(vault)}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

await refresh();
/** Editors save in bursts; one build per burst is enough. */
const quiet = 150;
let timer;
const later = () => {
  clearTimeout(timer);
  timer = setTimeout(() => void refresh(), quiet);
};
watch("src", { recursive: true }, later);
watch("styles", later);
watch("manifest.json", later);
