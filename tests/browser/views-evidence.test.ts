import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { errorAt, type ErrorCurve } from "../../src/demo/curves";
import { formatLambda } from "../../src/demo/format-lambda";
import { halfSamples } from "../../src/demo/half-samples";
import { emptyHalfWeights, halfWeightsAt } from "../../src/demo/half-weights";
import type { Model } from "../../src/demo/model";
import { percent } from "../../src/demo/views/percent";
import { sizeFigures } from "../../src/demo/views/table-figures";
import { formatNumber, roundSignificant } from "../../src/plot/number-format";
import { finish } from "../../src/regression/steps";
import { blockPage, noteOf } from "../support/block-page";
import { fittedModel } from "../support/fitted";

const pages = blockPage();
const start = (body: string) => pages.open({ "Note.md": noteOf(body) });

async function type(page: Page, lambda: number): Promise<void> {
  await page.locator(".reglab-number").fill(String(lambda));
  await page.locator(".reglab-number").press("Enter");
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
const lambdaOf = async (page: Page) => Number(await page.locator(".reglab-number").inputValue());
const moved = (page: Page, from: number) => page.waitForFunction((before) => Number(document.querySelector<HTMLInputElement>(".reglab-number")?.value) !== before, from);
const fitOf = (model: Model, penalty: string) => {
  const fit = model.fits.find((other) => other.penalty === penalty);
  if (fit === undefined) throw new Error(`no ${penalty}`);
  return fit;
};
const curveOf = (model: Model, penalty: "l1" | "l2"): ErrorCurve => {
  void model.curves.want();
  const curve = model.curves.of(penalty);
  if (curve === null) throw new Error("no curve");
  return curve;
};
const countOf = (weights: Float64Array) => weights.filter((weight) => weight !== 0).length;

describe("the error view", () => {
  const body = "data: diabetes\nlambda: 0.2\nviews: [error]";

  test("says the engine's errors at every λ, and moves by its buttons, its cursor and the arrow keys", async () => {
    const page = await start(body);
    const model = fittedModel(body);
    await page.waitForSelector(".reglab-best");
    const expectErrors = async (penalty: "l1" | "l2", lambda: number) => {
      const { mean, standardError } = errorAt(curveOf(model, penalty), lambda);
      const training = formatNumber(model.trainingError(fitOf(model, penalty).weightsAt(lambda)));
      const index = penalty === "l1" ? 0 : 1;
      expect(await page.locator(".reglab-error-reading").nth(index).textContent()).toBe(`training ${training} · cross-validated ${formatNumber(mean)} ± ${formatNumber(standardError)}`);
    };
    for (const lambda of [0.2, 0.02, 0.8]) {
      await type(page, lambda);
      for (const penalty of ["l1", "l2"] as const) await expectErrors(penalty, lambda);
    }
    const best = page.locator(".reglab-jump").first();
    expect(await best.textContent()).toBe(`best ${formatLambda(curveOf(model, "l1").best)}`);
    await best.focus();
    await page.keyboard.press("Enter");
    await moved(page, 0.8);
    expect(await lambdaOf(page)).toBe(roundSignificant(curveOf(model, "l1").best));

    const cursor = page.locator(".reglab-error .reglab-cursor").nth(1);
    await cursor.focus();
    await page.keyboard.press("ArrowRight");
    await moved(page, roundSignificant(curveOf(model, "l1").best));
    await expectErrors("l2", await lambdaOf(page));
    await page.waitForFunction((wanted) => document.querySelectorAll(".reglab-error .reglab-cursor")[1]?.getAttribute("aria-valuenow") === wanted, String(await lambdaOf(page)));
    expect(await cursor.getAttribute("aria-valuetext")).toContain("cross-validated");

    const plot = page.locator(".reglab-error .reglab-drag-x > .reglab-hit").first();
    await plot.scrollIntoViewIfNeeded();
    const box = await plot.boundingBox();
    if (box === null) throw new Error("no plot");
    const before = await lambdaOf(page);
    await page.mouse.move(box.x + box.width * 0.7, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 30, { steps: 4 });
    await page.mouse.up();
    await moved(page, before);
    await expectErrors("l1", await lambdaOf(page));
  });

  test("has no cross-validated error at the stop 0, and names hardly any overfitting on the diabetes data", async () => {
    const page = await start(body);
    await page.waitForSelector(".reglab-best");
    await type(page, 0);
    expect(await page.locator(".reglab-error-reading").first().textContent()).toBe(`training ${formatNumber(fittedModel(body).trainingError(fitOf(fittedModel(body), "l1").weightsAt(0)))}`);
    expect(await page.locator(".reglab-zones").first().textContent()).toBe("hardly overfitsunderfits");
  });
});

describe("the interpret view", () => {
  test("marks every feature as the engine has it, and lists the largest in order", async () => {
    const body = "data: diabetes\nlambda: 0.2\nviews: [interpret]";
    const page = await start(body);
    const model = fittedModel(body);
    for (const lambda of [0.2, 0.5, 0.02]) {
      await type(page, lambda);
      for (const [index, penalty] of ["l1", "l2"].entries()) {
        const weights = fitOf(model, penalty).weightsAt(lambda);
        const panel = page.locator(".reglab-view-interpret .reglab-panel").nth(index);
        expect(await panel.locator(".reglab-fate-count").textContent()).toBe(`kept ${countOf(weights)} of 10`);
        expect(await panel.locator(".reglab-fate-marks .is-found").count()).toBe(countOf(weights));
        const order = [...weights.keys()].filter((j) => weights[j] !== 0).sort((a, b) => Math.abs(weights[b] ?? 0) - Math.abs(weights[a] ?? 0)).slice(0, 8);
        const rows = await panel.locator(".reglab-largest li:not(.is-empty)").allTextContents();
        expect(rows).toEqual(order.map((j) => `${model.features[j] ?? ""}${formatNumber(weights[j] ?? 0)}`));
      }
    }
    expect(await page.locator(".reglab-view-interpret > .reglab-note").textContent()).toContain("Nobody knows");
  });
});

describe("the stability view", () => {
  test("counts over the same halves as the engine, moves with λ, and its button shows the next half", async () => {
    const body = "data: diabetes\nlambda: 0.2\nviews: [stability]";
    const page = await start(body);
    const model = fittedModel(body);
    if (model.problem === undefined) throw new Error("no rows");
    const halves = finish(halfSamples({ problem: model.problem, penalties: ["l1", "l2"], mix: 0.5, standardize: true, seed: 1 }));
    await page.waitForSelector(".reglab-half button");
    for (const lambda of [0.2, 0.05, 0.6]) {
      await type(page, lambda);
      for (const [index, penalty] of (["l1", "l2"] as const).entries()) {
        const { kept } = halfWeightsAt(halves, penalty, lambda, emptyHalfWeights(10, halves.length));
        const shown = await page.locator(".reglab-view-stability .reglab-panel").nth(index).locator(".reglab-stability-row").evaluateAll((rows) =>
          rows.map((row) => [row.getAttribute("data-feature"), row.querySelector(".reglab-bar-value")?.textContent]));
        expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(model.features.map((name, j) => [name, percent(kept[j] ?? NaN)])));
      }
    }
    const places = () => page.locator(".reglab-this-half").evaluateAll((marks) => marks.map((mark) => mark.getAttribute("transform")).join(" "));
    const first = await places();
    await page.locator(".reglab-half button").click();
    expect(await page.locator(".reglab-half > span").first().textContent()).toBe("half 2 of 60 (seed 2)");
    expect(await places()).not.toBe(first);
  });
});

