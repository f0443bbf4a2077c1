import type { Page } from "playwright-core";
import { afterAll, afterEach, expect } from "vitest";
import { closeBrowser, errorsOf, type Mode, openNote, openSandbox, type OpenSandbox, type SandboxOptions } from "./sandbox";

export interface BlockPage {
  /** A sandbox in which Note.md is open and its first block drawn. */
  open(files: Record<string, string> & { "Note.md": string }, options?: Omit<SandboxOptions, "files"> & { mode?: Mode }): Promise<Page>;
  /** Before the end of the test, whose page is then not asked for errors. */
  close(): Promise<void>;
}

/** For a file of tests that open one page each: after each the page has met no error, and is closed. */
export function blockPage(): BlockPage {
  let sandbox: OpenSandbox | undefined;
  const close = async () => {
    await sandbox?.close();
    sandbox = undefined;
  };
  afterEach(async () => {
    if (sandbox !== undefined) expect(await errorsOf(sandbox.page)).toEqual([]);
    await close();
  });
  afterAll(closeBrowser);
  return {
    async open(files, { mode = "reading", ...options } = {}) {
      sandbox = await openSandbox({ files, ...options });
      await openNote(sandbox.page, "Note.md", mode);
      await sandbox.page.waitForSelector(".reglab-block");
      return sandbox.page;
    },
    close,
  };
}

/** A note that holds one block. */
export function noteOf(body: string): string {
  return `# Note\n\n\`\`\`regularization\n${body}\n\`\`\`\n`;
}
