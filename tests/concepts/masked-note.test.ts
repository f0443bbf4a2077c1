import { describe, expect, it } from "vitest";
import { maskedNote } from "../../src/concepts/masked-note";

/** What is left of a note, without the spaces at the ends of its lines. */
const left = (note: string) => maskedNote(note).split("\n").map((line) => line.trimEnd()).join("\n");

describe("what may be edited in a note", () => {
  it.each<[string, string, string]>([
    ["words", "One [[a]].\n\nTwo.", "One [[a]].\n\nTwo."],
    ["no properties", "---\na: 1\n---\nb", "\n\n\nb"],
    ["no fence", "a\n```\n[[b]]\n```\nc", "a\n\n\n\nc"],
    ["no fence of tildes", "a\n~~~ js\n[[b]]\n~~~\nc", "a\n\n\n\nc"],
    ["no fence that is set in", "a\n  ```\n  [[b]]\n  ```\nc", "a\n\n\n\nc"],
    ["no longer fence with a shorter one in it", "````\n```\n[[b]]\n```\n[[d]]\n````\nc", "\n\n\n\n\n\nc"],
    ["no fence closed by another mark", "```\n~~~\n[[b]]\n```\nc", "\n\n\n\nc"],
    ["no fence closed with words behind it", "```\n[[b]]\n``` x\n[[d]]\n```\nc", "\n\n\n\n\nc"],
    ["no fence in list items", "- ```\n  [[b]]\n  ```\n- c\n10. 2) ~~~\n[[d]]\n~~~\ne", "\n\n\n- c\n\n\n\ne"],
    ["no fence that is never closed", "a\n```\n[[b]]", "a\n\n"],
    ["no fence in a quote", "> ```\n> [[b]]\n> ```\n> c", "\n\n\n> c"],
    ["a fence of a quote ends with it", "> ```\n> [[b]]\nc [[d]]", "\n\nc [[d]]"],
    ["no deeper quote within a fence", "> ```\n> > [[b]]\n> ```\n> c", "\n\n\n> c"],
    ["not: accents in a line", "``` a ``` [[b]]", "          [[b]]"],
    ["no code in a line, on either side", "a `[[b]]` [[c]]", "a         [[c]]"],
    ["no code over two lines", "a `x\n[[b]]` [[c]]", "a\n       [[c]]"],
    ["one accent alone is no code", "a ` b [[c]]", "a ` b [[c]]"],
    ["one accent in each of two paragraphs is no code", "a ` b\n\n[[c]] ` d", "a ` b\n\n[[c]] ` d"],
    ["nor where the empty line has spaces", "a ` b\n  \t\n[[c]] ` d", "a ` b\n\n[[c]] ` d"],
    ["no line set in by four after an empty one", "a\n\n    [[b]]\nc", "a\n\n\nc"],
    ["no line set in by a tab at the start", "\t[[b]]\nc", "\nc"],
    ["a line set in by three", "a\n\n   [[b]]", "a\n\n   [[b]]"],
    ["a line set in by four that goes on a paragraph", "a\n    [[b]]", "a\n    [[b]]"],
    ["a second line of code by indentation", "a\n\n    [[b]]\n    [[c]]\nd", "a\n\n\n\nd"],
    ["a paragraph of a list item", "- a\n\n    [[b]]", "- a\n\n    [[b]]"],
    ["of a numbered one", "12. a\n\n    [[b]]", "12. a\n\n    [[b]]"],
    ["a list item in a list item after an empty line", "- a\n\n    - [[b]]\n\n        - [[c]]", "- a\n\n    - [[b]]\n\n        - [[c]]"],
    ["no code in a list item", "- a\n\n        [[b]]", "- a\n\n"],
    ["no code after a list has ended", "- a\n\nb\n\n    [[c]]", "- a\n\nb\n\n"],
    ["no comments", "a %%[[b]]%% c <!-- [[d]] --> e", "a           c                e"],
    ["no comment that is never closed", "a %%[[b]]\nc", "a\n"],
    ["no template", "a <% [[b]] %> c", "a             c"],
    ["no HTML code", "a <code>[[b]]</code> <pre>[[c]]</pre > d", "a                                      d"],
    ["no formula", "a $[[b]]$ c\n$$\n[[d]]\n$$\ne", "a         c\n\n\n\ne"],
    ["money is no formula", "$5 for [[b]] and $6", "$5 for [[b]] and $6"],
    ["a dollar before a space is no formula", "a $ [[b]] $ c", "a $ [[b]] $ c"],
  ])("%s", (_, note, expected) => {
    expect(left(note)).toBe(expected);
    expect(maskedNote(note)).toHaveLength(note.length);
  });

  it("keeps every line end, of Windows too", () => {
    expect(maskedNote("a\r\n```\r\n[[b]]\r\n```\r\nc")).toBe("a\r\n   \r\n     \r\n   \r\nc");
  });
});
