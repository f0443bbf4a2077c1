import { expect, test } from "vitest";
import { exampleNotes } from "../../src/demo/example-notes";
import { wordsIn } from "../../src/language/language";
import { blockPage, noteOf } from "../support/block-page";

const pages = blockPage();
const paths = (page: Awaited<ReturnType<typeof pages.open>>): Promise<string[]> => page.evaluate(() => window.sandbox.app.vault.getFiles().map(({ path }: { path: string }) => path).sort());

test("the example notes are written beside what is there, ask their question with blocks that are drawn, and are taken back but for what was changed", async () => {
  const folder = "Regularization Lab examples";
  const page = await pages.open({ "Note.md": noteOf("views: [weights]"), [`${folder}/Mine.md`]: "My own." });
  const before = await paths(page);
  await page.evaluate(() => window.sandbox.run("regularization-lab:create-examples"));
  await page.waitForFunction(() => document.querySelector(".notice")?.textContent?.includes("366 example notes are in Regularization Lab examples 2."), undefined, { timeout: 60_000 });
  const notes = exampleNotes(`${folder} 2`, wordsIn("en"));
  expect((await paths(page)).filter((path) => !before.includes(path)).sort()).toEqual(notes.map(({ path }) => path).sort());
  const [day] = notes;
  expect(await page.evaluate((path) => window.sandbox.app.vault.read(window.sandbox.app.vault.getFileByPath(path)), day?.path ?? "")).toBe(day?.text);

  await page.waitForFunction(() => document.querySelectorAll(".reglab-block .reglab-title").length >= 1);
  await page.waitForFunction(() => document.querySelector(".workspace-leaf.mod-active .reglab-title")?.textContent?.endsWith("7 columns · 351 rows"));

  await page.evaluate((path) => {
    const { vault } = window.sandbox.app;
    return vault.process(vault.getFileByPath(path), (text: string) => `${text}\nA day to remember.`);
  }, day?.path ?? "");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.waitForFunction(() => [...document.querySelectorAll(".notice")].some(({ textContent }) => textContent?.includes("365 example notes are deleted, 1 stay")), undefined, { timeout: 60_000 });
  expect((await paths(page)).filter((path) => !before.includes(path))).toEqual([day?.path]);
  expect(await page.evaluate((path) => window.sandbox.app.vault.read(window.sandbox.app.vault.getFileByPath(path)), `${folder}/Mine.md`)).toBe("My own.");
}, 180_000);
