import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { closeBrowser, errorsOf, openNote, openSandbox, type OpenSandbox, untilFile } from "../support/sandbox";

const note = [
  "# Note",
  "A [[weight_decay]] and `[[weight_decay]]` and [[weight_decay|once more]].",
  "",
  "What [[early_stopping]] does, and [[my_idea]].",
].join("\n");
const files = {
  "Note.md": note,
  "Other.md": "See [[WEIGHT-DECAY#Adam]].\n\n%% [[weight_decay]] %%\n",
  "ML/Weight Decay.md": "---\naliases: [Shrinkage by steps]\n---\n# Weight Decay of mine\nMy **own** words with [[Other|a link]].\n\n$$\nw \\leftarrow (1-\\eta\\lambda)w\n$$\n",
  "a/Early Stopping.md": "First stop.",
  "b/Early Stopping.md": "Second stop.",
  "Idea.md": "---\nid: my-idea\n---\n",
};
const cards = ".reglab-card.is-floating:not(.is-preparing)";

let sandbox: OpenSandbox | undefined;
async function start(mode: "reading" | "live"): Promise<Page> {
  sandbox = await openSandbox({ files });
  const { page } = sandbox;
  await openNote(page, "Note.md", mode);
  await page.waitForFunction(() => window.sandbox.app.metadataCache.unresolvedLinks["Note.md"]?.my_idea === 1);
  await page.waitForTimeout(100);
  return page;
}
afterEach(async () => {
  await sandbox?.close();
  sandbox = undefined;
});
afterAll(closeBrowser);

const reading = (linktext: string) => `.markdown-preview-view a.internal-link[data-href="${linktext}"]`;
const read = (page: Page, path: string) => page.evaluate((file) => window.sandbox.app.vault.read(window.sandbox.app.vault.getFileByPath(file)) as Promise<string>, path);
const waitForText = (page: Page, path: string, part: string) => untilFile(page, path, (text) => text.includes(part));

describe("a link that misses a note by its spelling", () => {
  test("shows how the vault's own note begins, before the library's words, as text and formula alone", async () => {
    const page = await start("reading");
    await page.hover(reading("weight_decay"));
    await page.waitForSelector(cards);
    const text = (await page.locator(cards).textContent()) ?? "";
    expect(text).toContain("Weight Decay of mine");
    expect(text).toContain("My own words with a link.");
    expect(text).toContain("ML/Weight Decay.md");
    expect(await page.locator(`${cards} .katex`).count()).toBeGreaterThan(0);
    expect(await page.locator(`${cards} .reglab-card-body a`).count()).toBe(0);
    expect(await page.locator(".hover-popover").count()).toBe(0);
    expect(await errorsOf(page)).toEqual([]);
  });

  test("finds a note by its id", async () => {
    const page = await start("reading");
    await page.hover(reading("my_idea"));
    await page.waitForSelector(cards);
    expect(await page.locator(`${cards} .reglab-card-title`).textContent()).toBe("Idea");
  });

  test("finds a note under a new alias as soon as it is written, and no more when the note is gone", async () => {
    const page = await start("reading");
    await page.evaluate(() => window.sandbox.app.vault.modify(window.sandbox.app.vault.getFileByPath("Idea.md"), "---\naliases: [early stopping]\n---\nx"));
    await page.evaluate(() => window.sandbox.app.vault.delete(window.sandbox.app.vault.getFileByPath("ML/Weight Decay.md")));
    await page.waitForTimeout(200);
    await page.hover(reading("weight_decay"));
    await page.waitForSelector(cards);
    expect(await page.locator(cards).textContent()).not.toContain("of mine");
    await page.keyboard.press("Escape");
    await page.hover(reading("my_idea"));
    await page.waitForTimeout(600);
    expect(await page.locator(cards).count()).toBe(0);
  });

  test("is a choice where two notes have the name, and goes where the reader says", async () => {
    const page = await start("reading");
    await page.hover(reading("early_stopping"));
    await page.waitForSelector(cards);
    expect(await page.locator(`${cards} .reglab-card-choice`).count()).toBe(2);
    await page.locator(`${cards} .reglab-card-take`).nth(1).click();
    await waitForText(page, "Note.md", "[[b/Early Stopping|early_stopping]]");
  });
});

