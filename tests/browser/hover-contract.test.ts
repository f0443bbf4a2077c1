import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { oneSandbox } from "../support/one-sandbox";
import { openNote } from "../support/sandbox";

const names = ["Lasso", "Ridge", "Overfitting", "weight_decay", "Sparsity"];
const files = {
  // Fifty links close to each other.
  "Note.md": `# Note\n\n${Array.from({ length: 50 }, (_, i) => `[[${names[i % names.length]}|link ${i}]]`).join(" ")}\n\n${Array.from({ length: 60 }, (_, line) => `Line ${line}.\n`).join("\n")}`,
  "Next.md": "Another note.",
};
const cards = ".reglab-card.is-floating:not(.is-preparing)";
const popovers = `${cards}, .hover-popover`;
const links = ".markdown-preview-view a.internal-link";

const sandbox = oneSandbox();
async function start(): Promise<Page> {
  const page = await sandbox.open({ files });
  await openNote(page, "Note.md", "reading");
  return page;
}

/** Counts in every frame how many cards are open, and notes whenever that changes. */
async function watch(page: Page): Promise<void> {
  await page.evaluate((selector) => {
    const seen: number[] = [];
    (window as unknown as { seen: number[] }).seen = seen;
    const look = () => {
      const now = document.querySelectorAll(selector).length;
      if (seen.at(-1) !== now) seen.push(now);
      requestAnimationFrame(look);
    };
    look();
  }, popovers);
}
const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: number[] }).seen);

async function openCard(page: Page): Promise<void> {
  await page.locator(links).nth(3).hover();
  await page.waitForSelector(cards);
}

interface Row {
  readonly event: string;
  readonly act: (page: Page) => Promise<unknown>;
  /** How many cards are open half a second later. */
  readonly open: 0 | 1;
}

/** What happens to an open card. */
const table: readonly Row[] = [
  { event: "nothing", act: () => Promise.resolve(), open: 1 },
  { event: "the pointer moves onto the card", act: (page) => page.locator(`${cards} .reglab-card-title`).hover(), open: 1 },
  { event: "the pointer leaves both", act: (page) => page.mouse.move(2, 2), open: 0 },
  { event: "Escape", act: (page) => page.keyboard.press("Escape"), open: 0 },
  { event: "the note scrolls", act: (page) => page.locator(".markdown-preview-view").evaluate((el) => (el.scrollTop += 120)), open: 0 },
  { event: "another note opens", act: (page) => page.evaluate(() => window.sandbox.open("Next.md", "reading")), open: 0 },
  { event: "somewhere else is clicked", act: (page) => page.mouse.click(400, 600), open: 0 },
  { event: "the window loses the focus to another", act: (page) => page.evaluate(() => window.dispatchEvent(new Event("blur"))), open: 0 },
  { event: "the plugin is disabled", act: (page) => page.evaluate(() => window.sandbox.disablePlugin()), open: 0 },
];

describe("an open card, in Chromium", () => {
  test("stays or goes as the table says", { timeout: 60_000 }, async () => {
    const page = await start();
    for (const { event, act, open } of table) {
      await page.mouse.move(2, 2);
      await page.waitForSelector(cards, { state: "detached" });
      await openNote(page, "Note.md", "reading");
      await page.locator(".markdown-preview-view").evaluate((el) => (el.scrollTop = 0));
      await page.waitForTimeout(250);
      await openCard(page);
      await act(page);
      await page.waitForTimeout(420);
      expect(await page.locator(cards).count(), event).toBe(open);
    }
  });

  test("goes when someone types in the note", async () => {
    const page = await sandbox.open({ files });
    await openNote(page, "Note.md", "live");
    await page.locator(".cm-line", { hasText: "Line 2." }).first().click();
    await page.locator(".cm-content .cm-hmd-internal-link", { hasText: "link 3" }).first().hover();
    await page.waitForSelector(cards);
    await page.keyboard.press("a");
    await page.waitForSelector(cards, { state: "detached", timeout: 600 });
  });

  test("from the link to the card and back it never goes, nor comes twice", async () => {
    const page = await start();
    await watch(page);
    await openCard(page);
    for (let round = 0; round < 3; round += 1) {
      await page.locator(`${cards} .reglab-card-title`).hover();
      await page.waitForTimeout(120);
      await page.locator(links).nth(3).hover();
      await page.waitForTimeout(120);
    }
    expect(await seen(page)).toEqual([0, 1]);
  });

  test("a pointer that crosses fifty links opens none, and the one that it rests on in the end", async () => {
    const page = await start();
    await watch(page);
    for (const link of await page.locator(links).all()) {
      const box = await link.boundingBox();
      if (box !== null) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    }
    expect(await seen(page)).toEqual([0]);
    await page.waitForSelector(cards);
    expect(await page.locator(popovers).count()).toBe(1);
    expect(await seen(page)).toEqual([0, 1]);
  });
});

