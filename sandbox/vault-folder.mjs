import { constants } from "node:fs";
import { lstat, mkdir, open, readdir, readFile, realpath, rename, stat } from "node:fs/promises";
import path from "node:path";

/** Notes and what they may embed as text. */
const endings = new Set([".md", ".csv", ".base", ".canvas", ".json"]);
const largestFile = 5e6;
/** Enough for a big vault; the page keeps all of it in memory. */
const mostFiles = 50_000;
const mostBytes = 3e8;

/** A message for people, not a stack trace. */
export class PlainError extends Error {}

async function foldersBelow(root) {
  const info = await stat(root).catch(() => null);
  if (!info) throw new PlainError(`There is no folder "${root}".`);
  if (!info.isDirectory()) throw new PlainError(`"${root}" is a file; --vault needs a folder.`);
}

/**
 * The text files of a folder by path, with forward slashes. Hidden folders, links to other places, other kinds of files
 * and what is too large are left out; `skipped` says in words what a user would miss.
 */
export async function readVault(root) {
  await foldersBelow(root);
  const files = {};
  const skipped = [];
  let bytes = 0;
  let count = 0;
  async function walk(folder) {
    const entries = await readdir(path.join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const inside = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) skipped.push(`${inside}: a symbolic link`);
      else if (entry.isDirectory()) await walk(inside);
      else if (entry.isFile() && endings.has(path.extname(entry.name).toLowerCase())) await read(inside);
    }
  }
  async function read(inside) {
    const { size } = await stat(path.join(root, inside));
    if (size > largestFile) skipped.push(`${inside}: larger than 5 MB`);
    else if (count >= mostFiles || bytes + size > mostBytes) skipped.push(`${inside}: the vault is larger than the sandbox can hold`);
    else {
      files[inside.normalize("NFC")] = await readFile(path.join(root, inside), "utf8");
      count += 1;
      bytes += size;
    }
  }
  await walk("");
  return { files, skipped };
}

function assertPlainPath(given) {
  if (typeof given !== "string" || given === "" || given.length > 1000) throw new PlainError("The path is missing or too long.");
  const parts = given.split("/");
  const bad = parts.some((part) => part === "" || part.startsWith(".") || /[\\:*?"<>|\0]/.test(part));
  if (bad || path.isAbsolute(given)) throw new PlainError(`"${given}" is not a path inside the vault.`);
}

/** The real place of a path whose folder is there: never outside the vault, never through or onto a symbolic link. */
async function placeOf(root, given) {
  assertPlainPath(given);
  const realRoot = await realpath(root);
  const target = path.join(realRoot, given);
  const parent = await realpath(path.dirname(target)).catch(() => null);
  if (parent === null) throw new PlainError(`The folder of "${given}" is not there.`);
  if (parent !== path.dirname(target)) throw new PlainError(`"${given}" leads out of the vault or through a symbolic link.`);
  const info = await lstat(target).catch(() => null);
  if (info?.isSymbolicLink()) throw new PlainError(`"${given}" is a symbolic link.`);
  return { target, info };
}

function assertNote(given) {
  if (!endings.has(path.extname(given).toLowerCase())) throw new PlainError(`"${given}" is not a text file of a vault.`);
}

async function writeNote(root, given, text) {
  if (typeof text !== "string") throw new PlainError("The text is missing.");
  const { target } = await placeOf(root, given);
  assertNote(given);
  const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW = 0 } = constants;
  const handle = await open(target, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o644);
  try {
    await handle.writeFile(text, "utf8");
  } finally {
    await handle.close();
  }
}

/** As Obsidian's own trash: nothing is destroyed. */
async function trash(root, given) {
  const { target, info } = await placeOf(root, given);
  if (!info) throw new PlainError(`"${given}" is not there.`);
  const bin = path.join(await realpath(root), ".trash");
  await mkdir(bin, { recursive: true });
  if ((await realpath(bin)) !== bin) throw new PlainError("The vault's .trash is a symbolic link.");
  const { name, ext } = path.parse(target);
  for (let count = 0; ; count++) {
    const kept = path.join(bin, `${name}${count ? ` ${count}` : ""}${ext}`);
    if (await lstat(kept).catch(() => null)) continue;
    await rename(target, kept);
    return;
  }
}

async function move(root, given, to) {
  const from = await placeOf(root, given);
  const place = await placeOf(root, to);
  if (!from.info) throw new PlainError(`"${given}" is not there.`);
  const sameFile = place.info && place.info.ino === from.info.ino && place.info.dev === from.info.dev;
  if (place.info && !sameFile) throw new PlainError(`"${to}" is there already.`);
  if (from.info.isFile()) assertNote(to);
  await rename(from.target, place.target);
}

/** Applies one change of the page's vault to the folder behind it. */
export async function applyChange(root, change) {
  if (change === null || typeof change !== "object") throw new PlainError("The change is missing.");
  const { kind, path: given, text, to } = change;
  if (kind === "write") return writeNote(root, given, text);
  if (kind === "delete") return trash(root, given);
  if (kind === "rename") return move(root, given, to);
  if (kind !== "folder") throw new PlainError(`"${kind}" is no kind of change.`);
  const { target, info } = await placeOf(root, given);
  if (!info) await mkdir(target);
}
