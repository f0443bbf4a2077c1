import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Model } from "../../src/demo/model";
import { withMovedPoints } from "../../src/demo/moved-points";
import { gapOf, slopesOf } from "../../src/demo/views/slopes";
import { formatNumber } from "../../src/plot/number-format";
import { blockPage, noteOf } from "../support/block-page";
import { fittedModel } from "../support/fitted";

const pages = blockPage();
const start = (body: string) => pages.open({ "Note.md": noteOf(body) });

const frames = (page: Page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
async function type(page: Page, lambda: number): Promise<void> {
  await page.locator(".reglab-number").fill(String(lambda));
  await page.locator(".reglab-number").press("Enter");
  await frames(page);
}
const lambdaOf = async (page: Page) => Number(await page.locator(".reglab-number").inputValue());
const weightsOf = (model: Model, penalty: string, lambda: number) => {
  const weights = model.fits.find((fit) => fit.penalty === penalty)?.weightsAt(lambda);
  if (weights === undefined) throw new Error(`no ${penalty}`);
  return weights;
};

describe("the distribution view", () => {
  test("counts the engine's exact zeros at every λ, one mark for every weight", async () => {
    const body = "data: diabetes\nlambda: 0.2\nviews: [distribution]";
    const page = await start(body);
    const model = fittedModel(body);
    for (const lambda of [0.2, 0.02, 0.8, 1.2]) {
      await type(page, lambda);
      for (const penalty of ["l1", "l2"]) {
        const zeros = weightsOf(model, penalty, lambda).filter((weight) => weight === 0).length;
        const panel = page.locator(`.reglab-view-distribution .reglab-${penalty}`).filter({ has: page.locator(".reglab-distribution") });
        expect(await panel.locator(".reglab-bin.is-zero .reglab-bin-count").textContent()).toBe(zeros === 0 ? "" : String(zeros));
        expect(await panel.locator(".reglab-bin-mark").count()).toBe(10);
        expect(await panel.locator(".reglab-bin-mark.is-zero").count()).toBe(zeros);
        expect(await panel.locator(".reglab-distribution-reading").textContent()).toMatch(zeros === 0 ? /^none of 10 exactly 0 · √Σw² is \d+%/ : new RegExp(`^${zeros} of 10 exactly 0`));
      }
    }
    await page.locator(".reglab-bin-mark").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForSelector(`.reglab-bin-mark.is-marked[data-feature="${model.features[1] ?? ""}"]`);
  });

  test("counts hundreds of weights in bars that add up to all of them", async () => {
    const page = await start("data: wide\nviews: [distribution]");
    for (const panel of await page.locator(".reglab-view-distribution .reglab-panel").all()) {
      const counts = await panel.locator(".reglab-bin-count").allTextContents();
      expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(400);
    }
  });
});

describe("the threshold view", () => {
  test("moves λ by the edge of the dead zone, which is λ/2, and says where a feature ends up", async () => {
    const body = "data: orthonormal\nlambda: 0.3\nviews: [threshold]";
    const page = await start(body);
    const model = fittedModel(body);
    const name = () => page.locator(".reglab-dead-zone-name").textContent();
    expect(await name()).toBe("L1 dead zone: |w| ≤ λ/2 = 0.15");
    expect(await page.locator(".reglab-threshold-words .reglab-note").textContent()).toMatch(/every mark lies on its curve \(largest distance (0|\de−1[5-9])\)/);

    const handle = page.locator(".reglab-dead-zone-handle");
    await handle.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => Number(document.querySelector<HTMLInputElement>(".reglab-number")?.value) > 0.3);
    const byKey = await lambdaOf(page);
    expect(await name()).toContain(`= ${formatNumber(byKey / 2)}`);

    const grip = await handle.locator(".reglab-grip").boundingBox();
    if (grip === null) throw new Error("no handle");
    const at = { x: grip.x + grip.width / 2, y: grip.y + grip.height / 2 };
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 30, at.y, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction((before) => Number(document.querySelector<HTMLInputElement>(".reglab-number")?.value) > before, byKey);
    await frames(page);
    const dragged = await lambdaOf(page);
    expect(await name()).toContain(`= ${formatNumber(dragged / 2)}`);

    // A λ whose half leaves no weight on the edge between two rounded numbers.
    await type(page, 0.47);
    const feature = model.features[0] ?? "";
    await page.locator(`.reglab-threshold-feature[data-feature="${feature}"]`).focus();
    const [l1, l2] = ["l1", "l2"].map((penalty) => formatNumber(weightsOf(model, penalty, 0.47)[0] ?? NaN));
    expect(await page.locator(".reglab-threshold-reading").textContent()).toBe(`${feature}: w = ${formatNumber(weightsOf(model, "l1", 0)[0] ?? NaN)} → L1 ${l1}, L2 ${l2}`);
  });

  test("says on correlated data that weights need not lie on the curves", async () => {
    const page = await start("data: diabetes\nviews: [threshold]");
    expect(await page.locator(".reglab-threshold-words .reglab-note").textContent()).toContain("these features are correlated (|r| up to 0.897)");
  });
});

