import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { formatNumber } from "../../src/plot/number-format";
import { blockPage } from "../support/block-page";
import { fittedModel, shownWeights } from "../support/fitted";
import { openNote, type Mode, untilFile } from "../support/sandbox";

const fence = (body: string) => `\`\`\`regularization\n${body}\n\`\`\``;
const body = "data: diabetes\nlambda: 0.2\nviews: [formula, geometry, weights, path]";
const note = (...bodies: string[]) => `# Note\n\nBefore.\n\n${bodies.map(fence).join("\n\nBetween.\n\n")}\n\nAfter.\n`;

const pages = blockPage();
const start = (text: string, mode: Mode = "reading") => pages.open({ "Note.md": text, "Other.md": "Elsewhere." }, { mode });

const textOf = (page: Page): Promise<string> => page.evaluate(() => window.sandbox.app.vault.read(window.sandbox.app.vault.getFileByPath("Note.md")));
const summary = (page: Page, nth = 0) => page.locator(".reglab-summary p:not(.reglab-heard)").nth(nth).textContent();
/** What the weights view writes beside each feature for one penalty. */
const written = (page: Page, penalty: string): Promise<Record<string, string>> =>
  page.evaluate((name) => Object.fromEntries([...document.querySelectorAll(".reglab-row")].map((row) => [
    row.getAttribute("data-feature") ?? "", row.querySelector(`.reglab-bar.reglab-${name} .reglab-bar-value`)?.textContent ?? "",
  ])), penalty);
