import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { closeBrowser, errorsOf, inWebkit, openNote, openSandbox, type OpenSandbox } from "../support/sandbox";

const files = {
  "Note.md": [
    "# Note",
    "A model fits by its [[Loss_Function|loss function]] and is kept small by [[weight_decay]].",
    "",
    "See [[Double descent]] and [[Existing]] and [[2026-01-31]] and [[Nothing known]].",
    "",
    "정규화는 [[정규화]]라고 쓴다.",
    "",
    ...Array.from({ length: 60 }, (_, line) => `Line ${line} of a long note.\n`),
  ].join("\n"),
  "Lasso.md": "[[Lasso_Regression]] keeps few features.\n",
  "Existing.md": "# Existing\nIt is there.",
  "Other.md": "## Generalization\nBelkin showed it in 2019. [[Double descent]] is the second fall of the test error past the point where the model fits all points.\n\n$$\np = n\n$$\n",
  "Index.md": "- [[Double descent]] (to read)\n- [[2026-01-31]]\n",
};
const cards = ".reglab-card.is-floating:not(.is-preparing)";
const popovers = `${cards}, .hover-popover`;

let sandbox: OpenSandbox | undefined;
async function start(query = ""): Promise<Page> {
  sandbox = await openSandbox({ files, query });
  return sandbox.page;
}
afterEach(async () => {
  await sandbox?.close();
  sandbox = undefined;
});
afterAll(closeBrowser);

const reading = (linktext: string) => `.markdown-preview-view a.internal-link[data-href="${linktext}"]`;

async function hoverCard(page: Page, selector: string): Promise<void> {
  await page.hover(selector);
  await page.waitForSelector(cards);
}

describe("the figure in a card", () => {
  test("is moved by the keyboard while the card stays, and shows the threshold of the note's formula, λ/2", async () => {
    const page = await start();
    await openNote(page, "Lasso.md", "reading");
    await hoverCard(page, reading("Lasso_Regression"));
    const box = page.locator(`${cards} .reglab-lambda input`);
    await box.fill("0.2");
    await box.press("Enter");
    await page.waitForFunction(() => document.querySelector(".reglab-card-figure .reglab-rules")?.textContent?.includes("0.1 "));
    const slider = page.locator(`${cards} input[type=range]`);
    await slider.focus();
    for (let press = 0; press < 10; press += 1) await slider.press("ArrowRight");
    await page.waitForTimeout(300);
    const lambda = Number(await box.inputValue());
    expect(lambda).toBeGreaterThan(0.2);
    const rule = (await page.locator(`${cards} .reglab-rules`).textContent()) ?? "";
    expect(Number(/[\d.]+(?= exactly 0)/.exec(rule)?.[0])).toBeCloseTo(lambda / 2, 2);
    expect(await page.locator(cards).count()).toBe(1);
    expect(await page.locator(`${cards} .reglab-more, ${cards} .reglab-save, ${cards} .reglab-title`).count()).toBe(0);
    expect(await errorsOf(page)).toEqual([]);
  });

  test("leaves nothing behind when the card closes", async () => {
    const page = await start("census");
    await openNote(page, "Lasso.md", "reading");
    await hoverCard(page, reading("Lasso_Regression"));
    await page.keyboard.press("Escape");
    await page.waitForSelector(cards, { state: "detached" });
    expect(await page.locator(".reglab-card-figure").count()).toBe(0);
  });
});

