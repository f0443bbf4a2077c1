import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { descentProblem } from "../../src/demo/deep/descent-problem";
import { unequalGradients } from "../../src/demo/deep/unequal-gradients";
import { formatNumber } from "../../src/plot/number-format";
import { blockPage, noteOf } from "../support/block-page";
import { errorsOf, inWebkit, openNote, type SandboxOptions } from "../support/sandbox";

const pages = blockPage();
const start = (body: string, options: SandboxOptions = {}) => {
  const long = Array.from({ length: 120 }, (_, i) => `Line ${i}.`).join("\n\n");
  return pages.open({ "Note.md": `${noteOf(body)}\n${long}\n`, "Other.md": "Text." }, { query: "census", ...options });
};

const epochOf = async (page: Page) => Number((await page.locator(".reglab-view-network .reglab-view-header .reglab-panel-note").textContent())?.replace(/\D/g, ""));
const train = (page: Page) => page.click(".reglab-network-run");
const reaches = (page: Page, epoch: number) =>
  page.waitForFunction((least) => Number(document.querySelector(".reglab-view-network .reglab-panel-note")?.textContent?.replace(/\D/g, "")) >= least, epoch);
const network = (page: Page, penalty: string) => page.locator(`.reglab-network[data-penalty="${penalty}"]`);
const setLambda = async (page: Page, penalty: string, lambda: string) => {
  await network(page, penalty).locator(".reglab-number").fill(lambda);
  await network(page, penalty).locator(".reglab-number").press("Enter");
};
const workers = (page: Page) => page.evaluate(() => window.sandbox.census().workers ?? 0);

