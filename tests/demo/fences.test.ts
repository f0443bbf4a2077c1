import { describe, expect, test } from "vitest";
import { findFences, locateFence, replaceBody } from "../../src/demo/fences";

const note = [
  "# Note",
  "```regularization",
  "lambda: 0.2",
  "```",
  "text",
  "```yaml",
  "```regularization",
  "```",
  "> [!note]",
  "> ~~~~regularisation",
  "> data: two",
  "> ~~~",
  "> ~~~~",
  "```regularization",
  "```",
].join("\n");

describe("fences in a note", () => {
  test("are found in order, with callouts and without those inside other code", () => {
    expect(findFences(note).map(({ lineStart, lineEnd, body }) => [lineStart, lineEnd, body])).toEqual([
      [1, 3, "lambda: 0.2"],
      [9, 12, "data: two\n~~~"],
      [13, 14, ""],
    ]);
  });

  test("an unclosed fence reaches to the end of the note", () => {
    const [fence] = findFences("a\n```regularization\nlambda: 1");
    expect(fence).toMatchObject({ lineStart: 1, lineEnd: 2, closed: false, body: "lambda: 1" });
  });

  test("a body that changed is not located, whatever the line says", () => {
    expect(locateFence(findFences(note), "lambda: 0.3", 1)).toBeNull();
  });

  test("a stale line still finds the only fence with that body", () => {
    expect(locateFence(findFences(note), "lambda: 0.2\n", 99)?.lineStart).toBe(1);
  });

  test("of two equal fences only the line can tell", () => {
    const twice = "```regularization\na: 1\n```\n```regularization\na: 1\n```";
    expect(locateFence(findFences(twice), "a: 1")).toBeNull();
    expect(locateFence(findFences(twice), "a: 1", 3)?.lineStart).toBe(3);
  });

  test("replacing a body leaves every other character of the note", () => {
    const [first, second, empty] = findFences(note);
    if (first === undefined || second === undefined || empty === undefined) throw new Error("three fences expected");
    expect(replaceBody(note, first, "lambda: 5")).toBe(note.replace("lambda: 0.2", "lambda: 5"));
    expect(replaceBody(note, second, "data: two\nlambda: 1")).toBe(note.replace("> data: two\n> ~~~\n", "> data: two\n> lambda: 1\n"));
    expect(replaceBody(note, empty, "lambda: 1")).toBe(note.replace(/```regularization\n```$/, "```regularization\nlambda: 1\n```"));
  });
});
