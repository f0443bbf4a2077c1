import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import { engineScale } from "../../src/regression/note-objective";
import { fit } from "../../src/regression/regression";
import { formatNumber } from "../../src/plot/number-format";
import { blockPage, noteOf } from "../support/block-page";
import { leftAtRest, openNote } from "../support/sandbox";

const pages = blockPage();

/** Sixty days: sleep and coffee have a part in the mood, steps have none. */
const random = createRandom(5);
const days = Array.from({ length: 60 }, (_, i) => {
  const [sleep, coffee, steps] = [7 + normal(random), Math.floor(4 * random()), Math.round(8000 + 2000 * normal(random))];
  const date = new Date(Date.UTC(2026, 2, 1 + i)).toISOString().slice(0, 10);
  return { date, sleep: round(sleep), coffee, steps, mood: round(5 + (sleep - 7) - 0.4 * coffee + 0.6 * normal(random)) };
});
function round(value: number): number {
  return Math.round(10 * value) / 10;
}
const csv = ["date;sleep;coffee;steps;mood", ...days.map((day) => `${day.date};${String(day.sleep).replace(".", ",")} h;${day.coffee};${day.steps};${String(day.mood).replace(".", ",")}`)].join("\r\n");
const table = ["| Day | sleep | coffee | mood |", "|--|--|--|--|", ...days.map((day) => `| [[${day.date}]] | ${day.sleep} h | ${day.coffee} | **${day.mood}** |`)].join("\n");
const notes = Object.fromEntries(days.map((day) => [`Daily/${day.date}.md`, `---\nsleep: ${day.sleep}\ncoffee: ${day.coffee}\nsteps: ${day.steps}\nmood: ${day.mood}\n---\nA day.\n`]));

/** What the engine says of the same numbers, as the weights view writes it. */
function expected(features: readonly ("sleep" | "coffee" | "steps")[], lambda: number, rows = days): Record<string, string> {
  const y = rows.map(({ mood }) => mood);
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const deviation = Math.sqrt(y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / y.length);
  const { standardizedCoefficients } = fit({
    x: rows.map((day) => features.map((name) => day[name])),
    y: y.map((value) => (value - mean) / deviation),
    lambda: engineScale({ loss: "squared", penalty: "l1", mix: 0.5, lambda }).lambda,
  });
  return Object.fromEntries(features.map((name, j) => [name, formatNumber(standardizedCoefficients[j] ?? NaN)]));
}

function shown(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => Object.fromEntries([...document.querySelectorAll(".reglab-row")].map((row) => [
    row.getAttribute("data-feature") ?? "", row.querySelector(".reglab-bar.reglab-l1 .reglab-bar-value")?.textContent ?? "",
  ])));
}
const text = (page: Page, selector: string) => page.locator(selector).first().textContent();
const body = (data: string) => `${data}\nlambda: 0.2\nviews: [weights]`;

