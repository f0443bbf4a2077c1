import type { Page } from "playwright-core";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { fittedModel } from "../support/fitted";
import { closeBrowser, errorsOf, inWebkit, openBrowser, openNote, openSandbox, type OpenSandbox } from "../support/sandbox";
import { isThere, run } from "../demo/export/programs";

const fence = (body: string) => `\`\`\`regularization\n${body}\n\`\`\``;
const body = "data: diabetes\nlambda: 0.2\npenalties: [l1, elastic-net, l2]\nviews: [weights, geometry, path, table]";

let sandbox: OpenSandbox | undefined;
async function start(text: string, query = ""): Promise<Page> {
  sandbox = await openSandbox({ files: { "Notes/Note.md": `# Note\n\n${text}\n` }, query, height: 1800 });
  const { page } = sandbox;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openNote(page, "Notes/Note.md");
  await page.waitForSelector(".reglab-summary p:not(:empty)");
  // The cross-validated errors come after the first drawing.
  await page.waitForTimeout(500);
  return page;
}
afterEach(async () => {
  if (sandbox !== undefined) expect(await errorsOf(sandbox.page)).toEqual([]);
  await sandbox?.close();
  sandbox = undefined;
});
afterAll(closeBrowser);

async function choose(page: Page, entry: string): Promise<void> {
  await page.click(".reglab-more");
  await page.locator(".menu-item", { hasText: entry }).click();
}
/** Chooses and waits for what the host says of it. */
async function chosen(page: Page, entry: string): Promise<string> {
  const before = await page.locator(".notice").count();
  await choose(page, entry);
  await page.waitForFunction((count) => document.querySelectorAll(".notice").length > count, before);
  return (await page.locator(".notice").last().textContent()) ?? "";
}
const read = (page: Page, path: string): Promise<string> =>
  page.evaluate((file) => window.sandbox.app.vault.read(window.sandbox.app.vault.getFileByPath(file)), path);
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Share of pixels of two PNG pictures that differ visibly; 1 where their sizes differ. */
function difference(page: Page, pictures: readonly Buffer[]): Promise<number> {
  return page.evaluate(async (sources) => {
    const [one, other] = await Promise.all(sources.map(async (source) => {
      const image = new Image();
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      return context?.getImageData(0, 0, image.width, image.height);
    }));
    if (one === undefined || other === undefined || one.data.length !== other.data.length) return 1;
    let apart = 0;
    for (let at = 0; at < one.data.length; at += 4) {
      if ([0, 1, 2].some((channel) => Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)) > 64)) apart += 1;
    }
    return apart / (one.data.length / 4);
  }, pictures.map((picture) => picture.toString("base64")));
}

describe("a picture of a block", () => {
  for (const theme of ["light", "dark"] as const) {
    test.skipIf(inWebkit)(`is saved beside the note as one SVG that looks like the block in the ${theme} theme`, async () => {
      const page = await start(fence(body));
      await page.evaluate((name) => window.sandbox.setTheme(name), theme);
      expect(await chosen(page, "Save SVG")).toBe("Saved Notes/diabetes lambda 0.2.svg");
      expect(await chosen(page, "Save SVG")).toBe("Saved Notes/diabetes lambda 0.2 1.svg");
      const svg = await read(page, "Notes/diabetes lambda 0.2.svg");
      expect(/\s(?:class|style|on\w+)=|var\(|color-mix|href|<script|<foreignObject/.exec(svg)?.[0]).toBeUndefined();
      for (const text of ["Diabetes: predicting progression", "Weights", "Where loss meets penalty", "Every weight as λ grows", "elastic net", "λ = 0.2: L1 keeps 4 of 10 features"]) expect(svg.includes(text), text).toBe(true);

      const block = page.locator(".reglab-block");
      await page.mouse.move(0, 0);
      await block.evaluate((el) => el.classList.add("is-pictured"));
      // The sandbox's bars may lie over a block that is higher than the page.
      const size = await block.boundingBox();
      await page.setViewportSize({ width: 1200, height: Math.ceil((size?.height ?? 0) + 400) });
      const seen = await block.screenshot({ animations: "disabled" });
      const elsewhere = await (await openBrowser()).newPage({ viewport: { width: Math.ceil(size?.width ?? 0), height: Math.ceil(size?.height ?? 0) } });
      await elsewhere.setContent(`<body style="margin:0">${svg.replace("<svg", '<svg style="display:block"')}`);
      const drawn = await elsewhere.locator("svg").first().screenshot();
      await elsewhere.close();
      // Letters fall on other fractions of a pixel, and formulas are in another type.
      expect(await difference(page, [seen, drawn])).toBeLessThan(0.02);
    });
  }

  test.skipIf(inWebkit)("is copied as PNG with two pixels for each CSS pixel", async () => {
    const page = await start(fence(body));
    expect(await chosen(page, "Copy image")).toBe("The image is copied.");
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const image = await createImageBitmap((await item?.getType("image/png")) as Blob);
      return [item?.types, image.width];
    });
    const width = await page.locator(".reglab-block").evaluate((el) => Math.ceil(el.getBoundingClientRect().width));
    expect(copied).toEqual([["image/png"], 2 * width]);
  });

  test("becomes a file where the clipboard takes no pictures, and a sentence says why where it refuses", async () => {
    const page = await start(fence("views: [weights]\nlambda: 0.2"));
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error("not allowed here"));
    });
    expect(await chosen(page, "Copy image")).toBe("Nothing was copied: not allowed here");
    await page.evaluate(() => {
      Reflect.deleteProperty(window, "ClipboardItem");
      window.sandbox.app.vault.createBinary = async (path: string, content: ArrayBuffer) => {
        const signature = [...new Uint8Array(content).subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join("");
        await window.sandbox.app.vault.create(`${path}.txt`, signature);
      };
    });
    expect(await chosen(page, "Copy image")).toBe("Saved Notes/diabetes lambda 0.2.png");
    expect(await read(page, "Notes/diabetes lambda 0.2.png.txt")).toBe("PNG");
  });

  test("leaves the block as it was", async () => {
    const page = await start(fence(body));
    const before = await page.locator(".reglab-block").evaluate((el) => el.outerHTML);
    await chosen(page, "Save SVG");
    // Where the menu was, the pointer now lies on a feature.
    await page.mouse.move(0, 0);
    const after = await page.locator(".reglab-block").evaluate((el) => el.outerHTML);
    expect(after.length).toBe(before.length);
    const at = [...before].findIndex((letter, i) => letter !== after[i]);
    expect(after.slice(at, at + 200)).toBe(before.slice(at, at + 200));
  });
});

