import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { launchBrowser } from "../../scripts/browser.mjs";
import { startSandbox } from "../../sandbox/server.mjs";
import { openWebkit, type Session } from "../webkit/session";
import { WebkitPage } from "../webkit/page";

export type Mode = "reading" | "live" | "source";

/** What the sandbox page offers to tests; see sandbox/page/main.ts. */
export interface SandboxHook {
  // The host is a stand-in with the whole of Obsidian's surface: tests name what they need of it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  app: any;
  ready: Promise<void>;
  open(path: string, mode?: Mode): Promise<void>;
  close(): Promise<void>;
  run(commandId: string): Promise<unknown>;
  setTheme(theme: "light" | "dark"): void;
  setPhone(on: boolean): void;
  setLanguage(language: "en" | "ko"): void;
  sectionInfo: "ok" | "null" | "stale";
  print(path: string): Promise<HTMLElement>;
  printDone(): void;
  popout(path: string, mode?: Mode): Promise<Window>;
  closePopout(): void;
  enablePlugin(): Promise<void>;
  disablePlugin(): Promise<void>;
  pagePreview: boolean;
  errors: string[];
  census(): Record<string, number>;
  left(): { kind: string; what: string; stack: string[] }[];
}

declare global {
  interface Window {
    sandbox: SandboxHook;
  }
}

/** Whether the tests run in WebKitGTK; what its driver has no way to is `test.skipIf(inWebkit)`. */
export const inWebkit = process.env["REGLAB_ENGINE"] === "webkit";

let browser: Browser | undefined;
let webkit: Session | undefined;

export async function openBrowser(): Promise<Browser> {
  browser ??= await launchBrowser();
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  await webkit?.close();
  browser = webkit = undefined;
}

export interface SandboxOptions {
  /** The vault: notes by path, or a folder. */
  files?: Record<string, string>;
  vault?: string;
  /** URL parameters of the page, such as "census" or "lang=ko". */
  query?: string;
  width?: number;
  height?: number;
  /** A directive that is added to the page's content security policy, such as "worker-src 'none'". */
  policy?: string;
}

export interface OpenSandbox {
  page: Page;
  close(): Promise<void>;
}

/** A running sandbox with the built plugin enabled. Closing it fails where anything has been asked for outside of the page. */
export async function openSandbox({ files, vault, query = "", width = 1200, height = 900, policy }: SandboxOptions): Promise<OpenSandbox> {
  const server = await startSandbox({ ...(files === undefined ? {} : { files }), ...(vault === undefined ? {} : { vault }), port: 0 });
  const address = `${server.url}${query === "" ? "" : `?${query}`}`;
  if (inWebkit) return openInWebkit({ address, width, height }, () => server.close());
  const context = await (await openBrowser()).newContext({ viewport: { width, height } });
  const strays: string[] = [];
  context.on("request", (request) => {
    if (!isOfPage(request.url(), server.url)) strays.push(request.url());
  });
  const page = await context.newPage();
  if (policy !== undefined) await addPolicy(page, policy);
  await page.goto(address);
  // Not in frames: a page that another one hides has none.
  const started = (timeout: number) => page.waitForFunction(() => window.sandbox !== undefined, undefined, { polling: 50, timeout });
  // Seen once in some thousand pages on a busy machine: one whose script never came.
  await started(15_000).catch(async () => {
    console.warn("The sandbox did not start: its page is loaded again.");
    await page.reload();
    await started(30_000);
  });
  await page.evaluate(() => window.sandbox.ready);
  return {
    page,
    async close() {
      await context.close();
      await server.close();
      if (strays.length > 0) throw new Error(`Requests that left the page: ${strays.join(", ")}`);
    },
  };
}

/** The same in WebKitGTK, which tells of no requests: that none leaves the page is watched in Chromium. */
async function openInWebkit({ address, width, height }: { address: string; width: number; height: number }, closeServer: () => Promise<void>): Promise<OpenSandbox> {
  webkit ??= await openWebkit();
  const { driver } = webkit;
  const page = new WebkitPage(driver);
  await driver.get(address);
  await page.setViewportSize({ width, height });
  await page.waitForFunction(() => window.sandbox !== undefined);
  await page.evaluate(() => window.sandbox.ready);
  return {
    page: page as unknown as Page,
    async close() {
      // What was pressed is let go, and nothing of this page goes on.
      await driver.actions().clear();
      await driver.get("about:blank");
      await closeServer();
    },
  };
}

/** Whether what is asked for comes from the sandbox's own server or from no network at all. */
export function isOfPage(url: string, server: string): boolean {
  return url.startsWith(server) || /^(?:blob|data|about):/.test(url);
}

/** The document as the server gives it, with one more directive. */
async function addPolicy(page: Page, directive: string): Promise<void> {
  await page.route(({ pathname }) => pathname === "/", async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    await route.fulfill({ response, headers: { ...headers, "content-security-policy": `${headers["content-security-policy"] ?? ""}; ${directive}` } });
  });
}

export function openNote(page: Page, path: string, mode: Mode = "reading"): Promise<void> {
  return page.evaluate(([file, how]) => window.sandbox.open(file, how), [path, mode] as const);
}

/** Waits until the text of a file is as expected. Not by `waitForFunction`: it takes the promise of a no for a yes. */
export async function untilFile(page: Page, path: string, holds: (text: string) => boolean): Promise<void> {
  const text = () => page.evaluate((file) => window.sandbox.app.vault.read(window.sandbox.app.vault.getFileByPath(file)) as Promise<string>, path);
  await expect.poll(async () => holds(await text()), { timeout: 15_000 }).toBe(true);
}

/** How much the page has made that is still alive, once that has not changed for a second: editors listen and measure a little later than they are drawn. */
export async function leftAtRest(page: Page): Promise<number> {
  const count = () => page.evaluate(() => window.sandbox.left().length);
  let left = await count();
  for (let still = 0; still < 10; ) {
    await page.waitForTimeout(100);
    const now = await count();
    still = now === left ? still + 1 : 0;
    left = now;
  }
  return left;
}

export function errorsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => window.sandbox.errors);
}
