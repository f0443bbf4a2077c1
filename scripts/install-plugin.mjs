// npm run install-plugin -- DIR: builds the plugin and puts its three files into the vault DIR.
import { copyFile, mkdir, readFile, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { buildPlugin } from "../esbuild.config.mjs";

/** Copies dist/ into the vault's plugin folder and returns that folder; throws an Error in words when DIR is no vault. */
export async function installInto(vault) {
  const config = path.join(vault, ".obsidian");
  const isVault = await stat(config).then((entry) => entry.isDirectory(), () => false);
  if (!isVault) throw new Error(`${vault} is not an Obsidian vault: it has no .obsidian folder. Open the folder in Obsidian once, then run this again.`);
  const { id } = JSON.parse(await readFile("manifest.json", "utf8"));
  const target = path.join(config, "plugins", id);
  await mkdir(target, { recursive: true });
  for (const file of await readdir("dist")) await copyFile(path.join("dist", file), path.join(target, file));
  return target;
}

const [vault] = process.argv.slice(2);
if (process.argv[1]?.endsWith("install-plugin.mjs")) {
  if (vault === undefined) {
    console.error("Usage: npm run install-plugin -- DIR   (DIR is the folder of your vault)");
    process.exit(1);
  }
  try {
    await buildPlugin();
    const target = await installInto(vault);
    console.log(`Installed into ${target}. In Obsidian: Settings → Community plugins → Regularization Lab → enable (reload the app if it was on).`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