describe("the table view", () => {
  test("measures on these data, moves with λ, and marks what each statement rests on", async () => {
    const body = "data: diabetes\nlambda: 0.2\nviews: [table]";
    const page = await start(body);
    const model = fittedModel(body);
    const figure = (name: string, index: number) => page.locator(`[data-figure="${name}"][data-solution="${index}"]`).first().textContent();
    for (const lambda of [0.2, 0.5]) {
      await type(page, lambda);
      const [l1, l2] = ["l1", "l2"].map((penalty) => fitOf(model, penalty).weightsAt(lambda)) as [Float64Array, Float64Array];
      expect(await figure("zeros", 0)).toBe(`${10 - countOf(l1)} of 10 are exactly 0`);
      expect(await figure("zeros", 1)).toBe("none of 10 is exactly 0");
      const { largest, median } = sizeFigures(l2);
      expect(await figure("sizes", 1)).toBe(`largest |w| ${formatNumber(largest)}, median ${formatNumber(median)}`);
    }
    expect(await page.locator("[data-figure=against]").first().textContent()).toContain("no better and no worse than L2 here");
    expect(await page.getByRole("rowheader").allTextContents()).toEqual(["Definition", "Weight distribution", "Feature selection", "Regression model", "Advantage", "Drawback"]);
    expect(await page.locator(".reglab-statement:not(:has(.reglab-tag))").count()).toBe(0);
  });
});

describe("the verdict view", () => {
  test("finds no clear difference for predicting the diabetes data, the fewest features with L1, and says so for the aim chosen", async () => {
    const body = "data: diabetes\nviews: [verdict]";
    const page = await start(body);
    const model = fittedModel(body);
    await page.waitForSelector(".reglab-answer");
    expect(await page.locator(".reglab-answer").textContent()).toBe("No clear difference between L1 and L2.");
    const cells = await page.locator(".reglab-figures tbody tr").nth(1).locator("td").allTextContents();
    expect(cells).toEqual((["l1", "l2"] as const).map((penalty) => {
      const { mean, standardError } = errorAt(curveOf(model, penalty), curveOf(model, penalty).best);
      return `${formatNumber(mean)} ± ${formatNumber(standardError)}`;
    }));
    await page.locator(".reglab-view-verdict select").selectOption("few");
    await page.waitForFunction(() => document.querySelector(".reglab-answer")?.textContent?.startsWith("Fewest features: L1"));
    await page.locator(".reglab-view-verdict select").selectOption("stable");
    await page.waitForFunction(() => /from half to half/.test(document.querySelector(".reglab-reason")?.textContent ?? ""));
  });

  test("takes its aim from the block", async () => {
    const page = await start("data: diabetes\nviews: [verdict]\naim: few");
    await page.waitForSelector(".reglab-answer");
    expect(await page.locator(".reglab-answer").textContent()).toMatch(/^Fewest features: L1, with \d of 10\.$/);
  });
});

describe("on paper", () => {
  test("these views are whole: curves, halves and verdict are there at once, and nothing is operated", async () => {
    const page = await start("data: diabetes\nlambda: 0.2\nviews: [error, interpret, stability, table, verdict]\naim: stable");
    const seen = await page.evaluate(async () => {
      const el = await window.sandbox.print("Note.md");
      const block = el.querySelector(".reglab-block");
      const answer = {
        operated: block?.querySelectorAll("button, input, select, [tabindex], [role=slider]").length,
        bands: block?.querySelectorAll(".reglab-clip .reglab-band").length,
        shares: [...(block?.querySelectorAll(".reglab-stability .reglab-bar-value") ?? [])].filter((text) => text.textContent !== "").length,
        verdict: block?.querySelector(".reglab-answer")?.textContent,
      };
      window.sandbox.printDone();
      return answer;
    });
    expect(seen).toMatchObject({ operated: 0, bands: 2, shares: 20 });
    expect(seen.verdict).toBeTruthy();
  });
});
