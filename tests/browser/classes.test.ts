import { describe, expect, test } from "vitest";
import { blockPage, noteOf } from "../support/block-page";
import { errorsOf, openNote, openSandbox } from "../support/sandbox";
import { fitOf, modelOf } from "../demo/model-of";

const page = blockPage();
const text = "data: breast-cancer\nviews: [formula, weights, path, error, geometry, stability]\nlambda: 0.05";

describe("a block on two classes", () => {
  test("is drawn once its paths are solved, with the weights of the engine", async () => {
    const open = await page.open({ "Note.md": noteOf(text) });
    const model = modelOf(text);
    const kept = fitOf(model, "l1").weightsAt(0.05).reduce((count, weight) => count + Number(weight !== 0), 0);
    const shown = await open.locator(".reglab-view-weights .reglab-kept").allTextContents();
    expect(shown).toEqual([`kept ${kept} of 30`, "kept 30 of 30"]);
    expect(await open.locator(".reglab-title").first().textContent()).toContain("predicting malignant or benign");
    const loss = await open.locator('.reglab-formula-row [data-value="loss"]').first().textContent();
    expect(Number(loss)).toBeCloseTo(model.trainingError(fitOf(model, "l1").weightsAt(0.05)), 3);
    expect(await open.locator(".reglab-view-stability .reglab-note").textContent()).toContain("data: correlated");
  });

  test("has contours of its own loss in the plane of two weights, drawn anew where λ comes to rest", async () => {
    const open = await page.open({ "Note.md": noteOf("data: breast-cancer\nviews: [geometry]\nlambda: 0.05") });
    const through = open.locator(".reglab-view-geometry .reglab-through").first();
    const before = await through.getAttribute("d");
    expect(before).toMatch(/^M.*Z$/);
    expect(await open.locator(".reglab-view-geometry .reglab-panel").first().locator(".reglab-contours path").count()).toBe(5);
    await open.locator(".reglab-lambda input").fill("0.2");
    await open.locator(".reglab-lambda input").press("Enter");
    await open.waitForFunction((d) => document.querySelector(".reglab-view-geometry .reglab-through")?.getAttribute("d") !== d && document.querySelector(".reglab-class-contours.is-stale") === null, before);
  });

  test("follows λ, and is cross-validated in the background", async () => {
    const open = await page.open({ "Note.md": noteOf(text) });
    await open.waitForFunction(() => document.querySelector(".reglab-summary")?.textContent?.includes("cross-validated error"));
    await open.locator(".reglab-lambda input").fill("0.3");
    await open.locator(".reglab-lambda input").press("Enter");
    const kept = fitOf(modelOf(text), "l1").weightsAt(0.3).reduce((count, weight) => count + Number(weight !== 0), 0);
    await open.waitForFunction((count) => document.querySelector(".reglab-kept")?.textContent === `kept ${count} of 30`, kept);
  });

  test("holds its place while it waits", async () => {
    const box = await openSandbox({ files: { "Note.md": noteOf("data: breast-cancer\nviews: [path, error]") } });
    // The waiting element is gone before a test could look at it: the page remembers how high it was.
    await box.page.evaluate(() => {
      new MutationObserver(() => {
        const waiting = document.querySelector<HTMLElement>(".reglab-waiting");
        if (waiting !== null) document.body.dataset.waited = String(waiting.getBoundingClientRect().height);
      }).observe(document.body, { childList: true, subtree: true });
    });
    await openNote(box.page, "Note.md", "reading");
    await box.page.waitForSelector(".reglab-block");
    const waited = Number(await box.page.evaluate(() => document.body.dataset.waited));
    const drawn = await box.page.evaluate(() => document.querySelector(".reglab-block")?.getBoundingClientRect().height ?? 0);
    expect(waited / drawn).toBeGreaterThan(0.75);
    expect(waited / drawn).toBeLessThan(1.25);
    expect(await errorsOf(box.page)).toEqual([]);
    await box.close();
  });

  test("with more than two, softmax: one weight for each feature and class, and the same numbers as the engine", { timeout: 60_000 }, async () => {
    const digits = "data: digits\nviews: [weights, path, proof]\nlambda: 0.03\npenalties: [l1]";
    const open = await page.open({ "Note.md": noteOf(digits) });
    const model = modelOf(digits);
    const kept = () => open.locator(".reglab-view-weights .reglab-kept").textContent();
    const expected = (lambda: number) => `kept ${fitOf(model, "l1").weightsAt(lambda).filter((weight) => weight !== 0).length} of 640`;
    expect(await kept()).toBe(expected(0.03));
    expect(await open.locator(".reglab-title").first().textContent()).toContain("(0, 1, …, 9) from 64 columns");
    expect(await open.locator(".reglab-view-weights").textContent()).toMatch(/p\d\d → \d/);
    await open.locator(".reglab-lambda input").fill("0.1");
    await open.locator(".reglab-lambda input").press("Enter");
    await open.waitForFunction((text) => document.querySelector(".reglab-kept")?.textContent === text, expected(0.1));
  });

  test("is printed with its error curves, and a table of the reader's own with its weights, though neither has been looked at", async () => {
    const block = (body: string) => `\`\`\`regularization\n${body}\n\`\`\`\n`;
    const csv = `sleep,coffee,mood\n${["7,1,5", "6,3,3", "8,0,8", "5,2,3", "7.5,1,6", "6.5,2,5"].join("\n")}\n`;
    const unseen = `${block("data: breast-cancer\nviews: [error]")}\n${block("data: [[habits.csv]]\nviews: [weights]")}`;
    const open = await page.open({ "Note.md": noteOf("data: two\nviews: [weights]"), "Unseen.md": unseen, "habits.csv": csv });
    const printed = await open.evaluate(async () => {
      const el = await window.sandbox.print("Unseen.md");
      const [error, weights] = [...el.querySelectorAll(".block-language-regularization")];
      const found = { lines: error?.querySelectorAll(".reglab-view-error svg path").length, says: error?.textContent, rows: weights?.querySelectorAll(".reglab-row").length };
      window.sandbox.printDone();
      return found;
    });
    expect(printed.lines).toBeGreaterThan(4);
    expect(printed.says).toContain("cross-validated error");
    expect(printed.says).not.toContain("cross-validating");
    expect(printed.rows).toBe(2);
  });

  test("is drawn on paper without waiting", async () => {
    const open = await page.open({ "Note.md": noteOf("data: two"), "Print.md": noteOf("data: breast-cancer\nviews: [weights]") });
    const printed = await open.evaluate(async () => {
      const el = await window.sandbox.print("Print.md");
      const kept = el.querySelector(".reglab-kept")?.textContent;
      window.sandbox.printDone();
      return kept;
    });
    expect(printed).toMatch(/of 30/);
  });
});