describe("a pinned card", () => {
  const pinned = ".reglab-card.is-pinned";

  test("stays while the pointer leaves, the note scrolls and other cards open; its title moves it; its button closes it", async () => {
    const page = await start();
    await openNote(page, "Note.md", "reading");
    await hoverCard(page, reading("Loss_Function"));
    await page.locator(cards).getByRole("button", { name: "Pin" }).click();
    expect(await page.locator(pinned).count()).toBe(1);
    const before = await page.locator(pinned).boundingBox();
    await page.mouse.move(5, 5);
    await page.locator(".markdown-preview-view").evaluate((el) => el.scrollBy(0, 10));
    await page.waitForTimeout(600);
    expect(await page.locator(pinned).boundingBox()).toEqual(before);

    const header = page.locator(`${pinned} .reglab-card-header`);
    await header.hover({ position: { x: 20, y: 10 } });
    await page.mouse.down();
    await page.mouse.move((before?.x ?? 0) + 320, (before?.y ?? 0) + 160, { steps: 4 });
    await page.mouse.up();
    const after = await page.locator(pinned).boundingBox();
    expect((after?.x ?? 0) - (before?.x ?? 0)).toBeGreaterThan(200);
    const window = page.viewportSize();
    expect((after?.x ?? 0) + (after?.width ?? Infinity)).toBeLessThanOrEqual(window?.width ?? 0);
    expect((after?.y ?? 0) + (after?.height ?? Infinity)).toBeLessThanOrEqual(window?.height ?? 0);

    await hoverCard(page, reading("weight_decay"));
    expect(await page.locator(pinned).count()).toBe(1);
    await page.locator(pinned).getByRole("button", { name: "Close" }).click();
    expect(await page.locator(pinned).count()).toBe(0);
    expect(await errorsOf(page)).toEqual([]);
  });

  test("is pinned and closed by keyboard, which goes back where it was", async () => {
    const page = await start();
    await openNote(page, "Note.md", "live");
    await page.evaluate(() => {
      const { editor } = window.sandbox.app.workspace.activeLeaf.view;
      editor.setCursor({ line: 1, ch: 25 });
      editor.focus();
    });
    await page.evaluate(() => window.sandbox.run("regularization-lab:show-card"));
    await page.waitForSelector(cards);
    await page.locator(cards).getByRole("button", { name: "Pin" }).focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(`${pinned} .reglab-card-close`).evaluate((el) => el === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.locator(pinned).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.closest(".cm-editor") !== null)).toBe(true);
  });

  test("goes when the plugin does", async () => {
    const page = await start();
    await openNote(page, "Note.md", "reading");
    await hoverCard(page, reading("Loss_Function"));
    await page.locator(cards).getByRole("button", { name: "Pin" }).click();
    await page.evaluate(() => window.sandbox.disablePlugin());
    expect(await page.locator(".reglab-card").count()).toBe(0);
  });
});

describe("cards in reading view", () => {
  test("an unresolved concept link shows one card with a formula and no popover of the app", async () => {
    const page = await start();
    await openNote(page, "Note.md", "reading");
    await hoverCard(page, reading("Loss_Function"));
    expect(await page.locator(`${cards} .katex`).count()).toBeGreaterThan(0);
    await page.waitForTimeout(500);
    expect(await page.locator(popovers).count()).toBe(1);
    expect(await errorsOf(page)).toEqual([]);
  });

  test("a resolved link is left to the app", async () => {
    const page = await start();
    await openNote(page, "Note.md", "reading");
    await page.hover(reading("Existing"));
    await page.waitForSelector(".hover-popover");
    expect(await page.locator(cards).count()).toBe(0);
  });

  test("a link that nothing is known about is left to the app, and so is a date", async () => {
    const page = await start();
    await openNote(page, "Note.md", "reading");
    await page.hover(reading("Nothing known"));
    await page.waitForSelector(".hover-popover");
    await page.mouse.move(0, 0);
    await page.waitForSelector(".hover-popover", { state: "detached" });
    await page.hover(reading("2026-01-31"));
    await page.waitForSelector(".hover-popover");
    expect(await page.locator(cards).count()).toBe(0);
  });

  test("any other unresolved link shows the sentences of other notes, not the one being read", async () => {
    const page = await start();
    await openNote(page, "Note.md", "reading");
    await hoverCard(page, reading("Double descent"));
    const text = (await page.locator(cards).textContent()) ?? "";
    expect(text).toContain("second fall of the test error");
    expect(text).toContain("Generalization");
    expect(text).not.toContain("Nothing known.");
    expect(await page.locator(`${cards} .katex`).count()).toBeGreaterThan(0);
  });

  test("an ambiguous name shows the choices", async () => {
    const page = await start("lang=ko");
    await openNote(page, "Note.md", "reading");
    await hoverCard(page, reading("정규화"));
    expect(await page.locator(`${cards} .reglab-card-choice`).count()).toBe(3);
  });

  test("entering another link closes the first card and opens the second", async () => {
    const page = await start();
    await openNote(page, "Note.md", "reading");
    await hoverCard(page, reading("Loss_Function"));
    const first = await page.locator(`${cards} .reglab-card-title`).textContent();
    await page.hover(reading("weight_decay"));
    await page.waitForFunction(
      ([selector, title]) => document.querySelector(`${selector} .reglab-card-title`)?.textContent !== title && document.querySelectorAll(selector).length === 1,
      [cards, first ?? ""] as const,
    );
  });

  test("a related link opens a card beside the first; Escape closes one, then the other", async () => {
    const page = await start();
    await openNote(page, "Note.md", "reading");
    await hoverCard(page, reading("weight_decay"));
    await page.locator(`${cards} .reglab-card-links .reglab-card-link`).first().hover();
    await page.waitForFunction((selector) => document.querySelectorAll(selector).length === 2, cards);
    await page.keyboard.press("Escape");
    expect(await page.locator(cards).count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await page.locator(cards).count()).toBe(0);
  });

  test("the same card opens in a second window, in that window", async () => {
    const page = await start();
    await openNote(page, "Existing.md", "reading");
    const inWindow = await page.evaluate(async () => {
      const win = await window.sandbox.popout("Note.md", "reading");
      const link = win.document.querySelector('a.internal-link[data-href="weight_decay"]');
      if (link === null) return "no link";
      link.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 700));
      return win.document.querySelectorAll(".reglab-card.is-floating:not(.is-preparing)").length;
    });
    expect(inWindow).toBe(1);
    expect(await page.locator(cards).count()).toBe(0);
  });
});

