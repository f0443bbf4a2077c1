import { describe, expect, test } from "vitest";
import { formatSpans } from "../../sandbox/views/editor/format-spans";

const kinds = (line: string) => formatSpans(line, 0).map(({ kind, from, to }) => `${kind} ${line.slice(from, to)}`);

describe("marks within a line", () => {
  test("are found in one another, the outer one first", () => {
    expect(kinds("a **b *c* d** e")).toEqual(["strong **b *c* d**", "em *c*"]);
    expect(kinds("***x***")).toEqual(["strong ***x***", "em *x*"]);
    expect(kinds("==hi== ~~s~~")).toEqual(["highlight ==hi==", "strikethrough ~~s~~"]);
  });

  test("do not count in code, formulas, wikilinks and after a backslash", () => {
    expect(kinds("`**a**` $b_1 + c_2$ [[d_e_f]] \\*g*")).toEqual(["inline-code `**a**`", "math $b_1 + c_2$"]);
  });

  test("need no space inside, and underscores no letter outside", () => {
    expect(kinds("2 * 3 * 4 and snake_case_name")).toEqual([]);
  });

  test("take prices for text", () => {
    expect(kinds("from $5 to $6")).toEqual([]);
  });

  test("know a Markdown link with its text and its address", () => {
    const [span] = formatSpans("see [text](a.md) now", 10);
    expect(span).toEqual({ kind: "link", from: 14, to: 26, open: 1, close: 7 });
  });

  test("are not looked for in a line that nobody reads", () => {
    expect(formatSpans("*a*".repeat(5000), 0)).toEqual([]);
  });
});
