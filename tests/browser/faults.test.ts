import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { oneSandbox } from "../support/one-sandbox";
import { openNote, untilFile } from "../support/sandbox";

const settingsFile = ".obsidian/plugins/regularization-lab/data.json";
const fence = (body: string) => `\`\`\`regularization\n${body}\n\`\`\``;
const note = `Before.\n\n${fence("lambda: 0.2\nviews: [weights]")}\n\nAfter [[weight_decay]] and [[Overfitting]].\n`;
const csv = `a,b,y\n${Array.from({ length: 30 }, (_, i) => `${i % 7},${(i * i) % 5},${2 * (i % 7) - ((i * i) % 5)}`).join("\n")}\n`;

const sandbox = oneSandbox();
async function start(files: Record<string, string> = { "Note.md": note }): Promise<Page> {
  const page = await sandbox.open({ files: { "Other.md": "Elsewhere.", ...files } });
  await openNote(page, "Note.md", "reading");
  return page;
}

const textOf = (page: Page, path = "Note.md") => page.evaluate((file) => window.sandbox.app.vault.adapter.read(file) as Promise<string>, path);
const notices = (page: Page) => page.locator(".notice").allTextContents();
async function type(page: Page, lambda: string): Promise<void> {
  await page.locator(".reglab-number").first().fill(lambda);
  await page.locator(".reglab-number").first().press("Enter");
}
async function reenable(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await window.sandbox.disablePlugin();
    await window.sandbox.enablePlugin();
  });
}

describe("a vault that does not write", () => {
  test("leaves the note as it was when λ is saved, says why, and takes it later", async () => {
    const page = await start();
    await page.evaluate(() => {
      const { vault } = window.sandbox.app;
      Object.assign(vault, { process: () => Promise.reject(new Error("No space left on device")) });
    });
    await type(page, "0.5");
    await page.locator(".reglab-save").click();
    await page.waitForSelector(".notice");
    expect((await notices(page)).join()).toContain("No space left on device");
    expect(await textOf(page)).toBe(note);
    await page.evaluate(() => void delete window.sandbox.app.vault.process);
    await page.locator(".reglab-save").click();
    await untilFile(page, "Note.md", (text) => text.includes("lambda: 0.5"));
  });

  test("or whose note is gone says so when λ is saved", async () => {
    const page = await start();
    await page.evaluate(() => {
      const { vault } = window.sandbox.app;
      const find = vault.getFileByPath.bind(vault);
      Object.assign(vault, { getFileByPath: (path: string) => (path === "Note.md" ? null : find(path)) });
    });
    await type(page, "0.5");
    await page.locator(".reglab-save").click();
    await page.waitForSelector(".notice");
    expect(await textOf(page)).toBe(note);
    await page.evaluate(() => void delete window.sandbox.app.vault.getFileByPath);
  });

  test("creates the other notes where one cannot be created, and names that one", async () => {
    const page = await start();
    await page.evaluate(() => {
      const { vault } = window.sandbox.app;
      const create = vault.create.bind(vault);
      Object.assign(vault, { create: (path: string, text: string) => (path.includes("Overfitting") ? Promise.reject(new Error("Name too long")) : create(path, text)) });
    });
    await createAll(page);
    await page.waitForFunction(() => document.querySelectorAll(".notice").length >= 2);
    expect((await notices(page)).join()).toMatch(/Overfitting\.md.*Name too long/);
    expect(await page.evaluate(() => window.sandbox.app.vault.getMarkdownFiles().map((file: { path: string }) => file.path).sort())).toEqual(["Note.md", "Other.md", "weight_decay.md"]);
  });

  test("and does not take back either says so, and the notes stay", async () => {
    const page = await start();
    await page.evaluate(() => Object.assign(window.sandbox.app.fileManager, { trashFile: () => Promise.reject(new Error("The trash is full")) }));
    await createAll(page);
    await page.locator(".notice button, .notice a", { hasText: "Undo" }).click();
    await page.waitForFunction(() => [...document.querySelectorAll(".notice")].some((notice) => notice.textContent?.includes("The trash is full")));
    expect(await textOf(page, "weight_decay.md")).toContain("concept");
  });

  test("slowly stops between two notes when the plugin is disabled, and each note is whole", async () => {
    const page = await start();
    await page.evaluate(() => {
      const { vault } = window.sandbox.app;
      const create = vault.create.bind(vault);
      const slow = async (path: string, text: string): Promise<unknown> => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        return create(path, text);
      };
      Object.assign(vault, { create: slow });
    });
    await createAll(page);
    await page.evaluate(() => window.sandbox.disablePlugin());
    await page.waitForTimeout(900);
    const made = await page.evaluate(() => window.sandbox.app.vault.getMarkdownFiles().map((file: { path: string }) => file.path).filter((path: string) => !["Note.md", "Other.md"].includes(path)) as string[]);
    expect(made).toHaveLength(1);
    expect(await textOf(page, made[0])).toMatch(/^---\n[\s\S]*\n---\n[\s\S]*\n$/);
  });
});

async function createAll(page: Page): Promise<void> {
  await page.evaluate(() => window.sandbox.run("regularization-lab:create-missing-notes"));
  await page.locator(".modal button.mod-cta").click();
}