describe("a block on the reader's own data", () => {
  test("shows the engine's numbers for a file of values", async () => {
    const page = await pages.open({ "Note.md": noteOf(body("data: [[habits.csv]]\ntarget: mood")), "habits.csv": csv });
    expect(await shown(page)).toEqual(expected(["sleep", "coffee", "steps"], 0.2));
    expect(await text(page, ".reglab-title")).toBe("habits: predicting mood from 3 columns · 60 rows");
    expect(await text(page, ".reglab-remarks")).toContain("Not used: date (dates: they put the rows in order).");
    expect(await page.evaluate(() => window.sandbox.app.vault.read(window.sandbox.app.vault.getFileByPath("habits.csv")))).toBe(csv);
  });

  test("shows them for the table of its own note, and follows the table when it changes", async () => {
    const page = await pages.open({ "Note.md": `${noteOf(body("data: this"))}\n${table}\n` });
    expect(await shown(page)).toEqual(expected(["sleep", "coffee"], 0.2));
    await page.locator(".reglab-number").fill("0.4");
    await page.locator(".reglab-number").press("Enter");
    const fewer = table.split("\n").slice(0, 42).join("\n");
    await page.evaluate(([before, after]) => {
      const { vault } = window.sandbox.app;
      return vault.process(vault.getFileByPath("Note.md"), (note: string) => note.replace(before, after));
    }, [table, fewer] as const);
    await page.waitForFunction(() => document.querySelector(".reglab-title")?.textContent?.endsWith("40 rows"));
    expect(await shown(page)).toEqual(expected(["sleep", "coffee"], 0.4, days.slice(0, 40)));
  });

  test("shows them for the properties of daily notes, and follows one note", async () => {
    const page = await pages.open({ ...notes, "Note.md": noteOf(body("folder: Daily")) });
    expect(await shown(page)).toEqual(expected(["sleep", "coffee", "steps"], 0.2));
    const changed = days.map((day, i) => (i === 3 ? { ...day, mood: 9.5 } : day));
    await page.evaluate(([path]) => {
      const { vault } = window.sandbox.app;
      return vault.process(vault.getFileByPath(path), (note: string) => note.replace(/mood: .*/, "mood: 9.5"));
    }, [`Daily/${days[3]?.date ?? ""}.md`] as const);
    const first = expected(["sleep", "coffee", "steps"], 0.2, changed);
    await page.waitForFunction((sleep) => document.querySelector('.reglab-row[data-feature="sleep"] .reglab-l1 .reglab-bar-value')?.textContent === sleep, first.sleep);
    expect(await shown(page)).toEqual(first);
  });

  test("finds a table under a heading, and a file that is created later", async () => {
    const page = await pages.open({ "Note.md": `${noteOf(body("data: [[Log#March]]\ntarget: mood"))}\n${noteOf(body("data: [[later.csv]]\ntarget: mood"))}`, "Log.md": `# April\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n# March\n\n${table}\n` });
    expect(await shown(page)).toEqual(expected(["sleep", "coffee"], 0.2));
    expect(await text(page, ".reglab-problems")).toContain("There is no file later.csv in this vault.");
    await page.evaluate((content) => window.sandbox.app.vault.create("later.csv", content), csv);
    await page.waitForFunction(() => document.querySelectorAll(".reglab-block").length === 2);
  });

  test("says in words what is wrong, in the block's place and language", async () => {
    const wrong: [string, RegExp][] = [
      ["data: [[habit.csv]]", /There is no file habit\.csv.*Did you mean habits\.csv\?/],
      ["data: [[Other]]", /Other has no table/],
      ["data: [[Other#Nowhere]]", /Other has no heading Nowhere\. Its headings are Somewhere\./],
      ["data: notes", /needs to know which/],
      ["folder: Nowhere", /There are no notes in the folder Nowhere\./],
      ["data: [[broken.csv]]", /row 3, column b, is never closed/],
      ["data: [[words.csv]]", /has no column of numbers to predict/],
      ["data: [[habits.csv]]\ntarget: moood", /has no column moood to predict\. Did you mean mood\?/],
      ["data: [[few.csv]]", /Only 2 rows have a number in every column used/],
      ["data: [[habits.csv]]\nlanguage: ko\ntarget: moood", /없는 목표 열입니다/],
    ];
    const files = { "habits.csv": csv, "Other.md": "# Somewhere\n\nText.", "broken.csv": 'a,b\n1,2\n3,"4\n', "words.csv": "a,b\nx,u\ny,v\nz,w\n", "few.csv": "a,b\n1,2\n2,5\n" };
    const page = await pages.open({ "Note.md": `${noteOf(body("data: [[habits.csv]]"))}${wrong.map(([data]) => noteOf(body(data))).join("\n")}`, ...files });
    await page.waitForFunction((count) => document.querySelectorAll(".reglab-problems").length === count, wrong.length);
    // Headings are known once the note has been indexed.
    await page.waitForFunction(() => !document.querySelector(".reglab-waiting"));
    const sentences = await page.locator(".reglab-problems").allTextContents();
    wrong.forEach(([data, sentence], index) => expect(sentences[index], data).toMatch(sentence));
  });

  test("prints what it shows, and leaves nothing behind when the note is closed", async () => {
    const page = await pages.open({ "Note.md": noteOf(body("data: [[habits.csv]]\ntarget: mood")), "habits.csv": csv, "Other.md": "Text." }, { query: "census" });
    await openNote(page, "Other.md", "reading");
    const before = await leftAtRest(page);
    await openNote(page, "Note.md", "reading");
    await page.waitForSelector(".reglab-block");
    await page.evaluate(() => window.sandbox.print("Note.md"));
    expect(await text(page, ".print .reglab-title")).toContain("60 rows");
    await page.evaluate(() => window.sandbox.printDone());
    await openNote(page, "Other.md", "reading");
    await page.waitForFunction((count) => window.sandbox.left().length <= count, before);
  });
});
