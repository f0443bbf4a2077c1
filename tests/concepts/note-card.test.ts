import { describe, expect, it } from "vitest";
import { noteCard, noteChoiceCard } from "../../src/concepts/note-card";
import { plainText } from "../../src/concepts/inline";

const noteOf = (text: string, name = "Weight decay") => ({ path: `Notes/${name}.md`, name, text });
const opening = (text: string) => noteCard("weight_decay", noteOf(text), 3);
/** Its passages as text, formulas between dollars. */
const read = (text: string) => opening(text).passages.map((passage) => (passage.kind === "formula" ? `$${passage.tex}$` : plainText(passage.parts)));

describe("the card of a note that a link means by another spelling", () => {
  it("names the link, the note, its place and how many links want it", () => {
    expect(opening("Words.")).toMatchObject({ kind: "note", linktext: "weight_decay", links: 3, path: "Notes/Weight decay.md", name: "Weight decay" });
  });

  it.each([
    ["its first heading", "# Decay of *weights*\n\nWords.", "Decay of weights"],
    ["a heading of any level that comes first", "### Deep\n\nWords.", "Deep"],
    ["its name where words come first", "Words.\n\n# Later", "Weight decay"],
    ["its name where the heading is empty", "# \n\nWords.", "Weight decay"],
    ["its name where there is nothing", "", "Weight decay"],
    ["the heading behind properties", "---\ntags: [a]\n---\n# After\n\nWords.", "After"],
  ])("is titled by %s", (_, text, title) => {
    expect(opening(text).title).toBe(title);
  });

  it.each<[string, string, string[]]>([
    ["paragraphs and formulas, three at most", "# T\n\nOne.\n\n$$\na+b\n$$\n\nTwo.\n\nThree.", ["One.", "$a+b$", "Two."]],
    ["no code", "```js\nalert(1)\n```\n\nWords.", ["Words."]],
    ["no comments", "%% hidden %%\n\nWords.", ["Words."]],
    ["no pictures and no embeds", "![[plot.png]]\n\n![alt](plot.png)\n\nSee ![[plot.png]] here.", ["See  here."]],
    ["nothing where there is nothing", "# T\n\n---\n", []],
    ["no formula that is empty", "$$\n$$\n\nWords.", ["Words."]],
    ["no formula of more than a thousand characters", `$$\n${"x".repeat(1001)}\n$$\n\nWords.`, ["Words."]],
    ["a formula of a thousand", `$$\n${"x".repeat(1000)}\n$$`, [`$${"x".repeat(1000)}$`]],
  ])("shows %s", (_, text, passages) => {
    expect(read(text)).toEqual(passages);
  });

  it("shows links as their words, formulas in a line as formulas", () => {
    const [passage] = opening("See [[l2|the L2 norm]] and $w^2$.").passages;
    if (passage?.kind !== "words") throw new Error("no words");
    expect(passage.parts.some(({ kind }) => kind === "link")).toBe(false);
    expect(plainText(passage.parts)).toContain("the L2 norm");
    expect(passage.parts.some(({ kind }) => kind === "math")).toBe(true);
  });

  it("cuts a paragraph between words after 400 characters, or in a word that is too long for that", () => {
    const [short = ""] = read(`${"word ".repeat(79)}end.`);
    expect(short).toBe(`${"word ".repeat(79)}end.`);
    const [long = ""] = read("word ".repeat(200));
    expect(long.length).toBeLessThanOrEqual(401);
    expect(long.length).toBeGreaterThan(390);
    expect(long).toMatch(/word…$/);
    const [solid = ""] = read("x".repeat(900));
    expect(solid).toBe(`${"x".repeat(200)}…`);
    expect(read("y".repeat(400))).toEqual(["y".repeat(400)]);
  });

  it("reads no further than its beginning", () => {
    expect(read(`${"```\ncode\n```\n\n".repeat(2000)}Words.`)).toEqual([]);
    expect(read(`${"```\ncode\n```\n\n".repeat(200)}Words.`)).toEqual(["Words."]);
  });
});

describe("several notes of the same name", () => {
  it("are told apart by their places, titles and first words", () => {
    const card = noteChoiceCard("weight_decay#Top", [noteOf("# One\n\nFirst.\n\nSecond."), { path: "Other/Weight decay.md", name: "Weight decay", text: "Alone." }]);
    expect(card.kind).toBe("notes");
    expect(card.linktext).toBe("weight_decay#Top");
    expect(card.title).toBe("weight decay");
    expect(card.choices.map(({ path, name, title }) => [path, name, title])).toEqual([["Notes/Weight decay.md", "Weight decay", "One"], ["Other/Weight decay.md", "Weight decay", "Weight decay"]]);
    expect(card.choices.map(({ passages }) => passages.map((passage) => (passage.kind === "words" ? plainText(passage.parts) : "")))).toEqual([["First."], ["Alone."]]);
  });
});