describe("cards in the editor", () => {
  const token = ".cm-content .cm-hmd-internal-link";

  test("open on bare hover in Live Preview for a link that has a card, under its alias", async () => {
    const page = await start();
    await openNote(page, "Note.md", "live");
    await page.locator(token, { hasText: "loss function" }).first().hover();
    await page.waitForSelector(cards);
    expect(await page.locator(popovers).count()).toBe(1);
  });

  test("ask for Ctrl in source mode", async () => {
    const page = await start();
    await openNote(page, "Note.md", "source");
    const link = page.locator(token, { hasText: "weight_decay" }).first();
    await link.hover();
    await page.waitForTimeout(600);
    expect(await page.locator(cards).count()).toBe(0);
    await page.keyboard.down("Control");
    await page.waitForSelector(cards);
    await page.keyboard.up("Control");
    expect(await page.locator(popovers).count()).toBe(1);
  });

  test("do not open while typing", async () => {
    const page = await start();
    await openNote(page, "Note.md", "live");
    await page.locator(".cm-line", { hasText: "Line 3 of" }).first().click();
    const link = page.locator(token, { hasText: "loss function" }).first();
    await link.hover();
    for (let i = 0; i < 8; i += 1) {
      await page.keyboard.type("a");
      await page.waitForTimeout(60);
    }
    expect(await page.locator(cards).count()).toBe(0);
  });
});