async function type(page: Page, lambda: string): Promise<void> {
  await page.locator(".reglab-number").first().fill(lambda);
  await page.locator(".reglab-number").first().press("Enter");
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

describe("a block", () => {
  for (const mode of ["reading", "live"] as const) {
    test(`is drawn in ${mode} with the engine's own numbers, zeros as exact zeros`, async () => {
      const page = await start(note(body), mode);
      // The errors come when the page has time for them.
      await expect.poll(() => summary(page)).toMatch(/^λ = 0\.2: L1 keeps 4 of 10 features, L2 keeps all 10; cross-validated error 0\.5\d+ against 0\.5\d+\.$/);
      for (const lambda of [0.2, 0.02, 0.5, 0.8, 1.2, 0]) {
        await type(page, String(lambda));
        for (const penalty of ["l1", "l2"]) expect(await written(page, penalty)).toEqual(shownWeights(fittedModel(body), penalty, lambda));
      }
    });
  }

  test("without a body shows L1 against L2 on the diabetes data, keeping five features", async () => {
    const page = await start("```regularization\n```\n");
    expect(await summary(page)).toMatch(/L1 keeps 5 of 10 features, L2 keeps all 10/);
    expect(await page.locator(".reglab-view").count()).toBe(3);
  });

  test("moves all its views by the slider's keys, and 0 is a stop", async () => {
    const page = await start(note(body));
    const slider = page.locator(".reglab-range");
    await slider.focus();
    await slider.press("ArrowLeft");
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>(".reglab-number")?.value !== "0.2");
    const lambda = Number(await page.locator(".reglab-number").inputValue());
    expect(lambda).toBeLessThan(0.2);
    expect(await page.locator(".reglab-cursor-text").first().textContent()).toBe(`λ = ${formatNumber(lambda)}`);
    expect(await page.locator('.reglab-l1 [data-value="lambda"]').textContent()).toBe(formatNumber(lambda));
    expect(await written(page, "l1")).toEqual(shownWeights(fittedModel(body), "l1", lambda));
    await slider.press("Home");
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>(".reglab-number")?.value === "0");
    expect(await written(page, "l1")).toEqual(await written(page, "l2"));
    // Over the gap behind it, and back.
    const number = () => page.locator(".reglab-number").inputValue().then(Number);
    for (const [key, low, high] of [["ArrowRight", 1e-9, 0.01], ["ArrowRight", 1e-9, 0.01], ["ArrowLeft", 1e-9, 0.01], ["ArrowLeft", 0, 0]] as const) {
      const before = await number();
      await slider.press(key);
      await page.waitForFunction((old) => Number(document.querySelector<HTMLInputElement>(".reglab-number")?.value) !== old, before);
      expect(await number()).toBeGreaterThanOrEqual(low);
      expect(await number()).toBeLessThanOrEqual(high);
    }
  });

  test("moves by dragging the cursor of the path, the ball of the geometry, and by the arrow keys on both", async () => {
    const page = await start(note(body));
    const value = async () => Number(await page.locator(".reglab-number").inputValue());
    const cursor = page.locator(".reglab-path .reglab-drag-x > .reglab-hit").first();
    await cursor.scrollIntoViewIfNeeded();
    const box = await cursor.boundingBox();
    if (box === null) throw new Error("no path");
    await page.mouse.move(box.x + box.width * 0.5, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.4, box.y + 10, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => Number(document.querySelector<HTMLInputElement>(".reglab-number")?.value) < 0.1);
    const dragged = await value();
    await page.locator(".reglab-path .reglab-cursor").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((before) => Number(document.querySelector<HTMLInputElement>(".reglab-number")?.value) > before, dragged);

    const grip = page.locator(".reglab-geometry.reglab-l2 .reglab-ball-grip");
    await grip.scrollIntoViewIfNeeded();
    const before = await value();
    await grip.focus();
    await page.keyboard.press("ArrowLeft");
    await page.waitForFunction((old) => Number(document.querySelector<HTMLInputElement>(".reglab-number")?.value) > old, before);
    const at = await grip.boundingBox();
    const centre = await page.locator(".reglab-geometry.reglab-l2 .reglab-axis .reglab-zero").boundingBox();
    if (at === null || centre === null) throw new Error("no ball");
    const smaller = await value();
    await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
    await page.mouse.down();
    await page.mouse.move(at.x + at.width / 2 - 25, at.y + at.height / 2 + 25, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction((old) => Number(document.querySelector<HTMLInputElement>(".reglab-number")?.value) > old, smaller);
  });

  test("marks a feature in all views while it is pointed at, and a term of the formula", async () => {
    const page = await start(note(body));
    await page.locator('.reglab-row[data-feature="bmi"]').hover();
    await page.waitForSelector('.reglab-line.is-marked[data-feature="bmi"]');
    expect(await page.locator('.is-marked:not([data-feature="bmi"])').count()).toBe(0);
    await page.locator('.reglab-term[data-term="loss"]').first().hover();
    await page.waitForSelector(".reglab-contours.is-marked");
  });

  test("plays λ from large to small, pauses, and goes back to where the note has it", async () => {
    const page = await start(note(body));
    const value = async () => Number(await page.locator(".reglab-number").inputValue());
    await type(page, "1");
    await page.locator(".reglab-play").click();
    await page.waitForFunction(() => Number(document.querySelector<HTMLInputElement>(".reglab-number")?.value) < 0.7);
    await page.locator(".reglab-pause").click();
    await page.waitForSelector(".reglab-play");
    const paused = await value();
    await page.waitForTimeout(200);
    expect(await value()).toBe(paused);
    await page.locator(".reglab-reset").click();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>(".reglab-number")?.value === "0.2");
  });

  test("understands a decimal comma and gives back its number after words", async () => {
    const page = await start(note(body));
    await type(page, "0,5");
    expect(await summary(page)).toMatch(/^λ = 0\.5: L1 keeps 3 of 10/);
    await type(page, "many");
    expect(await page.locator(".reglab-number").inputValue()).toBe("0.5");
  });

  test("shows another pair in the geometry, and on made-up data its optimum can be dragged", async () => {
    const page = await start(note("views: [geometry]", "data: two\nviews: [geometry]"));
    await page.locator(".reglab-pair .reglab-select").first().selectOption("bp");
    await page.waitForFunction(() => document.querySelector(".reglab-geometry .reglab-axis-name")?.textContent === "bp");
    const two = page.locator(".reglab-block").nth(1);
    const handle = two.locator(".reglab-optimum.is-movable").first();
    await handle.scrollIntoViewIfNeeded();
    const box = await handle.boundingBox();
    if (box === null) throw new Error("no optimum");
    const before = await two.locator(".reglab-readout").first().textContent();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2 + 40, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction((old) => document.querySelectorAll(".reglab-block")[1]?.querySelector(".reglab-readout")?.textContent !== old, before);
    await handle.focus();
    const at = await handle.getAttribute("aria-valuetext");
    await page.keyboard.press("ArrowUp");
    await page.waitForFunction((old) => document.querySelectorAll(".reglab-block")[1]?.querySelector(".is-movable")?.getAttribute("aria-valuetext") !== old, at);
    expect(await page.locator(".reglab-block").first().locator(".is-movable").count()).toBe(0);
  });

  test("compares at the same training error, at each penalty's best λ, and without a penalty that is switched off", async () => {
    const page = await start(note("lambda: 0.5\nviews: [path]"));
    const lambdas = () => page.locator(".reglab-cursor-text").allTextContents();
    const select = page.locator(".reglab-match select");
    await select.selectOption("fit");
    await page.waitForFunction(() => document.querySelector(".reglab-summary p")?.textContent?.startsWith("Same training error"));
    const model = fittedModel("lambda: 0.5");
    const [l1, l2] = model.fits;
    const own = (await lambdas()).map((text) => Number(text.replace("λ = ", "")));
    expect(own[0]).toBe(0.5);
    const errors = [l1?.weightsAt(own[0] ?? 0), l2?.weightsAt(own[1] ?? 0)].map((weights) => model.trainingError(weights ?? new Float64Array(10)));
    expect(errors[1]).toBeCloseTo(errors[0] ?? 0, 3);
    await select.selectOption("best");
    await page.waitForFunction(() => document.querySelector(".reglab-summary p")?.textContent?.startsWith("Each at its best"));
    const best = await lambdas();
    expect(best[0]).not.toBe(best[1]);
    await page.locator(".reglab-toggle.reglab-l2").click();
    await page.waitForFunction(() => document.querySelectorAll(".reglab-path").length === 1);
    // The last one cannot be switched off.
    await page.locator(".reglab-toggle.reglab-l1").click();
    expect(await page.locator(".reglab-path").count()).toBe(1);
  });

  test("is moved by a link in the note: the nearest, or the one with the name, in reading view and in Live Preview", async () => {
    const text = `${note("lambda: 0.2\nviews: [path]", "lambda: 0.2\nviews: [weights]\nname: other")}\nSee [half](#regularization?lambda=0.5) and [more](#lab:other?lambda=0.9).\n`;
    const page = await start(text);
    await page.locator("a", { hasText: "more" }).first().click();
    await page.waitForFunction(() => document.querySelectorAll<HTMLInputElement>(".reglab-number")[1]?.value === "0.9");
    await page.locator("a", { hasText: "half" }).first().click();
    await page.waitForFunction(() => document.querySelectorAll<HTMLInputElement>(".reglab-number")[1]?.value === "0.5");
    expect(await page.locator(".reglab-number").first().inputValue()).toBe("0.2");
    expect(await textOf(page)).toBe(text);
    await openNote(page, "Note.md", "live");
    await page.locator(".cm-line .cm-link, .cm-line .cm-underline", { hasText: "more" }).first().click();
    await page.waitForFunction(() => document.querySelectorAll<HTMLInputElement>(".reglab-number")[1]?.value === "0.9");
  });

  test("is moved by a link in a second window that was open before the plugin was enabled", async () => {
    const page = await start(note("lambda: 0.2\nviews: [path]") + "\nSee [half](#regularization?lambda=0.5).\n");
    const value = await page.evaluate(async () => {
      const win = await window.sandbox.popout("Note.md", "reading");
      await window.sandbox.disablePlugin();
      await window.sandbox.enablePlugin();
      const inPopout = async <T extends Element>(selector: string): Promise<T> => {
        for (;;) {
          const found = win.document.querySelector<T>(selector);
          if (found !== null) return found;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      };
      await inPopout<HTMLInputElement>(".reglab-number");
      // While the host draws the window anew, a click may still meet what is taken away.
      for (let tries = 0; tries < 20; tries += 1) {
        [...win.document.querySelectorAll("a")].find((link) => link.textContent === "half")?.click();
        await new Promise((resolve) => setTimeout(resolve, 250));
        const now = win.document.querySelector<HTMLInputElement>(".reglab-number")?.value;
        if (now === "0.5") return now;
      }
      return win.document.querySelector<HTMLInputElement>(".reglab-number")?.value;
    });
    expect(value).toBe("0.5");
  });

  test("keeps its height from the first frame on", async () => {
    const page = await start(note(body));
    const heights = await page.evaluate(async () => {
      const seen: number[] = [];
      await window.sandbox.open("Other.md", "reading");
      await window.sandbox.open("Note.md", "reading");
      for (let frame = 0; frame < 12; frame += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const el = document.querySelector(".reglab-block");
        if (el !== null) seen.push(el.getBoundingClientRect().height);
      }
      return seen;
    });
    expect(new Set(heights.map(Math.round)).size).toBe(1);
  });

  test("speaks the language of the settings, of the app, or its own", async () => {
    const page = await start(note(body, `${body}\nlanguage: ko`));
    expect(await summary(page, 1)).toMatch(/^λ = 0\.2: L1은 특성 10개 중 4개를, L2는 10개 모두를 남깁니다\./);
    await page.evaluate(() => window.sandbox.app.plugins.changeDataOutside("regularization-lab", { language: "ko" }));
    expect(await summary(page, 0)).toBe(await summary(page, 1));
  });
});

