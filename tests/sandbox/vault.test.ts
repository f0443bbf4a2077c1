import { describe, expect, test } from "vitest";
import { Vault } from "../../sandbox/host/vault";
import type { Change } from "../../sandbox/host/adapter";

async function vaultOf(files: Record<string, string>): Promise<Vault> {
  const vault = new Vault({ files });
  await vault.load();
  return vault;
}

describe("the vault", () => {
  test("is empty until it is loaded, and then says `create` for every folder and file", async () => {
    const vault = new Vault({ files: { "b/a.md": "", "c.csv": "" } });
    const created: string[] = [];
    vault.on("create", (file: { path: string }) => created.push(file.path));
    expect(vault.getFiles()).toEqual([]);
    await vault.load();
    expect(created).toEqual(["b", "b/a.md", "c.csv"]);
    expect(vault.getMarkdownFiles().map((file) => file.path)).toEqual(["b/a.md"]);
    expect(vault.getFileByPath("b/a.md")?.parent).toBe(vault.getFolderByPath("b"));
  });

  test("loses nothing when many processes change one file at once", async () => {
    const vault = await vaultOf({ "count.md": "0" });
    const file = vault.getFileByPath("count.md");
    if (!file) throw new Error("count.md is missing");
    const add = () => vault.process(file, (text) => String(Number(text) + 1));
    const answers = await Promise.all(Array.from({ length: 50 }, add));
    expect(await vault.read(file)).toBe("50");
    expect(new Set(answers).size).toBe(50);
  });

  test("keeps writes, appends and processes of one file in the order of their calls", async () => {
    const vault = await vaultOf({ "a.md": "" });
    const file = vault.getFileByPath("a.md");
    if (!file) throw new Error("a.md is missing");
    await Promise.all([vault.modify(file, "1"), vault.process(file, (text) => `${text}2`), vault.append(file, "3")]);
    expect(await vault.read(file)).toBe("123");
  });

  test("refuses an asynchronous callback and leaves the text alone", async () => {
    const vault = await vaultOf({ "a.md": "before" });
    const file = vault.getFileByPath("a.md");
    if (!file) throw new Error("a.md is missing");
    await expect(vault.process(file, (async () => Promise.resolve("after")) as never)).rejects.toThrow(/synchronously/);
    expect(await vault.read(file)).toBe("before");
  });

  test("does not say `modify` for a process that changes nothing", async () => {
    const vault = await vaultOf({ "a.md": "same" });
    const file = vault.getFileByPath("a.md");
    if (!file) throw new Error("a.md is missing");
    let modified = 0;
    vault.on("modify", () => modified++);
    await vault.process(file, (text) => text);
    expect(modified).toBe(0);
    await vault.process(file, (text) => `${text}!`);
    expect(modified).toBe(1);
  });

  test("does not create over an existing file, whatever the case of its name", async () => {
    const vault = await vaultOf({ "Note.md": "old" });
    await expect(vault.create("Note.md", "new")).rejects.toThrow("File already exists.");
    await expect(vault.create("note.md", "new")).rejects.toThrow("File already exists.");
    expect(await vault.adapter.read("Note.md")).toBe("old");
  });

  test("lets one of two simultaneous creates win", async () => {
    const vault = await vaultOf({});
    const settled = await Promise.allSettled([vault.create("a.md", "1"), vault.create("a.md", "2")]);
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(await vault.adapter.read("a.md")).toBe("1");
  });

  test("does not create in a folder that is not there, and can after the folder was made", async () => {
    const vault = await vaultOf({});
    await expect(vault.create("Concepts/Lasso.md", "")).rejects.toThrow(/ENOENT/);
    await vault.createFolder("Concepts");
    expect((await vault.create("Concepts/Lasso.md", "")).path).toBe("Concepts/Lasso.md");
    await expect(vault.createFolder("Concepts")).rejects.toThrow("Folder already exists.");
  });

  test("refuses names that not every device can store", async () => {
    const vault = await vaultOf({});
    await expect(vault.create("a:b.md", "")).rejects.toThrow(/cannot contain/);
    await expect(vault.create("what?.md", "")).rejects.toThrow(/cannot contain/);
  });

  test("renames a folder with all that is in it", async () => {
    const vault = await vaultOf({ "a/b/c.md": "text", "a/d.md": "" });
    const renamed: string[][] = [];
    vault.on("rename", (file: { path: string }, old: string) => renamed.push([old, file.path]));
    const folder = vault.getFolderByPath("a");
    const file = vault.getFileByPath("a/b/c.md");
    if (!folder || !file) throw new Error("the tree is wrong");
    await vault.rename(folder, "z");
    expect(renamed.map(([, to]) => to).sort()).toEqual(["z", "z/b", "z/b/c.md", "z/d.md"]);
    expect(vault.getFileByPath("z/b/c.md")).toBe(file);
    expect(vault.getFileByPath("a/b/c.md")).toBeNull();
    expect(await vault.read(file)).toBe("text");
    expect(vault.getRoot().children.map((child) => child.path)).toEqual(["z"]);
  });

  test("hands every change to what stands behind it, in order", async () => {
    const changes: Change[] = [];
    const vault = new Vault({ files: {}, persist: (change) => void changes.push(change) });
    await vault.load();
    await vault.createFolder("a");
    const file = await vault.create("a/b.md", "1");
    await vault.modify(file, "2");
    await vault.rename(file, "a/c.md");
    await vault.delete(file);
    expect(changes).toEqual([
      { kind: "folder", path: "a" },
      { kind: "write", path: "a/b.md", text: "1" },
      { kind: "write", path: "a/b.md", text: "2" },
      { kind: "rename", path: "a/b.md", to: "a/c.md" },
      { kind: "delete", path: "a/c.md" },
    ]);
  });
});
