import type { App } from "obsidian";

/** Puts a file where the vault keeps a note's attachments, under a name that is free; gives its path. Rejects where it cannot be written. */
export async function saveAttachment(app: App, { name, content, note }: { name: string; content: string | ArrayBuffer; note: string }): Promise<string> {
  const path = await app.fileManager.getAvailablePathForAttachment(name, note);
  await (typeof content === "string" ? app.vault.create(path, content) : app.vault.createBinary(path, content));
  return path;
}
