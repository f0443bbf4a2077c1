import type { Page } from "playwright-core";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { fittedModel, shownWeights } from "../support/fitted";
import { closeBrowser, errorsOf, openSandbox, type OpenSandbox } from "../support/sandbox";

const body = "lambda: 0.2\nviews: [weights, path]";
const node = (id: string, x: number, width: number, text: string) => ({ id, type: "text", x, y: 20, width, height: 700, text });
const canvas = JSON.stringify({ nodes: [node("claim", 20, 300, "See [[weight_decay]]."), node("demo", 340, 560, `\`\`\`regularization\n${body}\n\`\`\``)], edges: [] });
const card = ".reglab-card.is-floating:not(.is-preparing)";

let sandbox: OpenSandbox | undefined;
async function start(): Promise<Page> {
  sandbox = await openSandbox({ files: { "Map.canvas": canvas, "Note.md": "# Note" }, width: 1400 });
  await sandbox.page.evaluate(() => window.sandbox.open("Map.canvas"));
  await sandbox.page.waitForSelector(".reglab-block");
  return sandbox.page;
}
/** Makes the plane larger: what is on it is drawn under a transform. */
async function zoom(page: Page): Promise<void> {
  await page.mouse.move(400, 700);
  await page.mouse.wheel(0, -100);
  await page.waitForFunction(() => document.querySelector<HTMLElement>(".canvas")?.style.transform === "scale(1.1)");
}
afterEach(async () => {
  if (sandbox !== undefined) expect(await errorsOf(sandbox.page)).toEqual([]);
  await sandbox?.close();
  sandbox = undefined;
});
afterAll(closeBrowser);

describe("on a canvas", () => {
  test("a link without a note has its card beside it, which goes when the plane moves", async () => {
    const page = await start();
    await zoom(page);
    const link = page.locator('a.internal-link[data-href="weight_decay"]');
    await link.hover();
    await page.waitForSelector(card);
    const [at, place] = [await link.boundingBox(), await page.locator(card).boundingBox()];
    if (at === null || place === null) throw new Error("nothing shown");
    expect(place.y - (at.y + at.height)).toBeGreaterThan(0);
    expect(place.y - (at.y + at.height)).toBeLessThan(12);
    await page.mouse.wheel(0, -100);
    await page.waitForSelector(card, { state: "detached" });
  });

  test("a block has the engine's numbers, is dragged where the pointer is although the plane is larger, and writes nothing into the canvas that it cannot find", async () => {
    const page = await start();
    await zoom(page);
    const shown = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll(".reglab-row")].map((row) => [row.getAttribute("data-feature") ?? "", row.querySelector(".reglab-bar.reglab-l1 .reglab-bar-value")?.textContent ?? ""])));
    expect(shown).toEqual(shownWeights(fittedModel(body), "l1", 0.2));
    const plot = page.locator(".reglab-path .reglab-drag-x > .reglab-hit").first();
    const box = await plot.boundingBox();
    if (box === null) throw new Error("no path");
    const x = box.x + 0.4 * box.width;
    await page.mouse.click(x, box.y + 40);
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>(".reglab-number")?.value !== "0.2");
    // Its line, where it is drawn: WebKit's getScreenCTM leaves out the transform of the plane.
    const cursor = await page.locator(".reglab-path .reglab-cursor line").first().evaluate((el) => {
      const drawn = el.getBoundingClientRect();
      return drawn.x + drawn.width / 2;
    });
    expect(Math.abs(cursor - x)).toBeLessThan(2);
    await page.locator(".reglab-save").click();
    await page.waitForSelector(".notice");
    expect(await page.evaluate(() => window.sandbox.app.vault.read(window.sandbox.app.vault.getFileByPath("Map.canvas")))).toBe(canvas);
  });
});
