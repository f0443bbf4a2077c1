import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { closeBrowser, errorsOf, inWebkit, openSandbox, type OpenSandbox, type SandboxOptions } from "../support/sandbox";

let sandbox: OpenSandbox | undefined;
async function start(options: SandboxOptions = {}): Promise<Page> {
  sandbox = await openSandbox({ files: { "Note.md": "Text." }, query: "census", ...options });
  return sandbox.page;
}
afterEach(async () => {
  await sandbox?.close();
  sandbox = undefined;
});
afterAll(closeBrowser);

/** The path of a wide ridge, long enough for a worker, with what was alive while it was computed and afterwards. */
function longPath(page: Page, { count = 100 } = {}) {
  return page.evaluate(async (lambdas) => {
    const { api } = window.sandbox.app.plugins.plugins["regularization-lab"];
    const [rows, columns] = [60, 250];
    const values = Float64Array.from({ length: rows * columns }, (_, at) => Math.sin(at * at));
    const y = Float64Array.from({ length: rows }, (_, i) => values[i]! - values[i + rows]!);
    const running = api.path({ x: { values, rows, columns }, y, l1Ratio: 0, count: lambdas });
    await new Promise((resolve) => setTimeout(resolve, 0));
    const during = window.sandbox.census().workers;
    const { fits } = await running;
    return { during, after: window.sandbox.census().workers, last: Array.from(fits.at(-1).coefficients as Float64Array), gap: fits.at(-1).dualityGap as number };
  }, count);
}

/** Begins a job of many seconds, ends it, and says how it ended and what is alive. */
function begun(page: Page, ending: "abort" | "disable") {
  return page.evaluate(async (how) => {
    const { plugins } = window.sandbox.app;
    const { api } = plugins.plugins["regularization-lab"];
    const [rows, columns] = [20_000, 60];
    const values = Float64Array.from({ length: rows * columns }, (_, at) => Math.sin(at * at));
    const y = Uint8Array.from({ length: rows }, (_, i) => i % 3);
    const controller = new AbortController();
    const shares: number[] = [];
    const options = { signal: controller.signal, onProgress: (share: number) => shares.push(share) };
    const running = api.path({ x: { values, rows, columns }, y, loss: "softmax" }, options).then(() => "done", (error: Error) => error.name);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const during = window.sandbox.census().workers;
    if (how === "abort") controller.abort();
    else await plugins.disablePlugin("regularization-lab");
    const name = await running;
    return { during, name, census: window.sandbox.census(), shares };
  }, ending);
}

describe("a long job in the browser", () => {
  test("runs in a worker made from the plugin's own text, which ends when it has rested", async () => {
    const page = await start();
    const { during, after, gap } = await longPath(page);
    expect([during, after]).toEqual([1, 1]);
    expect(gap).toBeLessThan(1e-10);
    await page.waitForTimeout(3300);
    expect(await page.evaluate(() => window.sandbox.census())).toMatchObject({ workers: 0, timers: 0 });
    expect(await errorsOf(page)).toEqual([]);
  });

  test("that is aborted leaves nothing running", async () => {
    const page = await start();
    const before = await page.evaluate(() => window.sandbox.census());
    const { during, name, census } = await begun(page, "abort");
    expect(during).toBe(1);
    expect(name).toBe("AbortError");
    expect(census).toMatchObject({ workers: 0, timers: 0, listeners: before.listeners });
    expect((await longPath(page)).gap).toBeLessThan(1e-10);
    expect(await errorsOf(page)).toEqual([]);
  });

  test("stops when the plugin is disabled, and leaves nothing running", async () => {
    const page = await start();
    const { during, name, census } = await begun(page, "disable");
    expect(during).toBe(1);
    expect(name).toBe("AbortError");
    expect(census).toMatchObject({ workers: 0, timers: 0 });
    expect(await errorsOf(page)).toEqual([]);
  });
});

describe("where the page's policy refuses workers", () => {
  test.skipIf(inWebkit)("a long job gives the same, on the main thread", async () => {
    const page = await start();
    const { last } = await longPath(page);
    await sandbox?.close();
    const refused = await start({ policy: "worker-src 'none'" });
    const ours = await longPath(refused);
    expect(ours.last).toEqual(last);
    expect(ours.after).toBe(0);
    expect((await longPath(refused)).during).toBe(0);
  });

  test("an abort is heard between two steps", async () => {
    const page = await start({ policy: "worker-src 'none'" });
    const { name, shares, census } = await begun(page, "abort");
    expect(name).toBe("AbortError");
    expect(census.workers).toBe(0);
    await page.waitForTimeout(1500);
    expect(shares.every((share) => share < 1)).toBe(true);
  });

  test.each(["missing", "thrown", "silent"] as const)("so it does where a worker is %s", async (how) => {
    const page = await start();
    await page.evaluate((manner) => {
      const { Worker } = window;
      if (manner === "missing") Reflect.deleteProperty(window, "Worker");
      if (manner === "thrown") {
        window.Worker = class extends Worker {
          constructor() {
            super((() => { throw new DOMException("The operation is insecure.", "SecurityError"); })());
          }
        };
      }
      if (manner === "silent") {
        window.Worker = class extends Worker {
          constructor() {
            super("data:text/javascript,");
          }
        };
      }
    }, how);
    const { gap, after } = await longPath(page);
    expect(gap).toBeLessThan(1e-10);
    expect(after).toBe(0);
    expect((await longPath(page)).during).toBe(0);
    expect(await errorsOf(page)).toEqual([]);
  });
});
