/** As Obsidian does it: slashes collapsed and trimmed, no-break spaces made plain, Unicode composed (NFC). */
export function normalizePath(path: string): string {
  const slashes = path.replace(/[\\/]+/g, "/").replace(/^\/+|\/+$/g, "");
  return (slashes || "/").replace(/[\u00a0\u202f]/g, " ").normalize("NFC");
}

/** "" for a file in the root, else the folder's path without a trailing slash. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

export function joinPath(folder: string, name: string): string {
  return folder === "" || folder === "/" ? name : `${folder}/${name}`;
}

/** Resolves `.` and `..` of a link against the folder of the note that holds it. */
export function resolveRelative(folder: string, path: string): string {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** Characters that a note's name may not have anywhere that the vault may be synchronised to. */
export function assertLegalName(path: string): void {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/[*"\\<>:|?]/.test(path)) throw new Error('File name cannot contain any of the following characters: * " \\ / < > : | ?');
  if (name === "" || name.startsWith(".")) throw new Error("File name must not start with a dot.");
}
