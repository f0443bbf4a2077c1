import { describe, expect, test } from "vitest";
import { blockPage } from "../support/block-page";

const page = blockPage();
const count = 20;
const fence = (body: string) => `\`\`\`regularization\n${body}\n\`\`\`\n`;
const note = Array.from({ length: count }, (_, i) => `Block ${i + 1}.\n\n${fence(`name: b${i + 1}\nlambda: 0.${i + 10}\ndata: ${i % 2 === 0 ? "sparse" : "diabetes"}`)}`).join("\n");
const drawn = ".markdown-preview-view .reglab-block";

describe("a note with many blocks", () => {
  test("draws the first ones at once, and the others when the screen comes near", async () => {
    const open = await page.open({ "Note.md": note });
    const preview = open.locator(".markdown-preview-view");
    const height = await preview.evaluate((el) => el.scrollHeight);
    expect(await open.locator(drawn).count()).toBeLessThan(8);
    await preview.evaluate((el) => (el.scrollTop = el.scrollHeight * 0.6));
    await open.waitForFunction((selector) => {
      const seen = [...document.querySelectorAll(selector)].filter((el) => el.getBoundingClientRect().bottom > 100 && el.getBoundingClientRect().top < innerHeight - 100);
      return seen.length > 0 && seen.every((el) => el.querySelector("svg") !== null);
    }, drawn);
    const title = await open.locator(drawn).last().locator(".reglab-title").textContent();
    expect(title).toMatch(/from \d+ columns/);
    // From the top to the end and back: places were held about as high as what is drawn in them.
    for (let top = 0; top < height + 2000; top += 500) {
      await preview.evaluate((el, to) => (el.scrollTop = to), top);
      await open.waitForTimeout(40);
    }
    expect(Math.abs((await preview.evaluate((el) => el.scrollHeight)) / height - 1)).toBeLessThan(0.1);
    expect(await open.locator(".reglab-waiting").count()).toBeLessThan(count);
  });

  test("a link moves a block that has not been drawn yet", async () => {
    const open = await page.open({ "Note.md": `[Far down](#lab:b3)\n\n[Move the fifth](#lab:b5?lambda=0.77)\n\n${Array.from({ length: 6 }, (_, i) => fence(`name: b${i + 1}\nheight: 600`)).join("\n")}` });
    await open.locator(".markdown-preview-view").getByRole("link", { name: "Move the fifth" }).click();
    await open.waitForFunction(() => [...document.querySelectorAll<HTMLInputElement>(".reglab-lambda input")].some(({ value }) => value === "0.77"));
  });

  test("paper has all of them", async () => {
    const open = await page.open({ "Note.md": fence("data: two"), "Print.md": note });
    const printed = await open.evaluate(async () => {
      const el = await window.sandbox.print("Print.md");
      const blocks = [...el.querySelectorAll(".reglab-block")].filter((block) => block.querySelector("svg") !== null).length;
      window.sandbox.printDone();
      return blocks;
    });
    expect(printed).toBe(count);
  });

  test("the last one has its own λ once it is reached", async () => {
    const open = await page.open({ "Note.md": note });
    await open.locator(".markdown-preview-view").evaluate((el) => (el.scrollTop = el.scrollHeight));
    await open.waitForFunction(() => [...document.querySelectorAll<HTMLInputElement>(".markdown-preview-view .reglab-lambda input")].some(({ value }) => value === "0.29"));
  });
});