describe("the network view", () => {
  test("trains four networks from the same weights: they read digits, L1 gets zeros and the others none", async () => {
    const page = await start("views: [network]");
    const pictures = await page.locator(".reglab-filters").evaluateAll((all) => all.map((svg) => svg.innerHTML));
    expect(pictures).toHaveLength(4);
    expect(new Set(pictures).size).toBe(1);
    expect(await workers(page)).toBe(0);
    await train(page);
    await reaches(page, 12);
    expect(await workers(page)).toBe(1);
    await train(page);
    for (const penalty of ["none", "decay", "l1", "group"]) {
      const text = await network(page, penalty).locator(".reglab-accuracy").textContent();
      const [training = 0, held = 0] = (text ?? "").split("/").map((part) => Number(part.replace("%", "")));
      expect(training).toBeGreaterThan(70);
      expect(held).toBeGreaterThan(70);
    }
    const zeros = async (penalty: string) => Number(/(\d+) exactly 0/.exec((await network(page, penalty).locator(".reglab-size-line").textContent()) ?? "")?.[1]);
    expect(await zeros("l1")).toBeGreaterThan(100);
    expect([await zeros("none"), await zeros("decay")]).toEqual([0, 0]);
    expect(await page.locator(".reglab-network-sentence").textContent()).toContain("L1: ");
  });

  test("ends its work within 100 ms when it is paused, scrolled away or closed", async () => {
    const page = await start("views: [network]");
    const scroller = page.locator(".markdown-preview-view").first();
    await train(page);
    await reaches(page, 1);
    await train(page);
    expect(await workers(page)).toBe(0);
    await train(page);
    await reaches(page, (await epochOf(page)) + 1);
    const ended = await scroller.evaluate(async (el) => {
      el.scrollTop = 3000;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return window.sandbox.census().workers ?? 0;
    });
    expect(ended).toBe(0);
    await scroller.evaluate((el) => (el.scrollTop = 0));
    await page.waitForFunction(() => document.querySelector(".reglab-network-run") !== null);
    if ((await page.locator(".reglab-network-run").textContent()) === "Train") await train(page);
    await reaches(page, (await epochOf(page)) + 1);
    await openNote(page, "Other.md", "reading");
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => window.sandbox.census())).toMatchObject({ workers: 0, timers: 0 });
  });

  test("comes back as it was when its element is made anew, and on paper shows what was trained", async () => {
    const page = await start("views: [network, optimizer]");
    await setLambda(page, "l1", "0.02");
    await page.selectOption(".reglab-view-optimizer select", "2");
    await train(page);
    await reaches(page, 2);
    await train(page);
    const [epoch, sentence] = [await epochOf(page), await page.locator(".reglab-network-sentence").textContent()];
    const paper = await page.evaluate(async () => (await window.sandbox.print("Note.md")).textContent);
    expect(paper).toContain(`epoch ${epoch}`);
    expect(paper).toContain(sentence ?? "no sentence");
    await page.evaluate(() => window.sandbox.printDone());
    await openNote(page, "Other.md", "reading");
    await openNote(page, "Note.md", "reading");
    await page.waitForSelector(".reglab-block");
    expect(await epochOf(page)).toBe(epoch);
    expect(await page.locator(".reglab-network-sentence").textContent()).toBe(sentence);
    expect(await network(page, "l1").locator(".reglab-number").inputValue()).toBe("0.02");
    expect(await page.locator(".reglab-view-optimizer select").inputValue()).toBe("2");
  });

  test("takes another λ without a reset; a strong group L1 crosses every filter out, and they come back without it", async () => {
    const page = await start("views: [network]");
    await train(page);
    await reaches(page, 2);
    await setLambda(page, "group", "5");
    await page.waitForFunction(() => document.querySelectorAll('[data-penalty="group"] .is-dead').length === 12);
    expect(await network(page, "group").locator(".reglab-dead-count").textContent()).toBe("12 of 12");
    expect(await network(page, "none").locator(".is-dead").count()).toBe(0);
    expect(await epochOf(page)).toBeGreaterThan(1);
    await setLambda(page, "group", "0");
    await page.waitForFunction(() => document.querySelectorAll('[data-penalty="group"] .is-dead').length === 0);
  });

  test("leaves a number alone while it is typed, however often training draws the view", async () => {
    const page = await start("views: [network]");
    await train(page);
    await reaches(page, 1);
    const box = network(page, "l1").locator(".reglab-number");
    await box.focus();
    for (const letter of "0.012") {
      await page.keyboard.press(letter);
      await page.waitForTimeout(250);
    }
    expect(await box.inputValue()).toBe("0.012");
    const begun = await epochOf(page);
    await box.press("Enter");
    await reaches(page, begun + 2);
    expect(await box.inputValue()).toBe("0.012");
    expect(await network(page, "l1").locator("input[type=range]").getAttribute("aria-valuetext")).toBe("λ 0.012");
  });

  test("says in words when training leads away, and never shows NaN", async () => {
    const page = await start("views: [network]");
    await setLambda(page, "decay", "1000000");
    await setLambda(page, "l1", "1000000");
    await train(page);
    await page.waitForSelector(".reglab-diverged");
    await reaches(page, 2);
    expect(await network(page, "decay").textContent()).toContain("Training led away");
    expect(await network(page, "l1").locator(".reglab-size-line").textContent()).toContain("2220 exactly 0");
    expect(await page.locator(".reglab-view-network").textContent()).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("reads what is drawn with the pointer and with the keyboard, and shows what the networks are shown", async () => {
    const page = await start("views: [network]", { height: 1400 });
    await train(page);
    await reaches(page, 15);
    await train(page);
    const field = page.locator(".reglab-draw-field");
    await field.scrollIntoViewIfNeeded();
    const box = (await field.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.05);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.95, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction(() => document.querySelectorAll(".reglab-draw-pixel").length > 7);
    expect(await network(page, "none").locator(".reglab-answer").textContent()).toMatch(/^\d \(\d+%\)$/);
    await page.locator(".reglab-draw-words button").first().click();
    await page.waitForFunction(() => document.querySelector(".reglab-draw-pixel") === null);
    expect(await network(page, "none").locator(".reglab-answer").textContent()).toBe("–");
    await field.focus();
    for (const key of ["ArrowDown", "ArrowRight", " "]) await page.keyboard.press(key);
    await page.waitForFunction(() => document.querySelectorAll(".reglab-draw-pixel").length === 1);
    expect(await field.getAttribute("aria-label")).toContain("Row 2, column 5: ink");
    await page.locator(".reglab-draw-words button").nth(1).click();
    await page.waitForSelector('[data-penalty="none"] .reglab-answer b');
    expect(await network(page, "none").locator(".reglab-answer b").textContent()).toMatch(/^\d$/);
  });

  test.skipIf(inWebkit)("trains on the main thread where the page's policy refuses workers", async () => {
    const page = await start("views: [network]", { policy: "worker-src 'none'" });
    await train(page);
    await reaches(page, 1);
    await train(page);
    expect(await workers(page)).toBe(0);
    const epoch = await epochOf(page);
    await page.waitForTimeout(300);
    expect(await epochOf(page)).toBe(epoch);
    // The host reports the refusal, which is all that goes wrong.
    expect(await errorsOf(page)).toEqual(["Content policy: worker-src refused blob"]);
    await pages.close();
  });

  test("on paper it says that nothing is trained there", async () => {
    const page = await start("views: [network, optimizer]");
    const text = await page.evaluate(async () => (await window.sandbox.print("Note.md")).textContent);
    expect(text).toContain("on paper nothing is trained");
    expect(text).toContain("Subgradient, L1");
    await page.evaluate(() => window.sandbox.printDone());
  });
});

