import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/math/random";
import { linkKey } from "../../src/concepts/note-names";
import { maskedNote } from "../../src/concepts/masked-note";
import { repairLinks, type NewLink } from "../../src/concepts/repair-links";

/** As the app writes wikilinks: no bar where the words are the target's own. */
const newLink = (linktext: string): NewLink => ({
  linktext,
  generate: (subpath, shown) => `[[${linktext}${subpath}${shown === "" || shown === linktext + subpath ? "" : `|${shown}`}]]`,
});
const repair = (note: string, target = "Weight Decay") =>
  repairLinks(note, ({ linktext }) => (linkKey(linktext) === "weightdecay" ? newLink(target) : null));

describe("a repaired link", () => {
  test.each([
    ["keeps its spelling as display text", "See [[weight_decay]].", "See [[Weight Decay|weight_decay]]."],
    ["keeps its display text", "See [[weight_decay|the decay]].", "See [[Weight Decay|the decay]]."],
    ["needs no display text where it says the new name already", "[[weight_decay|Weight Decay]]", "[[Weight Decay]]"],
    ["keeps its heading", "[[weight-decay#AdamW|it]]", "[[Weight Decay#AdamW|it]]"],
    ["keeps what the app shows for a heading", "[[weight_decay#AdamW]]", "[[Weight Decay#AdamW|weight_decay > AdamW]]"],
    ["keeps its block id", "![[weight_decay#^a1b2]]", "![[Weight Decay#^a1b2]]"],
    ["is repaired as Markdown link", "[w](weight_decay.md) [*w* x\\]](<weight decay.md#A>)", "[w](Weight%20Decay.md) [*w* x\\]](Weight%20Decay.md#A)"],
    ["keeps code and formulas among its words", "[a `b` $c$](weight_decay) [[weight_decay|`b` $c$]]", "[a `b` $c$](Weight%20Decay) [[Weight Decay|`b` $c$]]"],
    ["keeps the heading of a Markdown link", "![w](weight%20decay#A%20b)", "![w](Weight%20Decay#A%20b)"],
    ["keeps the escaped bar of a table", "|a|\n|-|\n|[[weight_decay\\|w]]|", "|a|\n|-|\n|[[Weight Decay\\|w]]|"],
    ["escapes a new bar in a table", "|a|\n|-|\n|[[weight decays]]|", "|a|\n|-|\n|[[Weight Decay\\|weight decays]]|"],
    ["leaves a bar as it is outside tables", "a | b [[weight decays]]", "a | b [[Weight Decay|weight decays]]"],
    ["is found in quotes, lists and headings", "> - [[weight_decay|w]]\n# [[weight_decay|w]]", "> - [[Weight Decay|w]]\n# [[Weight Decay|w]]"],
    ["keeps the line ends of Windows", "a\r\n[[weight_decay|w]]\r\nb", "a\r\n[[Weight Decay|w]]\r\nb"],
    ["is found in a nested list", "- a\n\n    - [[weight_decay|w]]\n\n      [[weight_decay|w]]", "- a\n\n    - [[Weight Decay|w]]\n\n      [[Weight Decay|w]]"],
    ["is found between sums of money", "It costs $5, see [[weight_decay|w]], or $6.", "It costs $5, see [[Weight Decay|w]], or $6."],
    ["keeps words with a bracket", "[[weight_decay|a [b]]", "[[Weight Decay|a [b]]"],
  ])("%s", (_, before, after) => expect(repair(before).text).toBe(after));

  test("in properties is repaired only inside quotes", () => {
    const note = '---\nup: "[[weight_decay]]"\nall: ["[[weight_decay|w]]", b]\nbare: [[weight_decay]]\n---\n';
    const after = note.replace('"[[weight_decay]]', '"[[Weight Decay|weight_decay]]').replace('"[[weight_decay|w', '"[[Weight Decay|w');
    expect(repair(note)).toEqual({ text: after, repaired: 2 });
    expect(repair(note, 'Say "no"').repaired).toBe(0);
  });
});

describe("left alone", () => {
  test.each([
    ["inline code", "`[[weight_decay]]` and ``a ` [[weight_decay]]``"],
    ["a span over two lines", "`a\n[[weight_decay]]` b"],
    ["a span in a list below an open backtick", "- a ` b\n- `[[weight_decay]]`"],
    ["fences", "```\n[[weight_decay]]\n```\n~~~~js\n```\n[[weight_decay]]\n~~~~"],
    ["a fence that is never closed", "```\n[[weight_decay]]\n\n[[weight_decay]]"],
    ["a fence in a list and in a quote", "- ```\n  [[weight_decay]]\n  ```\n\n> ```\n> [[weight_decay]]\n> ```"],
    ["indented code", "a\n\n    [[weight_decay]]\n\n\t[[weight_decay]]"],
    ["comments", "%%[[weight_decay]]%% <!-- [[weight_decay]] --> %%\n[[weight_decay]]"],
    ["code in HTML and templates", '<code>[[weight_decay]]</code> <% "[[weight_decay]]" %>'],
    ["formulas", "$[[weight_decay]]$ $$\n[[weight_decay]]\n$$"],
    ["an escaped link", "\\[[weight_decay]]"],
    ["other names", "[[weight]] [[decay]] [[weight_decay_2]] [w](https://weight_decay.md)"],
  ])("%s", (_, note) => expect(repair(note)).toEqual({ text: note, repaired: 0 }));

  test("a note whose name no link can hold", () => {
    expect(repair("[[weight_decay]]", "Weight#Decay").repaired).toBe(0);
  });
});

test("a mask keeps every character at its place or makes it a space, whatever the note holds", () => {
  const random = createRandom(11);
  const pieces = ["`", "``", "```", "~~~", "\n", "\n\n", "    ", "- ", "> ", "%%", "<!--", "-->", "$", "$$", "[[weight_decay]]", "a", "\r\n", "---\n", "<code>", "\u0000", "🙂"];
  for (let round = 0; round < 400; round += 1) {
    const note = Array.from({ length: 30 }, () => pieces[Math.floor(random() * pieces.length)] ?? "").join("");
    const masked = maskedNote(note);
    expect(masked).toHaveLength(note.length);
    expect(masked.split("").every((char, i) => char === " " || char === note.charAt(i))).toBe(true);
    const { text, repaired } = repair(note);
    const written = /\[\[Weight Decay\\?\|weight_decay\]\]/g;
    expect(text.replace(written, "[[weight_decay]]")).toBe(note);
    expect(text.match(written) ?? []).toHaveLength(repaired);
  }
});
