import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { blockPage, noteOf } from "../support/block-page";
import { fittedModel, shownWeights } from "../support/fitted";

const pages = blockPage();
const title = (page: Page, says: string) => page.waitForFunction((words) => document.querySelector(".reglab-title")?.textContent?.includes(words), says);
const column = (page: Page, name: string) => page.locator(`.reglab-columns [data-column="${name}"]`);
const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["column"]);
const shown = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => Object.fromEntries([...document.querySelectorAll(".reglab-row")].map((row) => [row.getAttribute("data-feature") ?? "", row.querySelector(".reglab-bar.reglab-l1 .reglab-bar-value")?.textContent ?? ""])));

describe("the columns of a block", () => {
  test("are chosen by keyboard, fitted at once with the engine's own numbers, and written by Save view alone, as one edit", async () => {
    const body = "data: diabetes\nlambda: 0.2\nviews: [weights]";
    const page = await pages.open({ "Note.md": noteOf(body) }, { mode: "live" });
    const text = () => page.evaluate(() => window.sandbox.app.workspace.activeLeaf.view.editor.getValue() as string);
    await page.locator(".reglab-choose").focus();
    await page.keyboard.press("Enter");
    await column(page, "bmi").focus();
    await page.keyboard.press("Space");
    await title(page, "from 9 columns");
    expect(await focused(page)).toBe("bmi");
    await column(page, "").focus();
    await column(page, "").selectOption("s4");
    await title(page, "predicting s4 from 8 columns");
    expect(await focused(page)).toBe("");
    const chosen = `${body}\ntarget: s4\nfeatures: [age, sex, bp, s1, s2, s3, s5, s6]`;
    expect(await shown(page)).toEqual(shownWeights(fittedModel(chosen), "l1", 0.2));
    expect(await text()).toBe(noteOf(body));
    await page.locator(".reglab-more").click();
    await page.locator(".menu-item", { hasText: "Save view to the note" }).click();
    await page.waitForSelector(".notice");
    expect(await text()).toBe(noteOf(chosen));
    await page.evaluate(() => window.sandbox.app.workspace.activeLeaf.view.editor.undo());
    await title(page, "predicting progression from 10 columns");
    expect(await text()).toBe(noteOf(body));
  });

  test("that cannot be fitted are refused in words, with a way back; the last one stays", async () => {
    const csv = `sleep,coffee,mood\n${["7,1,5", "6,,3", "8,2,8", "5,,3", "7.5,,6", "6.5,,5"].join("\n")}\n`;
    const page = await pages.open({ "Note.md": noteOf("data: [[habits.csv]]\nfeatures: [sleep]\nviews: [weights]"), "habits.csv": csv });
    await title(page, "predicting mood from 1 column ");
    await page.locator(".reglab-choose").click();
    expect(await column(page, "sleep").isDisabled()).toBe(true);
    await column(page, "").selectOption("coffee");
    await page.waitForSelector(".reglab-problems");
    expect(await page.locator(".reglab-problems li").textContent()).toMatch(/^(?:Line 1: )?Only 2 rows have a number in every column used/);
    await page.locator(".reglab-problems button").click();
    await title(page, "predicting mood from 1 column ");
  });

  test("go into the lab and from there into a note, and are left behind with the data", async () => {
    const page = await pages.open({ "Note.md": noteOf("data: diabetes\nviews: [weights]") }, { mode: "live" });
    await page.locator(".reglab-choose").click();
    await column(page, "").selectOption("s4");
    await title(page, "predicting s4 from 10 columns");
    await page.locator(".reglab-more").click();
    await page.locator(".menu-item", { hasText: "Open in the lab" }).click();
    const lab = page.locator(".reglab-lab");
    await lab.locator(".reglab-block").waitFor();
    expect(await lab.locator('[data-key="target"] input').inputValue()).toBe("s4");
    await lab.locator(".reglab-choose").click();
    await lab.locator('[data-column="age"]').click();
    await lab.locator(".reglab-title", { hasText: "predicting s4 from 9 columns" }).waitFor();
    await lab.getByRole("button", { name: "Insert as block into note" }).click();
    const inserted = "target: s4\nlambda: 0.12\nviews: [weights]\nfeatures: [sex, bmi, bp, s1, s2, s3, s5, s6, progression]\n```";
    await page.waitForFunction((text) => (window.sandbox.app.workspace.getLeavesOfType("markdown") as { view: { editor: { getValue(): string } } }[])[0]?.view.editor.getValue().includes(text), inserted);
    await lab.locator('[data-key="data"] input').fill("two");
    await lab.locator('[data-key="target"] input').fill("");
    await lab.locator('[data-key="target"] input').press("Enter");
    await lab.locator(".reglab-title", { hasText: "Two features" }).waitFor();
  });
});
