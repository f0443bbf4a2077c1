import { describe, expect, test } from "vitest";
import type { App } from "../../sandbox/host/app";
import { FileManager } from "../../sandbox/host/file-manager";
import { MetadataCache } from "../../sandbox/host/metadata-cache";
import { type TFile, Vault } from "../../sandbox/host/vault";

interface Managed {
  manager: FileManager;
  file: (path: string) => TFile;
  text: (path: string) => Promise<string>;
}

async function manage(files: Record<string, string>): Promise<Managed> {
  const vault = new Vault({ files });
  const metadataCache = new MetadataCache(vault);
  metadataCache.start();
  await vault.load();
  const indexed = new Promise<void>((resolve) => metadataCache.on("resolved", () => resolve()));
  metadataCache.begin();
  await indexed;
  const file = (path: string) => {
    const found = vault.getFileByPath(path);
    if (!found) throw new Error(`${path} is missing`);
    return found;
  };
  return { manager: new FileManager({ vault, metadataCache } as unknown as App), file, text: (path) => vault.adapter.read(path) };
}

describe("the file manager", () => {
  test("loses no property when many change the front matter at once", async () => {
    const { manager, file, text } = await manage({ "a.md": "---\nid: a\n---\nBody\n" });
    const keys = Array.from({ length: 20 }, (_, index) => `k${String(index)}`);
    await Promise.all(keys.map((key) => manager.processFrontMatter(file("a.md"), (properties) => {
      properties[key] = true;
    })));
    const after = await text("a.md");
    for (const key of ["id: a", ...keys.map((name) => `${name}: true`)]) expect(after).toContain(key);
    expect(after.endsWith("---\nBody\n")).toBe(true);
  });

  test("throws on front matter that is not YAML and changes nothing", async () => {
    const before = "---\na: [1\n---\nBody";
    const { manager, file, text } = await manage({ "a.md": before });
    await expect(manager.processFrontMatter(file("a.md"), (properties) => (properties["b"] = 1))).rejects.toThrow();
    expect(await text("a.md")).toBe(before);
  });

  test("gives new notes the folder that the settings name", async () => {
    const { manager } = await manage({ "notes/a.md": "", "in/b.md": "" });
    expect(manager.getNewFileParent("notes/a.md").path).toBe("/");
    manager.newFileLocation = "current";
    expect(manager.getNewFileParent("notes/a.md").path).toBe("notes");
    manager.newFileLocation = "folder";
    manager.newFileFolderPath = "in";
    expect(manager.getNewFileParent("notes/a.md").path).toBe("in");
  });

  test("writes links with one # and the shortest path that is unique", async () => {
    const { manager, file } = await manage({ "x/N.md": "", "y/N.md": "", "M.md": "", "p.csv": "" });
    expect(manager.generateMarkdownLink(file("M.md"), "x/N.md", "#Part", "alias")).toBe("[[M#Part|alias]]");
    expect(manager.generateMarkdownLink(file("y/N.md"), "M.md")).toBe("[[y/N]]");
    expect(manager.generateMarkdownLink(file("p.csv"), "M.md")).toBe("![[p.csv]]");
    manager.useMarkdownLinks = true;
    expect(manager.generateMarkdownLink(file("M.md"), "x/N.md", "#Part")).toBe("[M](M.md#Part)");
  });

  test("follows a rename in the notes that link to the file, and leaves code alone", async () => {
    const { manager, file, text } = await manage({ "a.md": "[[b]] [[b#H|x]] `[[b]]` [c](b.md)", "b.md": "" });
    await manager.renameFile(file("b.md"), "새 이름.md");
    expect(await text("a.md")).toBe(`[[새 이름]] [[새 이름#H|x]] \`[[b]]\` [c](${encodeURI("새 이름.md")})`);
  });
});
