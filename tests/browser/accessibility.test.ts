import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { viewNames } from "../../src/demo/views/view";
import { closeBrowser, openNote, openSandbox, type OpenSandbox } from "../support/sandbox";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const fence = (body: string) => `\`\`\`regularization\n${body}\n\`\`\``;
const files = {
  // Two equal blocks in view at once: their names must not have to tell landmarks apart.
  "Blocks.md": ["# Blocks", fence("views: [weights]"), fence("views: [weights]"), ...viewNames.map((view) => fence(`views: [${view}]\npenalties: [l1, elastic-net, l2]`)), fence("lamda: 1")].join("\n\n"),
  "Fixed.md": fence("penalties: [l1, elastic-net, l2]"),
  "Links.md": "# Links\n\nSee [[weight_decay]].\n\n```concept-card\nLasso\n```\n",
};
const card = ".reglab-card.is-floating:not(.is-preparing)";

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/** What axe finds wrong inside our own elements. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: { run(include: object, options: object): Promise<{ violations: Violation[] }> } };
    // The call to action has the theme's own colours, which are not ours to judge.
    return (await run.run({ include: [[".reglab"]], exclude: [[".mod-cta"]] }, { resultTypes: ["violations"] })).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.replace(/\s+/g, " ")}`));
}

let sandbox: OpenSandbox | undefined;
afterEach(async () => {
  await sandbox?.close();
  sandbox = undefined;
});
afterAll(closeBrowser);

describe.each(["light", "dark"] as const)("in the %s theme axe finds nothing wrong", (theme) => {
  test("with any view or a mistake in a block", async () => {
    sandbox = await openSandbox({ files });
    const { page } = sandbox;
    await page.evaluate((name) => window.sandbox.setTheme(name), theme);
    await openNote(page, "Blocks.md");
    await page.waitForSelector(".reglab-block");
    const scroller = page.locator(".markdown-preview-view").first();
    const found = new Set<string>();
    // What is far away is not in the document.
    for (let at = 0; at < 30; at += 1) {
      for (const violation of await violations(page)) found.add(violation);
      const moved = await scroller.evaluate((el) => {
        const before = el.scrollTop;
        el.scrollBy(0, el.clientHeight * 2);
        return el.scrollTop > before;
      });
      if (!moved) break;
      await page.waitForTimeout(100);
    }
    expect([...found]).toEqual([]);
  });

  test("with cards, floating and in a block", async () => {
    sandbox = await openSandbox({ files });
    const { page } = sandbox;
    await page.evaluate((name) => window.sandbox.setTheme(name), theme);
    await openNote(page, "Links.md");
    await page.hover('a.internal-link[data-href="weight_decay"]');
    await page.waitForSelector(card);
    expect(await violations(page)).toEqual([]);
    // Other colours, and columns being chosen.
    await page.evaluate(async () => {
      const plugin = window.sandbox.app.plugins.plugins["regularization-lab"] as { saveData(data: unknown): Promise<void>; onExternalSettingsChange(): Promise<void> };
      await plugin.saveData({ palette: "fixed", motion: "calm" });
      await plugin.onExternalSettingsChange();
    });
    await openNote(page, "Fixed.md");
    await page.locator(".reglab-choose").click();
    await page.waitForSelector(".reglab-columns");
    expect(await page.locator(".reglab-geometry.reglab-l1").evaluate((el) => getComputedStyle(el).getPropertyValue("--color-orange"))).toBe("#d55e00");
    expect(await violations(page)).toEqual([]);
    await page.evaluate(() => window.sandbox.disablePlugin());
    expect(await page.evaluate(() => document.body.className)).not.toContain("reglab");
  });
});
