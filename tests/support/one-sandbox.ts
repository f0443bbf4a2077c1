import type { Page } from "playwright-core";
import { afterAll, afterEach, expect } from "vitest";
import { closeBrowser, errorsOf, openSandbox, type OpenSandbox, type SandboxOptions } from "./sandbox";

export interface OneSandbox {
  /** A page of its own for this test. */
  open(options: SandboxOptions): Promise<Page>;
  /** Before the end of the test, whose page is then not asked for errors. */
  close(): Promise<void>;
}

/** For a file of tests that open one sandbox each: after each its page has met no error, and is closed. */
export function oneSandbox(): OneSandbox {
  let sandbox: OpenSandbox | undefined;
  const close = async () => {
    await sandbox?.close();
    sandbox = undefined;
  };
  afterEach(async () => {
    // Whatever fails, nothing is thrown past the plugin.
    if (sandbox !== undefined) expect(await errorsOf(sandbox.page)).toEqual([]);
    await close();
  });
  afterAll(closeBrowser);
  return {
    async open(options) {
      sandbox = await openSandbox(options);
      return sandbox.page;
    },
    close,
  };
}
