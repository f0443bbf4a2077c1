import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { blockPage, noteOf } from "../support/block-page";
import { leftAtRest, untilFile } from "../support/sandbox";

const pages = blockPage();
const csv = "sleep,coffee,mood\n7,1,5\n6,3,3\n8,0,8\n5,2,3\n7.5,1,6\n6.5,2,5\n";
const table = "| steps | mood |\n|--|--|\n| 7 | 5 |\n| 6 | 4 |\n| 8 | 7 |\n| 5 | 3 |\n| 9 | 8 |";
const files = { "Note.md": `${noteOf("lambda: 0.3\nviews: [weights]")}\n# Log\n\n${table}\n\n${table.replace("steps", "walks")}\n`, "habits.csv": csv };

const run = (page: Page, command: string) => page.evaluate((id) => window.sandbox.run(`regularization-lab:${id}`), command);
const title = (page: Page) => page.locator(".reglab-lab .reglab-title").textContent();
const field = (page: Page, key: string) => page.locator(`.reglab-lab [data-key="${key}"] :is(input, select)`).first();
const noteText = (page: Page) => page.evaluate(() => window.sandbox.app.vault.read(window.sandbox.app.vault.getFileByPath("Note.md")));
const cursorAt = (page: Page, line: number) =>
  page.evaluate((at) => (window.sandbox.app.workspace.activeLeaf.view as { editor: { setCursor(line: number, ch: number): void } }).editor.setCursor(at, 3), line);
const lineOf = (part: string) => files["Note.md"].split("\n").findIndex((line) => line.includes(part));

async function lab(page: Page): Promise<void> {
  await run(page, "open-lab");
  await page.waitForSelector(".reglab-lab .reglab-block");
}

