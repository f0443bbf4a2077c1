import { describe, expect, test } from "vitest";
import { listOf, splitFrontmatter } from "../../src/concepts/frontmatter";

describe("the properties at the top of a note", () => {
  test.each<[string, string, Record<string, unknown>, string]>([
    ["texts and lists", "---\nid: a\naliases:\n  - B c\n  - \"d: \\\"e\\\"\"\n- 'it''s'\ntags: [x, \"y, z\"]\nempty:\n---\nbody", { id: "a", aliases: ["B c", 'd: "e"', "it's"], tags: ["x", "y, z"], empty: [] }, "body"],
    ["Windows line ends", "---\r\nid: a\r\n---\r\nbody", { id: "a" }, "body"],
    ["none", "body\n---\nid: a\n---\n", {}, "body\n---\nid: a\n---\n"],
    ["nothing between the fences", "---\n---\nbody", {}, "body"],
    ["no closing fence", "---\nid: a\nbody", {}, "---\nid: a\nbody"],
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
