/** The plugin in WebKitGTK, the nearest thing to an iPhone's browser that runs here; the whole suite runs in Chromium. */
import { mkdirSync, writeFileSync } from "node:fs";
import { Button, By, Key, Origin, until } from "selenium-webdriver";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startSandbox } from "../../sandbox/server.mjs";
import { viewNames } from "../../src/demo/views/view";
import { fittedModel, shownWeights } from "../support/fitted";
import { openWebkit, webkitMissing, type Session } from "./session";

const missing = webkitMissing();
if (missing !== null) console.log(`WebKitGTK: skipped, ${missing}`);

const body = "data: diabetes\nlambda: 0.2\nviews: [formula, geometry, weights, path]";
const fence = (text: string) => `\`\`\`regularization\n${text}\n\`\`\``;
const pictures = ".cache/webkit";

describe.skipIf(missing !== null)("in WebKitGTK", () => {
  let session: Session;
  let server: Awaited<ReturnType<typeof startSandbox>> | undefined;
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    session = await openWebkit();
  });
  afterAll(() => session.close());
  afterEach(async () => {
    try {
      expect(await run("return window.sandbox.errors")).toEqual([]);
    } finally {
      await server?.close();
      server = undefined;
    }
  });

  const run = <T>(script: string, ...values: unknown[]) => session.driver.executeScript<T>(script, ...values);
  /** The value of a promise that the body of an async function of `args` makes; what it throws becomes "failed: …". */
  const wait = <T>(script: string, ...values: unknown[]) =>
    session.driver.executeAsyncScript<T>(`const done = arguments[arguments.length - 1]; (async (args) => { ${script} })([...arguments].slice(0, -1)).then(done, (error) => done("failed: " + error));`, ...values);
  const frames = () => wait("await document.fonts.ready; for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);");
  const find = (selector: string) => session.driver.wait(until.elementLocated(By.css(selector)), 10_000);
  const textOf = (path = "Note.md") => wait<string>("return app().vault.read(app().vault.getFileByPath(args[0])); function app() { return window.sandbox.app; }", path);
  async function picture(name: string): Promise<void> {
    await frames();
    writeFileSync(`${pictures}/${name}.png`, Buffer.from(await session.driver.takeScreenshot(), "base64"));
  }

  async function open(note: string, { query = "", width = 1200, height = 900, mode = "reading", others = {} as Record<string, string> } = {}): Promise<void> {
    server = await startSandbox({ files: { "Note.md": note, ...others }, port: 0 });
    await session.driver.manage().window().setRect({ width, height });
    await session.driver.get(`${server.url}${query}`);
    await session.driver.wait(() => run<boolean>("return window.sandbox !== undefined"), 10_000);
    await wait("await window.sandbox.ready; await window.sandbox.open('Note.md', args[0]);", mode);
  }
  const written = (penalty: string) =>
    run<Record<string, string>>("return Object.fromEntries([...document.querySelectorAll('.reglab-row')].map((row) => [row.getAttribute('data-feature'), row.querySelector('.reglab-bar.reglab-' + arguments[0] + ' .reglab-bar-value').textContent]))", penalty);
  /** In view, with the middle in the window's coordinates: WebKit's driver does not take a shape of a drawing as an origin. */
  async function middleOf(selector: string): Promise<{ x: number; y: number }> {
    await find(selector);
    await run("document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })", selector);
    await frames();
    return run("const box = document.querySelector(arguments[0]).getBoundingClientRect(); return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }", selector);
  }
  async function drag(selector: string, by: { x: number; y: number }): Promise<void> {
    const { x, y } = await middleOf(selector);
    const step = (share: number) => ({ origin: Origin.VIEWPORT, x: x + by.x * share, y: y + by.y * share, duration: 60 });
    await session.driver.actions({ async: true }).move(step(0)).press(Button.LEFT).move(step(0.5)).move(step(1)).release().perform();
    await frames();
  }
  async function click(selector: string): Promise<void> {
    await session.driver.actions({ async: true }).move({ origin: Origin.VIEWPORT, ...(await middleOf(selector)) }).click().perform();
    await frames();
  }
  async function type(lambda: string): Promise<void> {
    const number = await find(".reglab-number");
    await number.clear();
    await number.sendKeys(lambda, Key.ENTER);
    await frames();
  }

  test.each(["reading", "live"])("a block is drawn in %s with the engine's own numbers", async (mode) => {
    await open(fence(body), { mode });
    await find(".reglab-row");
    await frames();
    for (const penalty of ["l1", "l2"]) expect(await written(penalty)).toEqual(shownWeights(fittedModel(body), penalty, 0.2));
    expect(await run("return document.querySelector('.reglab-summary p').textContent")).toMatch(/^λ = 0\.2: L1 keeps 4 of 10 features/);
    await picture(`block-${mode}`);
  });

  test("λ follows keys, the slider and the ball in geometry, and weights that are 0 are exactly 0", async () => {
    await open(fence("data: two\nlambda: 0.2\nviews: [geometry, weights]"));
    const slider = await find(".reglab-controls input[type=range]");
    const value = async () => Number(await run<string>("return document.querySelector('.reglab-number').value"));
    await slider.sendKeys(Key.ARROW_RIGHT);
    await frames();
    const byKey = await value();
    expect(byKey).toBeGreaterThan(0.2);
    await drag(".reglab-controls input[type=range]", { x: 60, y: 0 });
    const byDrag = await value();
    expect(byDrag).not.toBe(byKey);
    await drag(".reglab-geometry.reglab-l2 .reglab-ball-grip", { x: -25, y: 25 });
    expect(await value()).not.toBe(byDrag);
    await type("5");
    expect(Object.values(await written("l1"))).toEqual(["0", "0"]);
  });

  test("every view draws at phone width without running over", async () => {
    for (const view of viewNames) {
      await server?.close();
      await open(fence(`views: [${view}]`), { width: 390, height: 800, query: "?phone" });
      await find(".reglab-block svg, .reglab-block table, .reglab-block canvas, .reglab-block .katex");
      await frames();
      expect(await run("return window.sandbox.errors"), view).toEqual([]);
      expect(await run("return document.querySelector('.reglab-problems')?.textContent ?? null"), view).toBe(null);
      expect(await run<number>("const block = document.querySelector('.reglab-block'); return block.scrollWidth - block.clientWidth"), view).toBeLessThanOrEqual(1);
      await picture(`phone-${view}`);
    }
  }, 120_000);

  test("a card opens on hover with its formula, and closes by Esc; on a phone by a tap", async () => {
    await open("About [[weight_decay]] and [[Lasso_Regression]].");
    await session.driver.actions({ async: true }).move({ origin: await find("a.internal-link") }).perform();
    await find(".reglab-card.is-floating:not(.is-preparing) .katex");
    await picture("card");
    await session.driver.actions().sendKeys(Key.ESCAPE).perform();
    await session.driver.wait(async () => (await session.driver.findElements(By.css(".reglab-card.is-floating"))).length === 0, 5000);
    await server?.close();
    await open("About [[weight_decay]].", { width: 390, height: 800, query: "?phone" });
    // The driver has no finger: the touch is made up, the click that follows it is real.
    await run("document.querySelector('a.internal-link').dispatchEvent(new Event('touchstart', { bubbles: true }))");
    await click("a.internal-link");
    await find(".reglab-card");
    await picture("card-phone");
  });

  test("Save λ writes one line, and long work runs in a worker whose fits are those of the page", async () => {
    const note = `Before.\n\n${fence("lambda: 0.2\nviews: [path]")}\n\nAfter.\n`;
    await open(note, { query: "?census" });
    await type("0.5");
    await click(".reglab-save");
    await session.driver.wait(async () => (await textOf()) !== note, 5000);
    expect(await textOf()).toBe(note.replace("lambda: 0.2", "lambda: 0.5"));
    const [during, same] = await wait<[number, number]>(`
      const { api } = window.sandbox.app.plugins.plugins["regularization-lab"];
      const [rows, columns] = [60, 250];
      const values = Float64Array.from({ length: rows * columns }, (_, at) => Math.sin(at * at));
      const y = Float64Array.from({ length: rows }, (_, i) => values[i] - values[i + rows]);
      const running = api.path({ x: { values, rows, columns }, y, l1Ratio: 0, count: 100 });
      await new Promise((resolve) => setTimeout(resolve, 0));
      const workers = window.sandbox.census().workers;
      const { fits } = await running;
      const last = fits[fits.length - 1];
      const alone = await api.fit({ x: { values, rows, columns }, y, l1Ratio: 0, lambda: last.lambda });
      return [workers, Math.max(...last.coefficients.map((w, j) => Math.abs(w - alone.coefficients[j])))];`);
    expect(during).toBe(1);
    expect(same).toBeLessThan(1e-9);
  });

  test("a CSV file of the reader's own, in Korean and dark", async () => {
    const csv = `sleep,coffee,기분\n${Array.from({ length: 40 }, (_, i) => `${6 + (i % 5) / 2},${i % 3},${(6 + (i % 5) / 2) * 2 - (i % 3) + Math.sin(i)}`).join("\n")}\n`;
    await open(fence('data: "[[habits.csv]]"\ntarget: 기분\nlanguage: ko\nviews: [weights, verdict]'), { others: { "habits.csv": csv } });
    await run("window.sandbox.setTheme('dark')");
    await find(".reglab-row");
    expect(Object.keys(await written("l1")).sort()).toEqual(["coffee", "sleep"]);
    await picture("own-data-dark-ko");
  });

  test("columns are chosen in a block, rows lead to their notes, and more than two classes have contours", async () => {
    const others = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`Days/2026-01-${String(i + 1).padStart(2, "0")}.md`, `---\nsleep: ${5 + (i % 4)}\ncoffee: ${i % 3}\nmood: ${3 + ((i * 5) % 7)}\n---\n`]));
    await open([fence("data: diabetes\nlambda: 0.2\nviews: [weights]"), fence("data: notes\nfolder: Days\ntarget: mood\nviews: [rows]"), fence("data: digits\nfeatures: [p20, p21, p36]\nviews: [geometry]")].join("\n\n"), { others });
    await click(".reglab-choose");
    await click('[data-column="bmi"]');
    expect(await written("l1")).toEqual(shownWeights(fittedModel("data: diabetes\nlambda: 0.2\nfeatures: [age, sex, bp, s1, s2, s3, s4, s5, s6]"), "l1", 0.2));
    await picture("columns");
    const through = ".reglab-class-contours .reglab-through";
    await find(through);
    await session.driver.wait(() => run<boolean>("return document.querySelector(arguments[0]).getAttribute('d')?.endsWith('Z') ?? false", through), 10_000);
    await find(".reglab-rows [role=slider]");
    await run("document.querySelector('.reglab-rows [role=slider]').focus()");
    await session.driver.actions({ async: true }).sendKeys(Key.END).perform();
    await frames();
    expect(await run("return document.querySelector('.reglab-rows [role=slider]').getAttribute('aria-valuetext')")).toContain("2026-01-12: ");
    await session.driver.actions({ async: true }).sendKeys(Key.ENTER).perform();
    await session.driver.wait(() => run<boolean>("return window.sandbox.app.workspace.getActiveFile()?.path === 'Days/2026-01-12.md'"), 5000);
  });

  test("on a canvas that is zoomed, a link has its card beside it and a block is drawn with the engine's numbers", async () => {
    const node = (id: string, x: number, text: string) => ({ id, type: "text", x, y: 20, width: 520, height: 600, text });
    const canvas = JSON.stringify({ nodes: [node("a", 20, "See [[weight_decay]]."), node("b", 560, fence("lambda: 0.2\nviews: [weights]"))], edges: [] });
    await open("# Note", { width: 1400, others: { "Map.canvas": canvas } });
    await wait("await window.sandbox.open('Map.canvas');");
    await find(".reglab-row");
    await run("document.querySelector('.canvas').style.transform = 'scale(0.9)'");
    expect(await written("l1")).toEqual(shownWeights(fittedModel("lambda: 0.2"), "l1", 0.2));
    await session.driver.actions({ async: true }).move({ origin: await find("a.internal-link") }).perform();
    await find(".reglab-card.is-floating:not(.is-preparing)");
    expect(await run("const link = document.querySelector('a.internal-link').getBoundingClientRect(); const card = document.querySelector('.reglab-card.is-floating').getBoundingClientRect(); return card.top - link.bottom")).toBeLessThan(12);
    await picture("canvas");
  });

  test("a print has the drawing as vectors, and no block is left when the plugin is disabled", async () => {
    await open(fence(body));
    await find(".reglab-row");
    expect(await wait("const printed = await window.sandbox.print('Note.md'); const count = printed.querySelectorAll('svg').length; window.sandbox.printDone(); return count > 0;")).toBe(true);
    await wait("await window.sandbox.disablePlugin();");
    expect(await run("return document.querySelectorAll('.reglab-block, .reglab-card').length")).toBe(0);
  });
});
