import { expect, test } from "vitest";
import { blockPage, noteOf } from "../support/block-page";

const pages = blockPage();
const text = `${noteOf("views: [weights]")}\nL1 regularization is also called ridge regression.\n\nAll is well here.\n\nL2 정규화는 라플라스 사전 분포에 해당한다.\n`;

test("checking a note lists its claims that are mixed up, leads to their lines, and changes nothing", async () => {
  const page = await pages.open({ "Note.md": text }, { mode: "live" });
  await page.evaluate(() => window.sandbox.run("regularization-lab:check-note"));
  const rows = page.locator(".modal .setting-item");
  expect(await rows.count()).toBe(2);
  expect(await rows.nth(0).textContent()).toContain("Line 7: “L1 regularization is also called ridge regression.”");
  expect(await rows.nth(1).textContent()).toContain("a Laplace prior gives L1");
  await rows.nth(1).getByRole("button").focus();
  await page.keyboard.press("Enter");
  expect(await page.locator(".modal").count()).toBe(0);
  expect(await page.evaluate(() => (window.sandbox.app.workspace.activeLeaf.view as { editor: { getCursor(): { line: number } } }).editor.getCursor().line)).toBe(10);
  expect(await page.evaluate(() => window.sandbox.app.vault.read(window.sandbox.app.vault.getFileByPath("Note.md")))).toBe(text);
});

test("where nothing is mixed up, it says so", async () => {
  const page = await pages.open({ "Note.md": noteOf("views: [weights]") });
  await page.evaluate(() => window.sandbox.run("regularization-lab:check-note"));
  expect(await page.locator(".modal").textContent()).toContain("Nothing here is mixed up");
});