describe("the proof view", () => {
  test("shows the engine's slopes: zeros within the bound, kept weights on it, at every λ", async () => {
    const body = "data: diabetes\nlambda: 0.2\npenalties: [l1, elastic-net, l2]\nviews: [proof]";
    const page = await start(body);
    const model = fittedModel(body);
    for (const lambda of [0.2, 0.05, 0.6]) {
      await type(page, lambda);
      for (const penalty of ["l1", "elastic-net", "l2"] as const) {
        const weights = weightsOf(model, penalty, lambda);
        const slopes = slopesOf(model.moments, weights);
        const panel = page.locator(`.reglab-view-proof .reglab-${penalty}`).filter({ has: page.locator(".reglab-proof") });
        const shown = await panel.locator(".reglab-proof-row").evaluateAll((rows) => rows.map((row) => [row.getAttribute("data-feature"), [row.querySelector(".reglab-bar-value")?.textContent, row.classList.contains("is-zero")]] as const));
        expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(model.features.map((feature, j) => [feature, [formatNumber(Math.abs(slopes[j] ?? NaN)), weights[j] === 0]])));
        if (model.problem === undefined) throw new Error("no rows");
        const { objective } = gapOf(model.problem, weights, { penalty, lambda, mix: 0.5 });
        const said = (await panel.locator(".reglab-proof-gap").textContent()) ?? "";
        expect(said).toContain(`MSE + λ·penalty = ${formatNumber(objective, 4)}. Duality gap `);
        expect(said).toMatch(/Duality gap (0|\d(\.\d)?e−\d\d):/);
      }
    }
    await type(page, 0.2);
    await page.locator('.reglab-proof-row[data-feature="sex"]').first().hover();
    const sex = formatNumber(Math.abs(slopesOf(model.moments, weightsOf(model, "l1", 0.2))[model.features.indexOf("sex")] ?? NaN));
    expect(await page.locator(".reglab-because").first().textContent()).toBe(`sex is 0 because ${sex} ≤ 0.2.`);
  });

  test("without λ has one 0 on its scale and no bound; with λ they come back", async () => {
    const page = await start("data: diabetes\nlambda: 0.2\nviews: [proof]");
    const scale = () => page.locator(".reglab-proof").first().locator(".reglab-proof-tick").allTextContents();
    const bound = page.locator(".reglab-bound").first();
    expect((await scale()).filter((text) => text !== "").length).toBeGreaterThan(1);
    await type(page, 0);
    expect((await scale()).filter((text) => text !== "")).toEqual(["0"]);
    await bound.waitFor({ state: "hidden" });
    await type(page, 0.1);
    expect((await scale()).filter((text) => text !== "").length).toBeGreaterThan(1);
    expect(await bound.getAttribute("visibility")).toBe("visible");
  });
});

