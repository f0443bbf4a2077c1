import type { Page } from "playwright-core";
import { type OneSandbox, oneSandbox } from "./one-sandbox";
import { type Mode, openNote, type SandboxOptions } from "./sandbox";

export interface BlockPage {
  /** A sandbox in which Note.md is open and its first block drawn. */
  open(files: Record<string, string> & { "Note.md": string }, options?: Omit<SandboxOptions, "files"> & { mode?: Mode }): Promise<Page>;
  readonly close: OneSandbox["close"];
}

/** For a file of tests that open one page each: after each the page has met no error, and is closed. */
export function blockPage(): BlockPage {
  const { open, close } = oneSandbox();
  return {
    async open(files, { mode = "reading", ...options } = {}) {
      const page = await open({ files, ...options });
      await openNote(page, "Note.md", mode);
      await page.waitForSelector(".reglab-block");
      return page;
    },
    close,
  };
}

/** A note that holds one block. */
export function noteOf(body: string): string {
  return `# Note\n\n\`\`\`regularization\n${body}\n\`\`\`\n`;
}
