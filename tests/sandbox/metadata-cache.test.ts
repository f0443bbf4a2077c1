import { describe, expect, test } from "vitest";
import { MetadataCache } from "../../sandbox/host/metadata-cache";
import { type TFile, Vault } from "../../sandbox/host/vault";

interface Indexed {
  vault: Vault;
  cache: MetadataCache;
  file: (path: string) => TFile;
  settled: () => Promise<void>;
}

async function index(files: Record<string, string>): Promise<Indexed> {
  const vault = new Vault({ files });
  const cache = new MetadataCache(vault);
  cache.start();
  const settled = () => new Promise<void>((resolve) => {
    const ref = cache.on("resolved", () => {
      cache.offref(ref);
      resolve();
    });
  });
  await vault.load();
  const first = settled();
  cache.begin();
  await first;
  const file = (path: string) => {
    const found = vault.getFileByPath(path);
    if (!found) throw new Error(`${path} is missing`);
    return found;
  };
  return { vault, cache, file, settled };
}

describe("the metadata cache", () => {
  test("knows nothing of a note until some time after it was written", async () => {
    const { vault, cache, settled } = await index({});
    const done = settled();
    const file = await vault.create("a.md", "# Heading");
    expect(cache.getFileCache(file)).toBeNull();
    await done;
    expect(cache.getFileCache(file)?.headings?.[0]).toMatchObject({ heading: "Heading", level: 1 });
  });

  test("resolves a link after its target was created, with the events in order", async () => {
    const { vault, cache, file, settled } = await index({
      "a.md": "[[Lasso_Regression]] and [[lasso_regression|Lasso]]",
      "b.md": "nothing",
    });
    expect(cache.unresolvedLinks["a.md"]).toEqual({ Lasso_Regression: 1, lasso_regression: 1 });
    const events: string[] = [];
    vault.on("create", (made: TFile) => events.push(`create ${made.path}`));
    cache.on("changed", (changed: TFile) => events.push(`changed ${changed.path}`));
    cache.on("resolve", (resolved: TFile) => events.push(`resolve ${resolved.path}`));
    cache.on("resolved", () => events.push("resolved"));
    const done = settled();
    await vault.create("Lasso_Regression.md", "");
    expect(cache.unresolvedLinks["a.md"]).toEqual({ Lasso_Regression: 1, lasso_regression: 1 });
    await done;
    expect(events[0]).toBe("create Lasso_Regression.md");
    expect(events[1]).toBe("changed Lasso_Regression.md");
    expect(events.slice(2, -1).sort()).toEqual(["resolve Lasso_Regression.md", "resolve a.md"]);
    expect(events[events.length - 1]).toBe("resolved");
    expect(cache.resolvedLinks["a.md"]).toEqual({ "Lasso_Regression.md": 2 });
    expect(cache.unresolvedLinks["a.md"]).toEqual({});
    expect(cache.getFirstLinkpathDest("LASSO_regression", "a.md")).toBe(file("Lasso_Regression.md"));
  });

  test("says `deleted` with what it knew, and the links to the note are unresolved again", async () => {
    const { vault, cache, file, settled } = await index({ "a.md": "[[b]]", "b.md": "# B" });
    const heard: unknown[] = [];
    cache.on("deleted", (gone: TFile, previous: { headings?: unknown[] } | null) => heard.push(gone.path, previous?.headings?.length));
    const done = settled();
    await vault.delete(file("b.md"));
    await done;
    expect(heard).toEqual(["b.md", 1]);
    expect(cache.resolvedLinks["b.md"]).toBeUndefined();
    expect(cache.unresolvedLinks["a.md"]).toEqual({ b: 1 });
  });

  test("does not say `changed` for a rename, but resolves the links again", async () => {
    const { vault, cache, file, settled } = await index({ "a.md": "[[b]]", "b.md": "" });
    let changed = 0;
    cache.on("changed", () => changed++);
    const done = settled();
    await vault.rename(file("b.md"), "c.md");
    await done;
    expect(changed).toBe(0);
    expect(cache.unresolvedLinks["a.md"]).toEqual({ b: 1 });
    expect(cache.resolvedLinks["c.md"]).toEqual({});
  });

  test("prefers the exact path, then the same folder, then the shortest path", async () => {
    const { cache, file } = await index({ "x/y/N.md": "", "x/N.md": "", "z/long/N.md": "", "z/a.md": "" });
    const to = (link: string, from: string) => cache.getFirstLinkpathDest(link, from)?.path;
    expect(to("N", "z/a.md")).toBe("x/N.md");
    expect(to("N", "z/long/b.md")).toBe("z/long/N.md");
    expect(to("y/n.md", "z/a.md")).toBe("x/y/N.md");
    expect(to("long/N", "x/N.md")).toBe("z/long/N.md");
    expect(to("../x/N", "z/a.md")).toBe("x/N.md");
    expect(to("", "z/a.md")).toBe("z/a.md");
    expect(to("M", "z/a.md")).toBeUndefined();
    expect(cache.fileToLinktext(file("z/a.md"), "")).toBe("a");
    expect(cache.fileToLinktext(file("x/N.md"), "")).toBe("x/N");
  });

  test("finds a Korean name in either form of its letters", async () => {
    const { cache } = await index({ "정규화.md": "", "a.md": `[[${"정규화".normalize("NFD")}]]` });
    expect(cache.resolvedLinks["a.md"]).toEqual({ "정규화.md": 1 });
  });
});