describe("data and code", () => {
  test("are in the menu in the note's language", async () => {
    const page = await start(fence(body), "lang=ko");
    await page.click(".reglab-more");
    const entries = await page.locator(".menu-item").allTextContents();
    expect(entries.slice(3)).toEqual(["실험실에서 열기", "이미지 복사", "SVG로 저장", "데이터 복사", "가중치 복사", "scikit-learn 코드로 복사", "glmnet 코드로 복사", "PyTorch 코드로 복사"]);
  });

  for (const [library, match] of [["scikit-learn", "best"], ["glmnet", "fit"], ["PyTorch", "lambda"]] as const) {
    const language = library === "PyTorch" ? "pytorch" : library;
    test.skipIf(inWebkit || !isThere(language))(`copied for ${library} give the block's own weights, each penalty at its own λ (${match})`, async () => {
      const text = `${body}\nmatch: ${match}`;
      const page = await start(fence(text));
      expect(await chosen(page, "Copy data")).toContain("diabetes.csv");
      const data = await clipboard(page);
      expect(await chosen(page, `Copy as ${library} code`)).toContain("diabetes.csv");
      const [printed = {}] = run(language, [{ code: await clipboard(page), files: { "diabetes.csv": data } }]);
      const { fits } = fittedModel(text);
      const titles = Object.keys(printed);
      expect(titles.length).toBe(3);
      titles.forEach((title, k) => {
        const lambda = Number(/lambda = ([^,]+)/.exec(title)?.[1]);
        fits[k]?.weightsAt(lambda).forEach((weight, j) => expect(printed[title]?.standardized[j]).toBeCloseTo(weight, 6));
      });
      const lambdas = new Set(titles.map((title) => /lambda = ([^,]+)/.exec(title)?.[1]));
      expect(lambdas.size).toBe(match === "lambda" ? 1 : 3);
    });
  }

  test("are not offered once the optimum was moved: no data have it", async () => {
    const page = await start(fence("data: two\nviews: [geometry]"));
    await page.locator(".reglab-optimum.is-movable").first().focus();
    await page.keyboard.press("ArrowUp");
    await page.waitForTimeout(100);
    await page.click(".reglab-more");
    expect(await page.locator(".menu-item.is-disabled").allTextContents()).toEqual(["Copy data", "Copy as scikit-learn code", "Copy as glmnet code", "Copy as PyTorch code"]);
  });
});

describe("on paper", () => {
  /** A4 within margins of 18 mm, in CSS pixels. */
  const sheet = 658;
  const bodies = [body, `${body}\nviews: [formula, error, verdict, stability, interpret]\nlanguage: ko`.replace(/views: \[w.*\n/, ""), "data: two\nviews: [geometry, formula]\nmatch: best"];

  test.skipIf(inWebkit)("a block is vector graphics, in light colours, with λ in words and nothing beyond the page", async () => {
    const page = await start(bodies.map(fence).join("\n\nBetween.\n\n"));
    await page.evaluate(() => window.sandbox.setTheme("dark"));
    await page.setViewportSize({ width: sheet, height: 900 });
    await page.emulateMedia({ media: "print" });
    await page.evaluate(async () => {
      await window.sandbox.print("Notes/Note.md");
    });
    const blocks = page.locator(".print .reglab-block");
    expect(await blocks.count()).toBe(3);
    for (const text of await blocks.locator(".reglab-summary").allTextContents()) expect(text).toMatch(/λ = [\d.]+/);
    expect(await page.locator(".print :is(canvas, img, button, input, select, progress)").count()).toBe(0);
    const beyond = await blocks.evaluateAll((all) => all.flatMap((block) => [...block.querySelectorAll("text, p, span, td, th")].flatMap((el) => {
      const { left, right, width } = el.getBoundingClientRect();
      const heard = el.closest(".reglab-heard, .katex") !== null;
      return width > 0 && !heard && (left < -1 || right > window.innerWidth + 1) ? [`${el.textContent} ${left}–${right}`] : [];
    })));
    expect(beyond).toEqual([]);
    const size = await page.locator(".print .reglab-path .reglab-cursor-text").first().evaluate((el) => {
      const { a = 0 } = (el as SVGTextElement).getScreenCTM() ?? {};
      return a * parseFloat(getComputedStyle(el).fontSize);
    });
    expect(size).toBeGreaterThan(9);

    const pdf = (await page.pdf({ format: "A4", margin: { top: "18mm", right: "18mm", bottom: "18mm", left: "18mm" }, printBackground: true })).toString("latin1");
    expect(pdf).toMatch(/^%PDF-/);
    expect(pdf).not.toMatch(/\/Subtype\s*\/Image/);
    await page.evaluate(() => window.sandbox.printDone());
  });
});
