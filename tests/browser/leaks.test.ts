import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { closeBrowser, errorsOf, inWebkit, openSandbox, type OpenSandbox } from "../support/sandbox";

const links = ["Loss_Function", "Overfitting", "Interpretability", "linear_regression", "Lasso_Regression", "weight_decay", "정규화", "ridge", "Double descent", "sparsity"];
const block = (lambda: number) => `\`\`\`regularization\nlambda: ${lambda}\n\`\`\``;
const files = {
  "Note.md": ["# Note", ...links.map((link) => `About [[${link}]].`), block(0.1), block(0.2), block(0.5)].join("\n\n"),
  "Empty.md": "Nothing here.",
};

let sandbox: OpenSandbox | undefined;
async function start(): Promise<Page> {
  sandbox = await openSandbox({ files, query: "census" });
  return sandbox.page;
}
afterEach(async () => {
  await sandbox?.close();
  sandbox = undefined;
});
afterAll(closeBrowser);

/** Opens the note, opens a card on one of its links, and closes the note, so many times; half in reading view, half in Live Preview. */
function openAndClose(page: Page, times: number): Promise<void> {
  return page.evaluate(async ([count, names]) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let i = 0; i < count; i += 1) {
      await window.sandbox.open("Note.md", i % 2 === 0 ? "reading" : "live");
      const link = document.querySelectorAll("a.internal-link, .cm-hmd-internal-link")[i % names.length];
      link?.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
      if (i % 25 === 0) await new Promise((resolve) => setTimeout(resolve, 450));
      else await frame();
      await window.sandbox.close();
    }
  }, [times, links] as const);
}

/** What is alive once timers have run out and garbage has been collected. */
async function census(page: Page): Promise<Record<string, number>> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(3500);
  const client = await page.context().newCDPSession(page);
  await client.send("HeapProfiler.collectGarbage");
  await page.waitForTimeout(100);
  await client.send("HeapProfiler.collectGarbage");
  const counts = await page.evaluate(() => window.sandbox.census());
  // Listeners on nodes outside the document that are still alive count as nodes.
  const { nodes, jsEventListeners } = (await client.send("Memory.getDOMCounters")) as { nodes: number; jsEventListeners: number };
  await client.detach();
  const shown = await page.locator(".reglab, .hover-popover").count();
  return { ...counts, nodes, jsEventListeners, shown };
}

/** What the page made that is still alive, one line each. */
function alive(page: Page): Promise<string[]> {
  return page.evaluate(() => window.sandbox.left().map(({ kind, what, stack }) => `${kind}: ${what}, made by ${stack[0] ?? ""}`).sort());
}

describe("opening and closing", () => {
  test.skipIf(inWebkit)("100 times leaves no listener, observer, timer, worker, card or node behind", async () => {
    const page = await start();
    await openAndClose(page, 30);
    const before = await census(page);
    const aliveBefore = await alive(page);
    await openAndClose(page, 100);
    const after = await census(page);
    expect(await alive(page)).toEqual(aliveBefore);
    for (const [what, count] of Object.entries(before)) {
      // Nodes and listeners of caches (the browser's own, the editor's) may differ by a few; a leak would be hundreds.
      const slack = what === "nodes" || what === "jsEventListeners" ? 40 : 0;
      expect(after[what], what).toBeLessThanOrEqual(count + slack);
    }
    expect(after.shown).toBe(0);
    expect(after.workers).toBe(0);
    expect(await errorsOf(page)).toEqual([]);
  }, 400_000);

  test.skipIf(inWebkit)("disabling the plugin takes down what is open and everything it listened to", async () => {
    const page = await start();
    await page.evaluate(() => window.sandbox.disablePlugin());
    const without = await census(page);
    await page.evaluate(() => window.sandbox.enablePlugin());
    await openAndClose(page, 10);
    await page.evaluate(() => window.sandbox.open("Note.md", "reading"));
    await page.hover('a.internal-link[data-href="weight_decay"]');
    await page.waitForSelector(".reglab-card.is-floating:not(.is-preparing)");
    await page.evaluate(() => window.sandbox.disablePlugin());
    expect(await page.locator(".reglab").count()).toBe(0);
    await page.evaluate(() => window.sandbox.close());
    const after = await census(page);
    for (const what of ["listeners", "timers", "intervals", "frames", "observers", "workers"]) {
      expect(after[what], what).toBeLessThanOrEqual(without[what] ?? 0);
    }
  }, 120_000);
});
