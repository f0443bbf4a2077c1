import { describe, expect, test } from "vitest";
import { parseInline, plainText, type InlinePart } from "../../src/concepts/inline";

const text = (words: string): InlinePart => ({ kind: "text", text: words });
const link = (target: string, words: string): InlinePart => ({ kind: "link", target, text: words });

describe("inline Markdown in parts", () => {
  test.each<[string, InlinePart[]]>([
    ["plain", [text("plain")]],
    ["", []],
    ["**bold** and *soft* and _soft_", [{ kind: "strong", text: "bold" }, text(" and "), { kind: "emphasis", text: "soft" }, text(" and "), { kind: "emphasis", text: "soft" }]],
    ["**희소성(Sparsity)**을 유도", [{ kind: "strong", text: "희소성(Sparsity)" }, text("을 유도")]],
    ["a `$x$ [[y]]` b", [text("a "), { kind: "code", text: "$x$ [[y]]" }, text(" b")]],
    ["``a ` b``", [{ kind: "code", text: "a ` b" }]],
    ["$w_i=0$ or $$x$$", [{ kind: "math", text: "w_i=0" }, text(" or "), { kind: "math", text: "x" }]],
    ["costs $5 and $6", [text("costs $5 and $6")]],
    ["[[lasso]] [[lasso|Lasso regression]] [[A#B]]", [link("lasso", "lasso"), text(" "), link("lasso", "Lasso regression"), text(" "), link("A#B", "A > B")]],
    ["[[lasso\\|Lasso]]", [link("lasso", "Lasso")]],
    ["[words](My%20note.md) ![[lasso]]", [link("My note.md", "words"), text(" "), link("lasso", "lasso")]],
    ["[words](https://example.org/a_(b))", [text("words")]],
    ["**[[lasso|Lasso]]** is", [link("lasso", "Lasso"), text(" is")]],
    ["snake_case_name stays", [text("snake_case_name stays")]],
    ["\\*not\\* \\[[x]]", [text("*not* [[x]]")]],
  ])("%s", (source, parts) => expect(parseInline(source).map(({ ...part }) => part)).toEqual(parts));

  test.each(["**open", "a * b", "[[open", "]] [[", "`open", "$open", "[a](b", "****", "[[]]", "[[|x]]", "_", "$$", "*a **b* c**"])(
    "unbalanced markers stay words: %s",
    (source) => expect(plainText(parseInline(source)).replace(/[*]/g, "")).toBe(source.replace(/[*]/g, "")),
  );

  test("a megabyte of markers is read in one pass", () => {
    for (const garbage of ["[", "[[", "](", "[](", "*", "**a ", "_a", "`", "`a``", "$", "a $b ", "$$", "\\", "![[", "[[a|", "[ ]( ", "<"]) {
      const source = garbage.repeat(Math.ceil(1e6 / garbage.length));
      expect(plainText(parseInline(source)).length).toBeLessThanOrEqual(source.length);
    }
  });
});
