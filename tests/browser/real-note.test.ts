import { existsSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeBrowser, errorsOf, openNote, openSandbox, type Mode, type OpenSandbox } from "../support/sandbox";

/** A student's own note in Korean, beside the project where there is one. */
const vault = path.resolve(import.meta.dirname, "../../../shared/vault");
const there = existsSync(path.join(vault, "Regularization.md"));
const targets = ["Loss_Function", "Overfitting", "Interpretability", "linear_regression", "Lasso_Regression", "weight_decay"];
const cards = ".reglab-card.is-floating:not(.is-preparing)";
const linkIn: Record<Mode, (target: string, alias: string) => string> = {
  reading: (target) => `.markdown-preview-view a.internal-link[data-href="${target}"]`,
  live: (_, alias) => `.cm-content .cm-hmd-internal-link:has-text("${alias}")`,
  source: (target) => `.cm-content .cm-hmd-internal-link:has-text("${target}")`,
};
const aliases: Record<string, string> = {
  Loss_Function: "Loss function", Overfitting: "Overfitting", Interpretability: "Interpretability",
  linear_regression: "Linear Regression", Lasso_Regression: "Lasso Regression", weight_decay: "Weight Decay",
};

describe.skipIf(!there)("the student's note (skipped where it is not beside the project)", () => {
  let sandbox: OpenSandbox;
  let page: Page;
  beforeEach(async () => {
    sandbox = await openSandbox({ vault, query: "lang=ko" });
    ({ page } = sandbox);
  });
  afterEach(async () => {
    expect(await errorsOf(page)).toEqual([]);
    await sandbox.close();
  });
  afterAll(closeBrowser);

  for (const mode of ["reading", "live", "source"] as const) {
    test(`in ${mode}: each of its six links opens one card with a formula or key points, in Korean, and nothing else`, async () => {
      await openNote(page, "Regularization.md", mode);
      for (const target of targets) {
        const link = page.locator(linkIn[mode](target, aliases[target] ?? "")).first();
        await scrollTo(page, mode, target);
        await link.scrollIntoViewIfNeeded();
        await page.waitForTimeout(300);
        await link.hover();
        if (mode === "source") await page.keyboard.down("Control");
        await page.waitForSelector(cards);
        if (mode === "source") await page.keyboard.up("Control");
        expect(await page.locator(`${cards}, .hover-popover`).count()).toBe(1);
        expect(await page.locator(`${cards} .katex`).count(), target).toBeGreaterThan(0);
        expect(await page.locator(`${cards} .reglab-card-title`).textContent()).toMatch(/[가-힣]/);
        await page.keyboard.press("Escape");
        await page.waitForSelector(cards, { state: "detached" });
        await page.mouse.move(2, 2);
      }
    });
  }

  test("an inserted demo draws in Live Preview and in reading view, and the rest of the note stays as it was", async () => {
    await openNote(page, "Regularization.md", "live");
    const before = await page.evaluate(() => window.sandbox.app.workspace.activeLeaf.view.editor.getValue() as string);
    await page.evaluate(() => {
      const { editor } = window.sandbox.app.workspace.activeLeaf.view;
      editor.setCursor({ line: editor.lastLine(), ch: editor.getLine(editor.lastLine()).length });
      editor.focus();
    });
    await page.evaluate(() => window.sandbox.run("regularization-lab:insert-demo"));
    await page.waitForSelector(".prompt, .modal");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => (window.sandbox.app.workspace.activeLeaf.view.editor.getValue() as string).includes("```regularization"));
    await page.waitForSelector(".cm-content .reglab-block");
    const after = await page.evaluate(() => window.sandbox.app.workspace.activeLeaf.view.editor.getValue() as string);
    expect(after.startsWith(before.trimEnd())).toBe(true);
    // What is seen of it is its top, with the slider, not its end.
    await page.waitForFunction(() => {
      const { top, bottom } = document.querySelector(".cm-content .reglab-controls")?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return top > 0 && bottom < innerHeight;
    });
    await openNote(page, "Regularization.md", "reading");
    await page.evaluate(() => {
      const scroller = document.querySelector(".markdown-preview-view");
      scroller?.scrollTo(0, scroller.scrollHeight);
    });
    await page.waitForSelector(".markdown-preview-view .reglab-block");
    expect(await page.locator(".markdown-preview-view .reglab-block .reglab-summary p").first().textContent()).toMatch(/L1은 특성 10개 중 4개를/);
  });

  test("Create note makes the link resolve, beside the note, under the name that the link has", async () => {
    await openNote(page, "Regularization.md", "reading");
    await scrollTo(page, "reading", "Lasso_Regression");
    await page.locator(linkIn.reading("Lasso_Regression", "")).first().hover();
    await page.waitForSelector(cards);
    await page.locator(`${cards} button.mod-cta`).click();
    await page.waitForFunction(() => window.sandbox.app.metadataCache.getFirstLinkpathDest("Lasso_Regression", "Regularization.md")?.path === "Lasso_Regression.md");
  });
});

/** Brings the first line with the link into view: what is far away is not in the document. */
function scrollTo(page: Page, mode: Mode, target: string): Promise<void> {
  return page.evaluate(([how, name]) => {
    const { view } = window.sandbox.app.workspace.activeLeaf;
    const line = (view.data ?? view.getViewData()).split("\n").findIndex((text: string) => text.includes(`[[${name}`));
    if (how === "reading") view.previewMode.applyScroll(line);
    else view.editor.scrollIntoView({ from: { line, ch: 0 }, to: { line, ch: 0 } }, true);
  }, [mode, target] as const);
}
