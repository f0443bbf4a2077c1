import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { closeBrowser, errorsOf, openNote, openSandbox, type OpenSandbox, untilFile } from "../support/sandbox";

/** Forty days: the mood goes with sleep and not with steps; some days lack the one or the other. */
const days = Object.fromEntries(
  Array.from({ length: 40 }, (_, day) => {
    const [sleep, steps] = [6 + Math.sin(day) + 0.3 * Math.cos(5 * day), 4000 + 3000 * Math.cos(2 * day)];
    const mood = 2 * sleep + 0.2 * Math.sin(11 * day);
    const lines = [`mood: ${mood.toFixed(3)}`, ...(day % 13 === 5 ? [] : [`sleep: ${sleep.toFixed(3)}`]), `steps: ${steps.toFixed(0)}`, `walked: ${day % 3 === 0}`];
    return [`Days/2026-${day < 31 ? "01" : "02"}-${String((day % 31) + 1).padStart(2, "0")}.md`, `---\n${lines.join("\n")}\n---\n`];
  }),
);
const base = 'filters:\n  and:\n    - file.inFolder("Days")\nviews:\n  - type: regularized-regression\n    name: Moods\n    order: [file.name, mood, sleep, steps, walked]\n    target: note.mood\n    lambda: 0.3\n';
const files = {
  ...days,
  "Moods.base": base,
  "Empty.base": base.replace("Days", "Nowhere"),
  "Block.md": "```regularization\ndata: notes\nfolder: Days\ntarget: mood\nlambda: 0.3\nviews: [weights, path, error]\n```\n",
};

let sandbox: OpenSandbox | undefined;
afterEach(async () => {
  await sandbox?.close();
  sandbox = undefined;
});
afterAll(closeBrowser);

async function start(query = ""): Promise<Page> {
  sandbox = await openSandbox({ files, query });
  return sandbox.page;
}
async function openBase(page: Page, path = "Moods.base"): Promise<void> {
  await page.evaluate(async (name) => window.sandbox.app.workspace.getLeaf("tab").openFile(window.sandbox.app.vault.getFileByPath(name)), path);
}
const block = ".reglab-base .reglab-block";
/** The weights of the columns, by name. */
const weights = (page: Page, within: string) => page.locator(`${within} .reglab-view-weights`).innerText();
const baseText = (page: Page) => page.evaluate(() => window.sandbox.app.vault.read(window.sandbox.app.vault.getFileByPath("Moods.base")));

describe("a base as regularized regression", () => {
  test("shows what a block on the same notes shows", async () => {
    const page = await start();
    await openNote(page, "Block.md", "reading");
    await page.waitForSelector(".markdown-preview-view .reglab-view-weights");
    const expected = await weights(page, ".markdown-preview-view");
    await openBase(page);
    await page.waitForSelector(block);
    await page.waitForFunction(([selector, text]) => document.querySelector<HTMLElement>(`${selector} .reglab-view-weights`)?.innerText === text, [block, expected]);
    expect(expected).toMatch(/sleep[^]*steps[^]*walked|sleep/);
    expect(await page.locator(`${block} .reglab-title`).innerText()).toContain("Moods");
    expect(await errorsOf(page)).toEqual([]);
  });

  test("is set by the options of the view, keeps λ in the base, and follows its notes", async () => {
    const page = await start();
    await openBase(page);
    await page.waitForSelector(block);
    await page.getByLabel("Predict", { exact: true }).selectOption("note.steps");
    await page.waitForFunction((selector) => document.querySelector(`${selector} .reglab-title`)?.textContent?.includes("steps"), block);
    await page.getByLabel("Compare", { exact: true }).selectOption("l1");
    await page.waitForFunction((selector) => document.querySelectorAll(`${selector} .reglab-view-path .reglab-plot`).length === 1, block);
    await page.getByLabel("Predict", { exact: true }).selectOption("note.mood");
    await page.waitForFunction((selector) => document.querySelector(`${selector} .reglab-title`)?.textContent?.includes("predicting mood"), block);

    // A Base draws its view anew a little after its options have changed.
    await page.waitForTimeout(500);
    const box = page.locator(`${block} .reglab-lambda input`);
    await box.fill("0.05");
    await box.press("Enter");
    await page.locator(`${block} .reglab-save`).click();
    await untilFile(page, "Moods.base", (text) => text.includes("lambda: 0.05\n"));
    expect(await baseText(page)).toMatch(/type: regularized-regression/);

    const before = await weights(page, block);
    await page.evaluate(() => window.sandbox.app.vault.modify(window.sandbox.app.vault.getFileByPath("Days/2026-01-01.md"), "---\nmood: 90\nsleep: 2\nsteps: 1\nwalked: true\n---\n"));
    await page.waitForFunction(([selector, text]) => document.querySelector<HTMLElement>(`${selector} .reglab-view-weights`)?.innerText !== text, [block, before]);
    expect(await errorsOf(page)).toEqual([]);
  });

  test("says in words that it shows no notes", async () => {
    const page = await start();
    await openBase(page, "Empty.base");
    await page.waitForSelector(".reglab-base .reglab-problems");
    expect(await page.locator(".reglab-base").innerText()).toContain("Moods");
  });

  test("goes when the plugin does, and leaves nothing behind", async () => {
    const page = await start("census");
    await openBase(page);
    await page.waitForSelector(block);
    await page.evaluate(() => window.sandbox.disablePlugin());
    expect(await page.locator(".reglab-base").count()).toBe(0);
    await page.evaluate(() => window.sandbox.close());
    expect(await errorsOf(page)).toEqual([]);
  });
});