describe("notes from cards", () => {
  test("Create note writes the card, and the link resolves", async () => {
    const page = await start();
    await openNote(page, "Note.md", "reading");
    await hoverCard(page, reading("weight_decay"));
    await page.locator(`${cards} button.mod-cta`).click();
    await page.waitForFunction(() => window.sandbox.app.metadataCache.getFirstLinkpathDest("weight_decay", "Note.md") !== null);
    const text = await page.evaluate(() => window.sandbox.app.vault.read(window.sandbox.app.vault.getFileByPath("weight_decay.md")));
    expect(text).toMatch(/^---\nid: weight-decay\n/);
    expect(text).toContain("```concept-card");
    await page.waitForFunction(() => window.sandbox.app.metadataCache.unresolvedLinks["Note.md"]?.weight_decay === undefined);
    await openNote(page, "weight_decay.md", "reading");
    await page.waitForSelector(".block-language-concept-card .reglab-card-title");
    expect(await errorsOf(page)).toEqual([]);
  });

  test("Undo in the notice takes the note back", async () => {
    const page = await start();
    await openNote(page, "Note.md", "reading");
    await hoverCard(page, reading("weight_decay"));
    await page.locator(`${cards} button.mod-cta`).click();
    await page.locator(".notice button").click();
    await page.waitForFunction(() => window.sandbox.app.vault.getFileByPath("weight_decay.md") === null);
  });

  test("Create missing concept notes lists them first and creates what is chosen", async () => {
    const page = await start();
    await openNote(page, "Note.md", "reading");
    await page.waitForFunction(() => Object.keys(window.sandbox.app.metadataCache.unresolvedLinks["Note.md"] ?? {}).length > 0);
    await page.evaluate(() => window.sandbox.run("regularization-lab:create-missing-notes"));
    await page.waitForSelector(".modal .reglab-missing-list .setting-item");
    expect(await page.locator(".modal .reglab-missing-list .setting-item").count()).toBe(2);
    await page.locator(".modal button.mod-cta").click();
    await page.waitForFunction(() => window.sandbox.app.vault.getFileByPath("Loss_Function.md") !== null);
    await page.waitForFunction(() => window.sandbox.app.vault.getFileByPath("weight_decay.md") !== null);
  });

  test("Create missing concept notes follows the folder and the template of the settings; one Undo takes all back but what was written on", async () => {
    const page = await start();
    await page.evaluate(async () => {
      const { app } = window.sandbox;
      await app.vault.create("Template.md", "# {{title}}\n\n## Known\n{{points}}\n\n## Unknown\n{{mentions}}\n\n{{card}}\n");
      const plugin = app.plugins.plugins["regularization-lab"];
      await plugin.saveData({ noteFolder: "Concepts/ML", noteTemplate: "Template.md" });
      await plugin.onExternalSettingsChange();
    });
    await openNote(page, "Note.md", "reading");
    await page.waitForFunction(() => Object.keys(window.sandbox.app.metadataCache.unresolvedLinks["Note.md"] ?? {}).length > 0);
    await page.evaluate(() => window.sandbox.run("regularization-lab:create-missing-notes"));
    await page.locator(".modal button.mod-cta").click();
    await page.waitForFunction(() => window.sandbox.app.vault.getFileByPath("Concepts/ML/weight_decay.md") !== null);
    const text = await page.evaluate(() => window.sandbox.app.vault.read(window.sandbox.app.vault.getFileByPath("Concepts/ML/Loss_Function.md")));
    expect(text).toMatch(/^# Loss function\n\n## Known\n- [^]*\n\n```concept-card\nLoss_Function\n```\n$/);
    await page.evaluate(() => window.sandbox.app.vault.modify(window.sandbox.app.vault.getFileByPath("Concepts/ML/weight_decay.md"), "mine"));
    await page.locator(".notice button", { hasText: "Undo" }).click();
    await page.waitForFunction(() => window.sandbox.app.vault.getFileByPath("Concepts/ML/Loss_Function.md") === null);
    expect(await page.evaluate(() => window.sandbox.app.vault.getFileByPath("Concepts/ML/weight_decay.md") !== null)).toBe(true);
    expect(await errorsOf(page)).toEqual([]);
  });

  test("the command shows the card of the link at the cursor and takes the keyboard into it", async () => {
    const page = await start();
    await openNote(page, "Note.md", "live");
    await page.evaluate(() => {
      const { editor } = window.sandbox.app.workspace.activeLeaf.view;
      editor.setCursor({ line: 1, ch: 25 });
      editor.focus();
    });
    await page.evaluate(() => window.sandbox.run("regularization-lab:show-card"));
    await page.waitForSelector(cards);
    expect(await page.evaluate((selector) => document.querySelector(selector)?.contains(document.activeElement), cards)).toBe(true);
    await page.keyboard.press("Escape");
    await page.waitForSelector(cards, { state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.classList.contains("cm-content"))).toBe(true);
  });
});

describe("a finger on a link without a note", () => {
  /** Comes down in the middle of the link, stays so long, goes. */
  async function touch(page: Page, linktext: string, milliseconds: number, { moves = 0 } = {}): Promise<void> {
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setTouchEmulationEnabled", { enabled: true });
    const box = await page.locator(reading(linktext)).boundingBox();
    if (box === null) throw new Error("no link");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
    if (moves > 0) await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x, y: y + moves }] });
    await page.waitForTimeout(milliseconds);
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await page.waitForTimeout(100);
  }
  const sheet = ".modal .reglab-card";
  const noteExists = (page: Page) => page.evaluate(() => window.sandbox.app.vault.getFileByPath("weight_decay.md") !== null);

  test.skipIf(inWebkit)("taps its card open; where the tap is left to the app, holds it open, and nothing else comes of it", async () => {
    const page = await start("phone");
    await openNote(page, "Note.md", "reading");
    await touch(page, "weight_decay", 60);
    await page.waitForSelector(sheet);
    await page.keyboard.press("Escape");
    await page.waitForSelector(sheet, { state: "detached" });
    await page.evaluate(async () => {
      const plugin = window.sandbox.app.plugins.plugins["regularization-lab"] as { saveData(data: unknown): Promise<void>; onExternalSettingsChange(): Promise<void> };
      await plugin.saveData({ tapOpensCard: false });
      await plugin.onExternalSettingsChange();
    });
    await touch(page, "weight_decay", 800, { moves: 40 });
    expect(await page.locator(sheet).count()).toBe(0);
    await touch(page, "weight_decay", 800);
    await page.waitForSelector(sheet);
    expect(await page.locator(".menu").count()).toBe(0);
    expect(await noteExists(page)).toBe(false);
    await page.keyboard.press("Escape");
    await page.waitForSelector(sheet, { state: "detached" });
    await touch(page, "weight_decay", 60);
    await page.waitForFunction(() => window.sandbox.app.vault.getFileByPath("weight_decay.md") !== null);
    expect(await page.locator(sheet).count()).toBe(0);
    expect(await errorsOf(page)).toEqual([]);
  });
});