describe("the lab", () => {
  test("draws what its form says, and says what is wrong in the block's own words", async () => {
    const page = await pages.open(files);
    await lab(page);
    expect(await title(page)).toContain("Diabetes");
    await field(page, "data").fill("[[habits.csv]]");
    await field(page, "data").press("Escape");
    await field(page, "data").press("Tab");
    await page.waitForFunction(() => document.querySelector(".reglab-lab .reglab-title")?.textContent === "habits: predicting mood from 2 columns · 6 rows");
    await field(page, "target").fill("sleep");
    await field(page, "target").press("Enter");
    await page.waitForFunction(() => document.querySelector(".reglab-lab .reglab-title")?.textContent?.includes("predicting sleep"));
    await page.getByRole("checkbox", { name: "elastic net" }).check();
    expect(await page.locator(".reglab-lab .reglab-toggle").count()).toBe(3);
    await field(page, "lambda").fill("-1");
    await field(page, "lambda").press("Enter");
    expect(await page.locator(".reglab-lab .reglab-problems").textContent()).toMatch(/-1 is out of range for lambda/);
    await field(page, "lambda").fill("0.25");
    await field(page, "lambda").press("Enter");
    expect(await page.locator(".reglab-lab .reglab-number").inputValue()).toBe("0.25");
  });

  test("is reached and filled in by keyboard alone, and keeps the focus where it is", async () => {
    const page = await pages.open(files);
    await lab(page);
    await field(page, "data").focus();
    await page.keyboard.type("two");
    await page.keyboard.press("Escape");
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("[data-key]")?.getAttribute("data-key"))).toBe("penalties");
    await page.keyboard.press("Space");
    expect(await page.locator(".reglab-lab .reglab-toggle").count()).toBe(3);
    expect(await page.evaluate(() => document.activeElement?.closest("[data-key]")?.getAttribute("data-key"))).toBe("penalties");
    expect(await title(page)).toContain("Two features");
  });

  test("inserts its block, with the λ that it was moved to, into the note that is being edited, as one step that can be undone", async () => {
    const page = await pages.open(files, { mode: "live" });
    await cursorAt(page, lineOf("# Log") - 1);
    const before = await noteText(page);
    await lab(page);
    await field(page, "data").fill("two");
    await field(page, "data").press("Enter");
    await page.locator(".reglab-lab .reglab-number").fill("0.5");
    await page.locator(".reglab-lab .reglab-number").press("Enter");
    await page.getByRole("button", { name: "Insert as block into note" }).click();
    await untilFile(page, "Note.md", (text) => text.includes("data: two\nlambda: 0.5\n```"));
    await page.evaluate(() => (window.sandbox.app.workspace.getLeavesOfType("markdown")[0].view as { editor: { undo(): void } }).editor.undo());
    await untilFile(page, "Note.md", (text) => text === before);
  });

  test("says so where no note is open for editing", async () => {
    const page = await pages.open(files, { mode: "reading" });
    await lab(page);
    await page.getByRole("button", { name: "Insert as block into note" }).click();
    expect(await page.locator(".notice").textContent()).toContain("No note is open for editing");
    expect(await noteText(page)).toBe(files["Note.md"]);
  });

  test("comes back from the workspace as it was, whatever is stored there", async () => {
    const page = await pages.open(files);
    await lab(page);
    await field(page, "data").fill("two");
    await field(page, "data").press("Enter");
    const stored = await page.evaluate(() => window.sandbox.app.workspace.getLeavesOfType("regularization-lab")[0].getViewState());
    expect(stored.state).toMatchObject({ fields: { data: "two" } });
    for (const fields of [stored.state.fields, null, 7, { data: 5, lambda: "x\ny: 1" }]) {
      await page.evaluate(([state]) => window.sandbox.app.workspace.getLeavesOfType("regularization-lab")[0].setViewState({ type: "regularization-lab", state }), [{ fields }] as const);
      expect(await page.locator(".reglab-lab .reglab-block, .reglab-lab .reglab-problems").count()).toBe(1);
    }
  });

  test("opens with a block of a note at its λ, from the block's menu", async () => {
    const page = await pages.open(files);
    await page.locator(".reglab-number").fill("0.4");
    await page.locator(".reglab-number").press("Enter");
    await page.locator(".reglab-more").click();
    await page.locator(".menu-item", { hasText: "Open in the lab" }).click();
    await page.waitForSelector(".reglab-lab .reglab-block");
    expect(await field(page, "lambda").inputValue()).toBe("0.4");
    expect(await page.locator(".reglab-lab .reglab-view").count()).toBe(1);
  });

  test("leaves nothing behind when its tab is closed", async () => {
    const page = await pages.open(files, { query: "census" });
    const openAndClose = async () => {
      await lab(page);
      await page.evaluate(() => window.sandbox.close());
    };
    // What the plugin does once after its start is behind it by then.
    await openAndClose();
    const before = await leftAtRest(page);
    for (let round = 0; round < 3; round += 1) await openAndClose();
    await page.waitForFunction((count) => window.sandbox.left().length <= count, before);
    expect(await page.locator(".reglab-lab").count()).toBe(0);
  });
});

describe("analysing what is at hand", () => {
  test("the table at the cursor", async () => {
    const page = await pages.open(files, { mode: "live" });
    await cursorAt(page, lineOf("| 8 | 7 |"));
    await run(page, "analyse-table");
    await page.waitForSelector(".reglab-lab .reglab-block");
    expect(await field(page, "data").inputValue()).toBe("[[Note]]");
    expect(await title(page)).toBe("Note: predicting mood from 1 column · 5 rows");
  });

  test("not a table that no block could name, and not where there is none", async () => {
    const page = await pages.open(files, { mode: "live" });
    await cursorAt(page, lineOf("| walks"));
    await run(page, "analyse-table");
    expect(await page.locator(".notice").textContent()).toContain("not the first under its heading");
    await cursorAt(page, 0);
    expect(await run(page, "analyse-table")).toBe(false);
    expect(await page.locator(".reglab-lab").count()).toBe(0);
  });

  test("a CSV file, from its menu", async () => {
    const page = await pages.open(files);
    await page.locator('.nav-file-title[data-path="habits.csv"], [data-path="habits.csv"]').first().click({ button: "right" });
    await page.locator(".menu-item", { hasText: "Analyse this CSV file" }).click();
    await page.waitForFunction(() => document.querySelector(".reglab-lab .reglab-title")?.textContent?.startsWith("habits: predicting mood"));
  });
});