describe("the fit view", () => {
  const body = "data: curve\nlambda: 0.05\nviews: [fit, weights]";
  const errors = (page: Page) => page.locator(".reglab-fit-errors > span > span:last-child").allTextContents();
  const expected = (model: Model, lambda: number) => {
    const said = (["l1", "l2"] as const).map((penalty) => {
      const weights = weightsOf(model, penalty, lambda);
      return `training error ${formatNumber(model.trainingError(weights))} · kept ${weights.filter((weight) => weight !== 0).length} of 9`;
    });
    return [...said, `training error ${formatNumber(model.trainingError(weightsOf(model, "l1", 0)))}`];
  };

  test("says the engine's training errors, and follows points moved by key and by pointer until they are put back", async () => {
    const page = await start(body);
    const model = fittedModel(body);
    for (const lambda of [0.05, 0.005, 0.5]) {
      await type(page, lambda);
      expect(await errors(page)).toEqual(expected(model, lambda));
    }
    await type(page, 0.05);
    const curve = () => page.locator(".reglab-curve.reglab-l1").getAttribute("d");
    const before = await curve();
    const point = page.locator(".reglab-point").first();
    await point.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowUp");
    await page.waitForFunction((old) => document.querySelector(".reglab-curve.reglab-l1")?.getAttribute("d") !== old, before);
    const y = await page.locator(".reglab-point").evaluateAll((points) => points.map((el) => Number(el.getAttribute("aria-valuenow"))));

    const third = await page.locator(".reglab-point-mark").nth(5).boundingBox();
    if (third === null) throw new Error("no point");
    const byKey = await curve();
    await page.mouse.move(third.x + third.width / 2, third.y + third.height / 2);
    await page.mouse.down();
    await page.mouse.move(third.x + third.width / 2, third.y + 60, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction((old) => document.querySelector(".reglab-curve.reglab-l1")?.getAttribute("d") !== old, byKey);
    await frames(page);
    const now = await page.locator(".reglab-point").evaluateAll((points) => points.map((el) => Number(el.getAttribute("aria-valuenow"))));
    expect(now.filter((value, i) => value !== y[i])).toHaveLength(1);

    const { scaling, x } = model.problem ?? (() => { throw new Error("no rows"); })();
    const order = Array.from({ length: x.rows }, (_, i) => i).sort((i, j) => (x.values[i] ?? 0) - (x.values[j] ?? 0));
    const points = new Array<number>(x.rows).fill(NaN);
    order.forEach((row, place) => (points[row] = ((now[place] ?? NaN) - scaling.targetMean) / scaling.targetScale));
    const moved = withMovedPoints(model, points);
    // The page says three digits of points that the data have with more.
    for (const [i, said] of (await errors(page)).entries()) {
      const [, error] = /training error ([\d.]+)/.exec(said) ?? [];
      expect(Number(error)).toBeCloseTo(Number(/training error ([\d.]+)/.exec(expected(moved, 0.05)[i] ?? "")?.[1]), 2);
    }
    await page.locator(".reglab-put-back").click();
    await page.waitForFunction((old) => document.querySelector(".reglab-curve.reglab-l1")?.getAttribute("d") === old, before);
    expect(await errors(page)).toEqual(expected(model, 0.05));
  });

  test("never moves real data, and says which data have powers where there are none", async () => {
    const page = await start("data: diabetes\nfeatures: [bmi]\nviews: [fit]");
    expect(await page.locator(".reglab-point").count()).toBe(442);
    expect(await page.locator(".reglab-view-fit [tabindex]").count()).toBe(0);
    await pages.close();
    const other = await start("data: diabetes\nviews: [fit]");
    expect(await other.locator(".reglab-view-fit .reglab-note").textContent()).toContain("With data: curve it has them.");
  });
});

describe("on paper", () => {
  test("these views are whole, and nothing is operated", async () => {
    const page = await start("data: curve\nlambda: 0.05\nviews: [distribution, fit, threshold, proof]");
    const seen = await page.evaluate(async () => {
      const el = await window.sandbox.print("Note.md");
      const block = el.querySelector(".reglab-block");
      const answer = {
        operated: block?.querySelectorAll("button, input, select, [tabindex], [role=slider]").length,
        curves: [...(block?.querySelectorAll(".reglab-curve") ?? [])].filter((path) => (path.getAttribute("d") ?? "").length > 500).length,
        gaps: [...(block?.querySelectorAll(".reglab-proof-gap") ?? [])].filter((text) => text.textContent?.includes("Duality gap")).length,
        marks: block?.querySelectorAll(".reglab-bin-mark[transform]").length,
      };
      window.sandbox.printDone();
      return answer;
    });
    expect(seen).toEqual({ operated: 0, curves: 2, gaps: 2, marks: 18 });
  });
});