describe("the state of a block", () => {
  test("survives closing the note, and the editor's taking the block away and drawing it again", async () => {
    const page = await start(note(body, "lambda: 0.3\nviews: [weights]"), "live");
    await type(page, "0.77");
    await page.locator(".cm-line", { hasText: "Before." }).click();
    await page.evaluate(() => {
      const { editor } = window.sandbox.app.workspace.activeLeaf.view;
      editor.setCursor({ line: 5, ch: 0 });
    });
    await page.waitForFunction(() => document.querySelectorAll(".reglab-block").length === 1);
    await page.evaluate(() => window.sandbox.app.workspace.activeLeaf.view.editor.setCursor({ line: 0, ch: 0 }));
    await page.waitForFunction(() => document.querySelectorAll(".reglab-block").length === 2);
    expect(await summary(page, 0)).toMatch(/^λ = 0\.77/);
    expect(await summary(page, 1)).toMatch(/^λ = 0\.3/);
    await openNote(page, "Other.md");
    await openNote(page, "Note.md", "reading");
    await page.waitForSelector(".reglab-block");
    expect(await summary(page, 0)).toMatch(/^λ = 0\.77/);
    expect(await textOf(page)).toBe(note(body, "lambda: 0.3\nviews: [weights]"));
  });

  test("is written to the note only by Save λ, as one edit that can be undone", async () => {
    const page = await start(note(body), "live");
    await type(page, "0.5");
    await page.locator(".reglab-save").click();
    await page.waitForFunction(() => window.sandbox.app.workspace.activeLeaf.view.editor.getValue().includes("lambda: 0.5\n"));
    await page.waitForSelector(".notice");
    expect(await page.evaluate(() => window.sandbox.app.workspace.activeLeaf.view.editor.getValue() as string)).toBe(note(body.replace("0.2", "0.5")));
    await page.evaluate(() => window.sandbox.app.workspace.activeLeaf.view.editor.undo());
    expect(await page.evaluate(() => window.sandbox.app.workspace.activeLeaf.view.editor.getValue() as string)).toBe(note(body));
  });

  test("is written whole by Save view, as one edit that can be undone", async () => {
    const page = await start(note(body), "live");
    const text = () => page.evaluate(() => window.sandbox.app.workspace.activeLeaf.view.editor.getValue() as string);
    await type(page, "0.5");
    await page.locator(".reglab-toggle.reglab-l2").click();
    await page.locator(".reglab-more").click();
    await page.locator(".menu-item", { hasText: "Save view to the note" }).click();
    await page.waitForSelector(".notice");
    expect(await text()).toBe(note(`${body.replace("0.2", "0.5")}\npenalties: [l1]`));
    await page.evaluate(() => window.sandbox.app.workspace.activeLeaf.view.editor.undo());
    expect(await text()).toBe(note(body));
  });

  for (const info of ["ok", "null", "stale"] as const) {
    test(`is written into the right one of two blocks in reading view when the host's section info is ${info}`, async () => {
      const page = await start(note(body, "lambda: 0.3\nviews: [weights]"));
      await page.evaluate((mode) => {
        window.sandbox.sectionInfo = mode;
      }, info);
      const second = page.locator(".reglab-block").nth(1);
      await second.locator(".reglab-number").fill("0.9");
      await second.locator(".reglab-number").press("Enter");
      await second.locator(".reglab-save").click();
      await untilFile(page, "Note.md", (text) => text.includes("lambda: 0.9"));
      expect(await textOf(page)).toBe(note(body, "lambda: 0.9\nviews: [weights]"));
    });
  }

  test("is not written where two equal blocks cannot be told apart, nor where the fence is another by now", async () => {
    const page = await start(note(body, body));
    await page.evaluate(() => {
      window.sandbox.sectionInfo = "null";
    });
    await type(page, "0.5");
    await page.locator(".reglab-save").first().click();
    await page.waitForSelector(".notice");
    expect(await textOf(page)).toBe(note(body, body));
  });
});

