import { describe, expect, test } from "vitest";
import { blockPage, noteOf } from "../support/block-page";
import { formatNumber } from "../../src/plot/number-format";
import { rowValues } from "../../src/demo/views/rows-values";
import { fittedModel } from "../support/fitted";

const pages = blockPage();
const days = Array.from({ length: 40 }, (_, day) => {
  const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
  return [`Days/${date}.md`, `---\nsleep: ${5 + ((day * 7) % 11) / 3}\ncoffee: ${day % 4}\nmood: ${3 + ((day * 5) % 13) / 2}\n---\n`] as const;
});

describe("the rows of a block", () => {
  test("are dots with the engine's own predictions, read by the arrow keys, anew where λ moves", async () => {
    const body = "data: diabetes\nlambda: 0.2\nviews: [rows]";
    const page = await pages.open({ "Note.md": noteOf(body) });
    const { fits, problem, rows } = fittedModel(body);
    const values = rowValues(problem ?? expect.fail());
    const says = (row: number, lambda: number) => {
      const predicted = values.predict(fits[0]?.weightsAt(lambda) ?? expect.fail(), new Float64Array(rows));
      return `Row ${row + 1}: ${formatNumber(predicted[row] ?? NaN)} predicted, ${formatNumber(values.measured[row] ?? NaN)} measured`;
    };
    const plot = page.locator(".reglab-rows [role=slider]").first();
    expect((await page.locator(".reglab-row-dots").first().getAttribute("d"))?.match(/M/g)?.length).toBe(442);
    await plot.focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("PageUp");
    await expect.poll(() => plot.getAttribute("aria-valuetext")).toBe(says(11, 0.2));
    await page.locator(".reglab-number").fill("0.5");
    await page.locator(".reglab-number").press("Enter");
    await expect.poll(() => page.locator(".reglab-readout").first().textContent()).toBe(says(11, 0.5));
    expect(await page.locator(".reglab-open-note").count()).toBe(0);
  });

  test("of notes open their notes, by a click, by Enter and by the button; those of classes are told apart in words", async () => {
    const block = noteOf("data: notes\nfolder: Days\ntarget: mood\nviews: [rows]");
    const page = await pages.open({ "Note.md": block, "Classes.md": noteOf("data: breast-cancer\nviews: [rows]"), ...Object.fromEntries(days) });
    const active = () => page.evaluate(() => window.sandbox.app.workspace.getActiveFile()?.path as string);
    const plot = page.locator(".reglab-rows [role=slider]").first();
    await plot.focus();
    await page.keyboard.press("End");
    const last = days.at(-1)?.[0] ?? "";
    await expect.poll(() => plot.getAttribute("aria-valuetext")).toContain("2026-02-09: ");
    expect(await page.locator(".reglab-open-note").textContent()).toBe("Open 2026-02-09");
    await page.keyboard.press("Enter");
    await expect.poll(active).toBe(last);
    await page.evaluate(() => window.sandbox.open("Note.md", "reading"));
    const hit = page.locator(".reglab-rows .reglab-hit").first();
    await hit.scrollIntoViewIfNeeded();
    const dot = await page.locator(".reglab-row-dots").first().evaluate((el) => {
      const [, x = 0, y = 0] = /^M([\d.]+),([\d.]+)/.exec(el.getAttribute("d") ?? "")?.map(Number) ?? [];
      const at = new DOMPoint(x, y).matrixTransform((el as SVGPathElement).getScreenCTM() ?? undefined);
      return { x: at.x, y: at.y };
    });
    await page.mouse.move(dot.x, dot.y);
    await page.waitForSelector(".reglab-open-note");
    const named = ((await page.locator(".reglab-open-note").textContent()) ?? "").replace("Open ", "");
    await page.mouse.click(dot.x, dot.y);
    await expect.poll(active).toBe(`Days/${named}.md`);
    await page.evaluate(() => window.sandbox.open("Classes.md", "reading"));
    await expect.poll(() => page.locator(".reglab-view-rows .reglab-note").textContent()).toContain("data: diabetes");
  });
});
