import { afterAll, afterEach, describe, expect, test } from "vitest";
import { closeBrowser, errorsOf, inWebkit, openNote, openSandbox, type OpenSandbox } from "../support/sandbox";

const img = '<img src=x onerror="window.pwned=1">';
const fence = (body: string) => `\`\`\`regularization\n${body}\n\`\`\``;
const keys = ["data", "target", "features", "loss", "penalties", "lambda", "mix", "name", "views", "standardize", "height", "caption", "language", img];
const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]", ...Array.from({ length: 9 }, (_, i) => `${"bcdefghij"[i]}: &${"bcdefghij"[i]} [${Array(9).fill(`*${"abcdefghi"[i]}`).join(",")}]`)].join("\n");
const bodies: Record<string, string> = {
  garbage: "\u0000\u0007%%%[[[{{{\t- : : ? ! | > & * @ `",
  "10,000 lines": Array.from({ length: 10_000 }, (_, i) => `key${i}: ${i}`).join("\n"),
  "deep nesting": `a: ${"[".repeat(5000)}`,
  bomb,
  "html in every key": keys.map((key) => `${key}: '${img}'`).join("\n"),
  "html as a key": `'${img}': 1`,
  prototype: "__proto__: {polluted: 1}\nconstructor: 2",
};
const note = (body: string) => `# Before\n\nFirst words.\n\n${fence(body)}\n\n## After ${img}\n\nLast words about [[weight_decay]] and [[${img}]].\n`;

let sandbox: OpenSandbox | undefined;
afterEach(async () => {
  await sandbox?.close();
  sandbox = undefined;
});
afterAll(closeBrowser);

describe("hostile text", () => {
  for (const [title, body] of Object.entries(bodies)) {
    test(`${title} in a block draws a message, runs nothing and leaves the note whole`, async () => {
      sandbox = await openSandbox({ files: { "Note.md": note(body) } });
      const { page } = sandbox;
      for (const mode of ["reading", "live"] as const) {
        await openNote(page, "Note.md", mode);
        await page.waitForSelector(".block-language-regularization .reglab-problems");
        const text = await page.locator(".workspace").textContent();
        expect(text).toContain("First words.");
        expect(text).toContain("Last words about");
      }
      expect(await page.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined();
      expect(await page.evaluate(() => ({} as { polluted?: number }).polluted)).toBeUndefined();
      expect(await page.locator(".reglab img, .reglab script").count()).toBe(0);
      expect(await page.evaluate(() => window.sandbox.app.vault.read(window.sandbox.app.vault.getFileByPath("Note.md")))).toBe(note(body));
      expect(await errorsOf(page)).toEqual([]);
    });
  }

  test("html in note titles, headings and sentences is shown as text in a card", async () => {
    const title = "x onerror=alert(1) img";
    sandbox = await openSandbox({
      files: {
        "Note.md": "See [[Some thing]].",
        [`${title}.md`]: `# ${img}\n\n[[Some thing]] is ${img} what <script>window.pwned=1</script> it is. $\\href{javascript:window.pwned=1}{x}$\n`,
        "Other.md": "And [[Some thing]] again.",
      },
    });
    const { page } = sandbox;
    await openNote(page, "Note.md", "reading");
    await page.hover('a.internal-link[data-href="Some thing"]');
    const card = page.locator(".reglab-card.is-floating:not(.is-preparing)");
    await card.waitFor();
    expect(await card.textContent()).toContain("onerror");
    expect(await page.locator(".reglab-card img, .reglab-card script, .reglab-card a[href^=javascript]").count()).toBe(0);
    expect(await page.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined();
  });
});

describe("a request that leaves the page", () => {
  test.skipIf(inWebkit)("fails the test that made it", async () => {
    const open = await openSandbox({ files: { "Note.md": "![](https://example.invalid/picture.png)" } });
    await openNote(open.page, "Note.md", "reading");
    await open.page.evaluate(async (src) => {
      const picture = new Image();
      await new Promise((resolve) => Object.assign(picture, { onload: resolve, onerror: resolve, src }));
    }, "https://example.invalid/picture.png");
    await expect(open.close()).rejects.toThrow(/left the page: https:\/\/example\.invalid/);
  });
});
