import { describe, expect, test } from "vitest";
import { differenceOf, mergeTexts } from "../../sandbox/views/merge-texts";

describe("merging two changes of one text", () => {
  test("keeps both where they are apart", () => {
    expect(mergeTexts("one two three", "ONE two three", "one two THREE")).toBe("ONE two THREE");
  });

  test("keeps both where they were written at the same place", () => {
    const merged = mergeTexts("a\n", "a mine\n", "a theirs\n");
    expect(merged).toContain("mine");
    expect(merged).toContain("theirs");
  });

  test("is the other text where one side has not changed", () => {
    expect(mergeTexts("x", "x", "x and y")).toBe("x and y");
    expect(mergeTexts("x", "y", "x")).toBe("y");
  });

  test("keeps what was typed into a stretch that the other side has taken out", () => {
    expect(mergeTexts("keep gone keep", "keep go(new)ne keep", "keep keep")).toContain("(new)");
  });
});

describe("the difference of two texts", () => {
  test("is one stretch, without what both begin and end with", () => {
    expect(differenceOf("abcdef", "abXef")).toEqual({ from: 2, to: 4, insert: "X" });
    expect(differenceOf("aa", "aaa")).toEqual({ from: 2, to: 2, insert: "a" });
  });
});
