import { describe, expect, test } from "vitest";
import { listOf, splitFrontmatter } from "../../src/concepts/frontmatter";

describe("the properties at the top of a note", () => {
  test.each<[string, string, Record<string, unknown>, string]>([
    ["texts and lists", "---\nid: a\naliases:\n  - B c\n  - \"d: \\\"e\\\"\"\n- 'it''s'\ntags: [x, \"y, z\"]\nempty:\n---\nbody", { id: "a", aliases: ["B c", 'd: "e"', "it's"], tags: ["x", "y, z"], empty: [] }, "body"],
    ["Windows line ends", "---\r\nid: a\r\n---\r\nbody", { id: "a" }, "body"],
    ["none", "body\n---\nid: a\n---\n", {}, "body\n---\nid: a\n---\n"],
    ["nothing between the fences", "---\n---\nbody", {}, "body"],
    ["no closing fence", "---\nid: a\nbody", {}, "---\nid: a\nbody"],
    ["a fence with blanks behind it, and an end of the file for the closing one", "---  \nid: a\n--- \t", { id: "a" }, ""],
    ["a fence with a word behind it", "---x\nid: a\n---\n", {}, "---x\nid: a\n---\n"],
    ["a rule inside that only begins like a fence", "---\nid: a\n----\nb: c\n---\nbody", { id: "a", b: "c" }, "body"],
    ["blanks around everything", "---\nid:   a  \nlist:   \n    -   b  \n    - c\ninline: [ x ,  y,, 'it''s' , \"\", 'a''b', z ]  \n---\n", { id: "a", list: ["b", "c"], inline: ["x", "y", "it's", "a'b", "z"] }, ""],
    ["an empty list in brackets", "---\ntags: []\n---\n", { tags: [] }, ""],
    ["brackets that are not the whole", "---\na: [x] y\nb: x [y]\nc: [[note]]\n---\n", { a: "[x] y", b: "x [y]", c: ["[note]"] }, ""],
    ["quotes that are not the whole", "---\na: say \"no\"\nb: \"no\" way\nc: it''s\nd: 'a' b\ne: \"x\\\\y\"\n---\n", { a: 'say "no"', b: '"no" way', c: "it''s", d: "'a' b", e: "x\\y" }, ""],
    ["lines that are no property", "---\nfoo bar\n key: x\n# a: b\na-b_2: c\nurl: http://x.y\n---\n", { "a-b_2": "c", url: "http://x.y" }, ""],
    ["a hash inside a word, and comments at length", "---\na: x#y\nb: x   # y # z\nc: x\t# y\n---\n", { a: "x#y", b: "x", c: "x" }, ""],
    ["items before any key", "---\n- lost\na: b\nlist:\n-no item\n- one\n---\n", { a: "b", list: ["one"] }, ""],
    ["a comment", "---\nid: a # why\n---\n", { id: "a" }, ""],
  ])("%s", (_, note, properties, body) => {
    const split = splitFrontmatter(note);
    expect({ ...split.properties }).toEqual(properties);
    expect(split.body).toBe(body);
  });

  test("a key of every object is a key like others", () => {
    expect(splitFrontmatter("---\n__proto__: x\n---\n").properties["__proto__"]).toBe("x");
    expect(splitFrontmatter("---\nid: x\n---\n").properties["toString"]).toBeUndefined();
  });

  test("one text is a list of one", () => expect([listOf("a"), listOf(["a", "b"]), listOf(""), listOf(undefined)]).toEqual([["a"], ["a", "b"], [], []]));
});