describe("hostile names", () => {
  const hostile = ["../../outside", "..\\outside", "x".repeat(300), "🦊🦊", "<script>window.pwned=1</script>", "<img src=x onerror=window.pwned=1>", "\u202eRTL override", "a [[b", "nul\u0000nul", "con", "trailing. ", "__proto__", "constructor", "%2e%2e%2fout", "javascript:alert(1)"];

  test("in links, aliases and notes: no script runs, nothing is written outside, no card breaks", async () => {
    const note = hostile.map((name) => `- [[${name}]] and [[${name}|an alias <b>of</b> ${name.slice(0, 20)}]]`).join("\n");
    const others = `---\naliases: ${JSON.stringify(hostile)}\n---\n# ${hostile[4]}\n\n${hostile.map((name) => `About [[${name}]]: ${name.slice(0, 60)} is what it is.`).join("\n\n")}\n`;
    const page = await sandbox.open({ files: { "Note.md": note, "Hostile.md": others, "Third.md": note } });
    await openNote(page, "Note.md", "reading");
    const before = await page.evaluate(() => window.sandbox.app.vault.getFiles().map((file: { path: string }) => file.path).sort());
    const all = page.locator(links);
    for (let i = 0; i < (await all.count()); i += 2) {
      await all.nth(i).scrollIntoViewIfNeeded();
      await all.nth(i).hover();
      await page.waitForTimeout(370);
      expect(await page.locator(cards).count()).toBeLessThanOrEqual(1);
      const box = await page.locator(cards).count() === 1 ? await page.locator(cards).boundingBox() : null;
      const width = page.viewportSize()?.width ?? 0;
      if (box !== null) expect(box.x >= 0 && box.x + box.width <= width + 1).toBe(true);
      await page.mouse.move(2, 2);
      await page.waitForFunction((selector) => document.querySelectorAll(selector).length === 0, popovers);
    }
    expect(await page.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined();
    expect(await page.locator(".reglab-card script, .reglab-card img").count()).toBe(0);
    expect(await page.evaluate(() => window.sandbox.app.vault.getFiles().map((file: { path: string }) => file.path).sort())).toEqual(before);
  });

  test("none of them becomes a note outside the folder, or one with a name that no system takes", async () => {
    const note = hostile.map((name) => `[[${name}]] `).join("\n\n");
    const page = await sandbox.open({ files: { "Note.md": `${note}\n\n[[Lasso_Regression]]`, "Same.md": note } });
    await openNote(page, "Note.md", "reading");
    await page.evaluate(() => window.sandbox.app.commands.executeCommandById("regularization-lab:create-missing-notes"));
    const modal = page.locator(".modal");
    await modal.waitFor();
    await page.waitForTimeout(500);
    for (const box of await modal.locator("input[type=checkbox]:not(:checked)").all()) await box.check({ force: true }).catch(() => undefined);
    await modal.locator(".mod-cta").click();
    await page.waitForTimeout(800);
    const paths = await page.evaluate(() => window.sandbox.app.vault.getFiles().map((file: { path: string }) => file.path));
    expect(paths.length).toBeGreaterThan(2);
    for (const path of paths) {
      expect(path).not.toMatch(/\.\.|[\\:*?"<>|\p{Cc}]|^\//u);
      expect(path.length).toBeLessThan(260);
    }
    expect(await page.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined();
  });
});