describe("a block that lets its reader guess", () => {
  test("shows its views once someone has guessed, and says what was right", async () => {
    const page = await start(note("lambda: 0.2\nviews: [path]\npredict: true"));
    expect(await page.locator(".reglab-view, .reglab-summary").count()).toBe(0);
    const guess = page.locator(".reglab-guess");
    expect(await guess.locator("p").textContent()).toContain("which weight does L1 set to exactly 0 first?");
    // The engine's own answer: the smallest λ at which a weight of the lasso becomes 0.
    const lasso = fittedModel("lambda: 0.2").fits[0];
    const features = fittedModel("lambda: 0.2").features;
    const knots = [...(lasso?.knots ?? [])].filter((knot) => knot > 0).sort((a, b) => a - b);
    const first = knots.map((knot) => features.find((_, j) => lasso?.weightsAt(knot * 0.999)[j] !== 0 && Math.abs(lasso?.weightsAt(knot * 1.001)[j] ?? 1) < 1e-12)).find((name) => name !== undefined);
    await guess.getByRole("button", { name: "bmi", exact: true }).focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(".reglab-guess-result").textContent()).toMatch(new RegExp(`^First is ${first ?? "?"}, at λ = .*bmi, your guess, follows at λ = 1\\.17`));
    expect(await page.locator(".reglab-view").count()).toBe(1);
    expect(await page.locator(".reglab-guess").count()).toBe(0);
  });

  test("shows them at once to those who would rather see, where nothing can be guessed, and on paper", async () => {
    const page = await start(`${note("views: [weights]\npredict: true")}${note("views: [weights]\npredict: true\npenalties: [l2]")}`);
    expect(await page.locator(".reglab-view").count()).toBe(1);
    await page.getByRole("button", { name: "Show me" }).click();
    expect(await page.locator(".reglab-view").count()).toBe(2);
    expect(await page.locator(".reglab-guess-result").count()).toBe(0);
  });
});

describe("on paper", () => {
  test("a block is whole, still, in light colours and with λ in words", async () => {
    const page = await start(note(body));
    await type(page, "0.5");
    const seen = await page.evaluate(async () => {
      window.sandbox.setTheme("dark");
      const el = await window.sandbox.print("Note.md");
      const block = el.querySelector(".reglab-block");
      const answer = {
        sentence: block?.querySelector(".reglab-summary p")?.textContent,
        operated: block?.querySelectorAll("button, input, select, [tabindex], [role=slider]").length,
        plots: block?.querySelectorAll("svg.reglab-plot").length,
        rasters: block?.querySelectorAll("canvas, img").length,
        ink: block === null ? "" : getComputedStyle(block).color,
      };
      window.sandbox.printDone();
      return answer;
    });
    expect(seen).toMatchObject({ operated: 0, plots: 5, rasters: 0, ink: "rgb(26, 26, 26)" });
    expect(seen.sentence).toMatch(/^λ = 0\.5: L1 keeps 3 of 10/);
  });
});
