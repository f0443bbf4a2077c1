import { describe, expect, test } from "vitest";
import { wikilinkAt, wikilinksIn } from "../../src/concepts/wikilink";

describe("wikilinks of a line", () => {
  test("the target stands before the first pipe, escaped or not", () => {
    expect(wikilinksIn("a [[Lasso_Regression|Lasso]] | [[weight_decay\\|Decay]] [[L1#Why|x|y]]").map(({ target }) => target)).toEqual([
      "Lasso_Regression",
      "weight_decay",
      "L1#Why",
    ]);
  });

  test("a column inside or at either edge finds its link, outside finds none", () => {
    const line = "ab [[Ridge]] cd";
    expect(wikilinkAt(line, 3)?.target).toBe("Ridge");
    expect(wikilinkAt(line, 12)?.target).toBe("Ridge");
    expect(wikilinkAt(line, 2)).toBeNull();
    expect(wikilinkAt(line, 13)).toBeNull();
  });

  test("empty and unclosed brackets are no links", () => {
    expect(wikilinkAt("[[]]", 2)).toBeNull();
    expect(wikilinksIn("[[open [x]]")).toEqual([]);
  });

  test("a line of nothing but brackets is read in linear time", () => {
    expect(wikilinksIn("[[".repeat(100_000))).toEqual([]);
  });
});