describe("the optimizer view", () => {
  const row = (page: Page, method: string) => page.locator(`tr[data-method="${method}"] td`);

  test("shows the engine's optimum beside where each method stands, for one weight and for two", async () => {
    const page = await start("views: [optimizer]");
    for (const [weights, lambda] of [[1, 2], [2, 1.2]] as const) {
      await page.selectOption(".reglab-deep select", String(weights));
      const { exact } = descentProblem(weights);
      for (const method of ["proximal", "coordinate", "l2"] as const) {
        const wanted = [...exact(method, lambda)].map((weight) => formatNumber(weight)).join(", ");
        expect(await row(page, method).nth(1).textContent()).toBe(wanted);
        expect((await row(page, method).nth(0).textContent())?.replaceAll(" (exactly)", "")).toBe(wanted);
      }
      expect(await row(page, "proximal").nth(0).textContent()).toMatch(/^0 \(exactly\)/);
      expect(await row(page, "subgradient").nth(0).textContent()).not.toMatch(/\(exactly\)/);
    }
  });

  test("goes step by step, plays to the end, and takes another step size", async () => {
    const page = await start("views: [optimizer]");
    const buttons = page.locator(".reglab-view-optimizer .reglab-deep button");
    await buttons.nth(1).click();
    expect(await row(page, "proximal").nth(0).textContent()).toBe("0.9");
    await buttons.nth(1).click();
    expect(await row(page, "proximal").nth(0).textContent()).toBe("0.625");
    await buttons.nth(0).click();
    await page.waitForFunction(() => document.querySelector('tr[data-method="proximal"] td')?.textContent === "0 (exactly)");
    await buttons.nth(0).click();
    const before = await row(page, "subgradient").nth(0).textContent();
    await page.waitForTimeout(400);
    expect(await row(page, "subgradient").nth(0).textContent()).toBe(before);
    await page.locator(".reglab-quantity .reglab-number").first().fill("5");
    await page.locator(".reglab-quantity .reglab-number").first().press("Enter");
    await page.waitForFunction(() => document.querySelector('tr[data-method="l2"]')?.textContent?.includes("Led away"));
    expect(await page.locator(".reglab-view-optimizer").textContent()).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("says that the methods land on 0 only where the exact optimum stands there", async () => {
    const page = await start("views: [optimizer]");
    const note = page.locator(".reglab-view-optimizer .reglab-note").first();
    const box = page.locator(".reglab-quantity .reglab-number").nth(1);
    for (const [lambda, zero] of [[2, true], [0.1, false], [0, false], [3, true]] as const) {
      expect(descentProblem(1).exact("proximal", lambda).includes(0)).toBe(zero);
      await box.fill(String(lambda));
      await box.press("Enter");
      await page.waitForFunction((text) => document.querySelector(".reglab-view-optimizer .reglab-note")?.textContent?.includes(text) === true, `λ = ${lambda},`);
      expect(((await note.textContent()) ?? "").includes("land on 0")).toBe(zero);
    }
  });

  test("shows what Adam makes of L2 in the loss, and AdamW of decay apart from it", async () => {
    const page = await start("views: [optimizer]");
    for (const method of ["adam-l2", "adamw"] as const) {
      const texts = await page.locator(`[data-method="${method}"] .reglab-decayed`).allTextContents();
      expect(texts).toEqual((unequalGradients(method).at(-1) ?? []).map((weight) => `w = ${formatNumber(weight)}`));
    }
  });

  test("stands beside a view of a table in one block", async () => {
    const page = await start("data: two\nviews: [weights, optimizer]");
    expect(await page.locator(".reglab-view-weights").count()).toBe(1);
    expect(await page.locator(".reglab-view-optimizer").count()).toBe(1);
    expect(await page.locator(".reglab-controls").count()).toBe(1);
  });
});
