import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { formatNumber } from "../../src/plot/number-format";
import { engineScale } from "../../src/regression/note-objective";
import { fit } from "../../src/regression/regression";
import { noteOf } from "../support/block-page";
import { oneSandbox } from "../support/one-sandbox";
import { openNote } from "../support/sandbox";

const pages = oneSandbox();
const rows = 160_000;
const features = 20;

/** A table of whole numbers that look like chance, the same in the page and here. */
function madeRows(count: number, columns: number): number[][] {
  let state = 1;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 22;
  return Array.from({ length: count }, () => {
    const x = Array.from({ length: columns }, next);
    return [...x, 2 * (x[0] ?? 0) - (x[3] ?? 0) + 3 * next()];
  });
}
const names = Array.from({ length: features }, (_, j) => `x${j + 1}`);

/** Files of this size are made in the page: it has no other way to them. */
function makeFile(page: Page, path: string): Promise<void> {
  return page.evaluate(`(${async function (made: typeof madeRows, file: string, count: number, columns: string[]) {
    const text = `${[...columns, "y"].join(",")}\n${made(count, columns.length).map((row) => row.join(",")).join("\n")}\n`;
    const { vault } = window.sandbox.app;
    const known = vault.getFileByPath(file);
    await (known ? vault.modify(known, text) : vault.create(file, text));
  }})(${madeRows}, ${JSON.stringify(path)}, ${rows}, ${JSON.stringify(names)})`);
}

function expectedWeights(lambda: number): Record<string, string> {
  const made = madeRows(rows, features);
  const y = made.map((row) => row[features] ?? NaN);
  const mean = y.reduce((sum, value) => sum + value, 0) / rows;
  const deviation = Math.sqrt(y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows);
  const { standardizedCoefficients } = fit({
    x: made.map((row) => row.slice(0, features)),
    y: y.map((value) => (value - mean) / deviation),
    lambda: engineScale({ loss: "squared", penalty: "l1", mix: 0.5, lambda }).lambda,
  });
  return Object.fromEntries(names.map((name, j) => [name, formatNumber(standardizedCoefficients[j] ?? NaN)]));
}

function shown(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => Object.fromEntries([...document.querySelectorAll(".reglab-row")].map((row) => [
    row.getAttribute("data-feature") ?? "", row.querySelector(".reglab-bar.reglab-l1 .reglab-bar-value")?.textContent ?? "",
  ])));
}
/** How often the page is given back in a while: after every slice of work. */
function pausesIn(page: Page, milliseconds: number): Promise<number> {
  return page.evaluate(async (time) => {
    const { setTimeout: original } = window;
    let count = 0;
    window.setTimeout = ((callback: () => void, delay?: number) => {
      count += 1;
      return original(callback, delay);
    }) as typeof window.setTimeout;
    await new Promise((resolve) => original(resolve, time));
    window.setTimeout = original;
    return count;
  }, milliseconds);
}
const drawn = (page: Page) => page.waitForSelector(".reglab-title");
const note = noteOf("data: [[large.csv]]\nlambda: 0.2\nviews: [weights, error, rows, stability]");

describe("a file with millions of cells", () => {
  test("is read with a bar that can be stopped, and gives the engine's numbers", async () => {
    const page = await pages.open({ files: { "Other.md": "Nothing.\n", "Note.md": note } });
    await makeFile(page, "large.csv");
    await openNote(page, "Note.md");
    await page.waitForSelector(".reglab-reading progress");
    expect(await page.locator(".reglab-reading span").textContent()).toMatch(/^Reading the data: \d+ %$/);
    await page.locator(".reglab-reading button").focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".reglab-reading progress", { state: "detached" });
    expect(await page.locator(".reglab-reading span").textContent()).toBe("Reading large.csv was stopped.");
    // Who stopped it by key is at the button that starts it again.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Read the file");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".reglab-reading progress");
    expect(await page.evaluate(() => document.activeElement?.closest(".reglab") !== null)).toBe(true);
    await page.locator(".reglab-reading button").click();
    await page.waitForSelector(".reglab-reading progress", { state: "detached" });
    // It stays so where the block is made anew.
    await openNote(page, "Other.md");
    await openNote(page, "Note.md");
    await page.getByRole("button", { name: "Read the file" }).waitFor();
    await page.getByRole("button", { name: "Read the file" }).click();
    await drawn(page);
    expect(await page.locator(".reglab-title span").first().textContent()).toBe(`large: predicting y from ${features} columns · 160,000 rows`);
    expect(await shown(page)).toEqual(expectedWeights(0.2));
    expect(await page.locator(".reglab-view-rows").textContent()).toContain("are not kept");
    expect(await page.locator(".reglab-view-stability").textContent()).toContain("are not kept");
    expect(await page.locator(".reglab-remarks").textContent()).toContain("sums over all of them");
    await page.waitForFunction(() => document.querySelectorAll(".reglab-view-error path").length > 0);
    // Columns are chosen without reading anew.
    await page.locator(".reglab-choose").click();
    await page.locator('[data-column="x1"]').first().click();
    await page.waitForFunction((count) => document.querySelector(".reglab-title")?.textContent?.includes(`${count} columns`), features - 1);
    expect(await page.locator(".reglab-reading").count()).toBe(0);
    // And where the block is made anew, it is there at once.
    await openNote(page, "Other.md");
    await openNote(page, "Note.md");
    await drawn(page);
  });

  test("of a gigabyte is refused in words", async () => {
    const page = await pages.open({ files: { "large.csv": "x1,y\n1,2\n", "Note.md": note } });
    await page.evaluate(() => (window.sandbox.app.vault.getFileByPath("large.csv").stat.size = 1e9));
    await openNote(page, "Note.md");
    await page.waitForSelector(".reglab-problems");
    expect(await page.locator(".reglab-problems li").textContent()).toContain("large.csv has 1000 MB; at most 500 MB can be read.");
  });

  test("is read by two blocks together, goes on while one is gone, and is left alone when the plugin goes", async () => {
    const page = await pages.open({ files: { "Other.md": "Nothing.\n", "Note.md": `${note}\n${note}` } });
    await makeFile(page, "large.csv");
    await openNote(page, "Note.md");
    await page.waitForFunction(() => document.querySelectorAll(".reglab-reading").length === 2);
    const shares = await page.locator(".reglab-reading span").allTextContents();
    expect(shares[0]).toBe(shares[1]);
    await openNote(page, "Other.md");
    await openNote(page, "Note.md");
    await page.waitForFunction(() => document.querySelectorAll(".reglab-title").length === 2);
    await makeFile(page, "large.csv");
    // Drawn from what was read before, until it is read again.
    expect(await page.locator(".reglab-title").count()).toBe(2);
    await expect.poll(() => pausesIn(page, 100), { interval: 1, timeout: 5000 }).toBeGreaterThan(3);
    await page.evaluate(() => window.sandbox.disablePlugin());
    // What the app itself does about it comes first.
    await pausesIn(page, 50);
    expect(await pausesIn(page, 300)).toBeLessThan(3);
  });
});