describe("repairing", () => {
  test("from the card in reading view changes all links of the note to that name, and Undo brings them back", async () => {
    const page = await start("reading");
    await page.hover(reading("weight_decay"));
    await page.waitForSelector(cards);
    await page.locator(`${cards} button`, { hasText: "Repair all 2" }).click();
    await waitForText(page, "Note.md", "[[Weight Decay|weight_decay]]");
    expect(await read(page, "Note.md")).toBe(note.replace("A [[weight_decay]]", "A [[Weight Decay|weight_decay]]").replace("[[weight_decay|once", "[[Weight Decay|once"));
    await page.locator(".notice button").click();
    await waitForText(page, "Note.md", "A [[weight_decay]]");
    expect(await read(page, "Note.md")).toBe(note);
  });

  test("from the card in the editor changes this link alone, also where the last words are not saved yet", async () => {
    const page = await start("live");
    await page.evaluate(() => {
      const { editor } = window.sandbox.app.workspace.activeLeaf.view;
      editor.replaceRange("typed ", { line: 3, ch: 0 });
    });
    await page.waitForTimeout(600);
    await page.locator(".cm-content .cm-hmd-internal-link", { hasText: "once more" }).hover();
    await page.waitForSelector(cards);
    await page.locator(`${cards} button`, { hasText: "Repair link" }).click();
    await waitForText(page, "Note.md", "[[Weight Decay|once more]]");
    const text = await read(page, "Note.md");
    expect(text).toContain("A [[weight_decay]]");
    expect(text).toContain("typed What");
    expect(await errorsOf(page)).toEqual([]);
  });

  test("by command lists the whole vault first; a note changed meanwhile is left, and Undo leaves a note changed since", async () => {
    const page = await start("reading");
    await page.evaluate(() => window.sandbox.run("regularization-lab:repair-links"));
    await page.waitForSelector(".modal .reglab-missing-list .setting-item");
    expect(await page.locator(".modal .reglab-missing-list .setting-item").count()).toBe(3);
    await page.locator(".modal select").first().selectOption("vault");
    await page.waitForFunction(() => document.querySelectorAll(".modal .reglab-missing-list .setting-item").length === 4);
    await page.evaluate(() => window.sandbox.app.vault.append(window.sandbox.app.vault.getFileByPath("Other.md"), "More.\n"));
    await page.locator(".modal button.mod-cta").click();
    await waitForText(page, "Note.md", "[[Idea|my_idea]]");
    await page.waitForSelector(".notice");
    expect(await page.locator(".notice").first().textContent()).toContain("Other.md was changed in the meantime");
    expect(await read(page, "Other.md")).toBe(`${files["Other.md"]}More.\n`);
    expect(await read(page, "Note.md")).toContain("[[early_stopping]]");
    await page.evaluate(() => window.sandbox.app.vault.append(window.sandbox.app.vault.getFileByPath("Note.md"), "\nLater."));
    await page.locator(".notice button").click();
    await page.waitForFunction(() => [...document.querySelectorAll(".notice")].some(({ textContent }) => textContent?.includes("Note.md was changed")));
    expect(await read(page, "Note.md")).toContain("Later.");
    expect(await read(page, "Note.md")).toContain("[[Idea|my_idea]]");
  });

  test("keeps headings and leaves comments when the whole vault is repaired, in the form of links that the settings ask for", async () => {
    const page = await start("reading");
    await page.evaluate(() => {
      window.sandbox.app.fileManager.useMarkdownLinks = true;
      return window.sandbox.run("regularization-lab:repair-links");
    });
    await page.locator(".modal select").first().selectOption("vault");
    await page.waitForFunction(() => document.querySelectorAll(".modal .reglab-missing-list .setting-item").length === 4);
    await page.locator(".modal button.mod-cta").click();
    await waitForText(page, "Other.md", "[WEIGHT-DECAY > Adam](Weight%20Decay.md#Adam)");
    expect(await read(page, "Other.md")).toContain("%% [[weight_decay]] %%");
  });
});
