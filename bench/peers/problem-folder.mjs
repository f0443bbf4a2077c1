import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundled } from "../bundled.mjs";

export const cache = fileURLToPath(new URL("../../.cache/bench", import.meta.url));

/** Pythons in which scikit-learn may live; the system's own is not always the first in the path. */
export const pythons = ["python3", "/usr/bin/python3", "python"];

/** Bundles a script into the folder of the problems, where it is to be run. */
export async function bundledInto(name, file) {
  mkdirSync(cache, { recursive: true });
  const script = path.join(cache, `${name}.mjs`);
  writeFileSync(script, await bundled(file));
  return script;
}

/** Writes what is not there yet: the problems, those of breast cancer and digits if there is a scikit-learn to take them from. */
export async function writeProblems() {
  const script = await bundledInto("problems", "./peers/problems.ts");
  const learn = fileURLToPath(new URL("./scikit-learn.py", import.meta.url));
  pythons.some((python) => spawnSync(python, [learn, "data", path.join(cache, "raw")]).status === 0);
  const { status, stderr } = spawnSync(process.execPath, [script], { cwd: cache, encoding: "utf8" });
  if (status !== 0) throw new Error(`The problems could not be written: ${stderr}`);
}