describe("a file that goes while a block shows it", () => {
  test("leaves a sentence in the block's place, and the block with its λ when it comes back", async () => {
    const page = await start({ "Note.md": fence("data: [[habits.csv]]\ntarget: y\nlambda: 0.2\nviews: [weights]"), "habits.csv": csv });
    await page.waitForSelector(".reglab-row");
    await type(page, "0.5");
    await page.evaluate(() => window.sandbox.app.vault.delete(window.sandbox.app.vault.getFileByPath("habits.csv")));
    await page.waitForSelector(".reglab-problems");
    expect(await page.locator(".reglab-problems").textContent()).toContain("There is no file habits.csv in this vault.");
    await page.evaluate((text) => window.sandbox.app.vault.create("habits.csv", text), csv);
    await page.waitForSelector(".reglab-row");
    expect(await page.locator(".reglab-number").inputValue()).toBe("0.5");
  });
});

describe("settings", () => {
  test("that cannot be read are the usual ones, in words, and the file stays", async () => {
    const page = await start();
    const broken = '{"version": 1, "cards": "of';
    await page.evaluate(([path, text]) => window.sandbox.app.vault.adapter.write(path, text), [settingsFile, broken] as const);
    await reenable(page);
    await page.waitForSelector(".reglab-row");
    expect((await notices(page)).join()).toContain("The settings of Regularization Lab could not be read");
    expect(await textOf(page, settingsFile)).toBe(broken);
  });

  test("that cannot be stored hold until the app is closed, in words", async () => {
    const page = await start();
    await page.evaluate((path) => {
      const { adapter } = window.sandbox.app.vault;
      const write = adapter.write.bind(adapter);
      Object.assign(adapter, { write: (file: string, text: string) => (file === path ? Promise.reject(new Error("Read-only file system")) : write(file, text)) });
    }, settingsFile);
    const link = page.locator("a.internal-link").first();
    await link.hover();
    await page.locator(".reglab-card.is-floating:not(.is-preparing) button", { hasText: "Turn cards off" }).click();
    await page.waitForFunction(() => [...document.querySelectorAll(".notice")].some((notice) => notice.textContent?.includes("Read-only file system")));
    await page.mouse.move(0, 0);
    await link.hover();
    await page.waitForTimeout(700);
    expect(await page.locator(".reglab-card.is-floating").count()).toBe(0);
  });
});

describe("a metadata cache that knows nothing yet", () => {
  test("keeps concept cards and blocks as they are", async () => {
    const page = await start();
    await page.evaluate(() => Object.assign(window.sandbox.app.metadataCache, { getFileCache: () => null, getCache: () => null, resolvedLinks: {}, unresolvedLinks: {} }));
    await reenable(page);
    await page.waitForSelector(".reglab-row");
    await page.locator("a.internal-link").first().hover();
    await page.waitForSelector(".reglab-card.is-floating:not(.is-preparing)");
  });
});

describe("a vault that is still being read", () => {
  test("fills the list of missing concepts as their links become known, and keeps what was chosen", async () => {
    const page = await start();
    // Read to its end first, so that nothing but this test tells what becomes known.
    await page.waitForFunction(() => Object.keys(window.sandbox.app.metadataCache.unresolvedLinks["Note.md"] ?? {}).length === 2);
    await page.waitForTimeout(500);
    await page.evaluate(async () => {
      const cache = window.sandbox.app.metadataCache;
      const known = { ...cache.unresolvedLinks };
      Object.keys(known).forEach((path) => delete cache.unresolvedLinks[path]);
      await window.sandbox.run("regularization-lab:create-missing-notes");
      Object.assign(window, { learn: () => (Object.assign(cache.unresolvedLinks, { "Note.md": { weight_decay: 1, Overfitting: 1 } }), cache.trigger("resolved")) });
    });
    await page.waitForSelector(".modal");
    expect(await page.locator(".modal .reglab-missing-list .setting-item").count()).toBe(0);
    await page.evaluate(() => (window as unknown as { learn(): void }).learn());
    expect(await page.locator(".modal .reglab-missing-list .setting-item").count()).toBe(2);
    await page.locator(".modal .reglab-missing-list .checkbox-container").first().click();
    const button = page.locator(".modal button.mod-cta");
    const chosen = await button.textContent();
    // Nothing has changed: what has the focus keeps it.
    await button.focus();
    await page.evaluate(() => (window as unknown as { learn(): void }).learn());
    expect(await button.textContent()).toBe(chosen);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(chosen);
  });
});

describe("a worker that dies in the middle of a job", () => {
  test("leaves it to be done on the main thread, with the same numbers", async () => {
    const page = await start();
    const [lost, worst] = await page.evaluate(async () => {
      const { api } = window.sandbox.app.plugins.plugins["regularization-lab"];
      const [rows, columns] = [60, 250];
      const values = Float64Array.from({ length: rows * columns }, (_, at) => Math.sin(at * at));
      const y = Float64Array.from({ length: rows }, (_, i) => values[i]! - values[i + rows]!);
      const solve = async (): Promise<Float64Array> => (await api.path({ x: { values, rows, columns }, y, l1Ratio: 0, count: 100 })).fits.at(-1).coefficients;
      const right = await solve();
      let deaths = 0;
      const { prototype } = Worker;
      const post = prototype.postMessage;
      prototype.postMessage = function die(this: Worker) {
        deaths += 1;
        this.dispatchEvent(new ErrorEvent("error", { message: "killed", cancelable: true }));
      };
      const after = await solve();
      prototype.postMessage = post;
      return [deaths, Math.max(...right.map((value, j) => Math.abs(value - after[j]!)))];
    });
    expect(lost).toBe(1);
    expect(worst).toBeLessThan(1e-12);
  });
});
