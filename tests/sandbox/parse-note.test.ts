import { describe, expect, test } from "vitest";
import { parseNote } from "../../sandbox/host/metadata/parse-note";

const links = (text: string) => (parseNote(text).links ?? []).map(({ link }) => link);

describe("a note's links", () => {
  test.each([
    ["inline code", "`[[no]]` [[yes]]"],
    ["two backticks", "``a ` [[no]]`` [[yes]]"],
    ["fenced code", "```md\n[[no]]\n```\n[[yes]]"],
    ["a fence that is never closed", "[[yes]]\n\n~~~\n[[no]]"],
    ["a fence in a list", "- a\n  ```\n  [[no]]\n  ```\n- [[yes]]"],
    ["a fence in a quote", "> ```\n> [[no]]\n\n[[yes]]"],
    ["indented code", "text\n\n    [[no]]\n\n[[yes]]"],
    ["a comment in a line", "%%[[no]]%% [[yes]]"],
    ["a comment of several lines", "%%\n[[no]]\n%%\n\n[[yes]]"],
    ["an HTML comment", "a <!-- [[no]] --> [[yes]]"],
    ["a formula", "$x[[no]]$ [[yes]]"],
    ["a block formula", "$$\n[[no]]\n$$\n[[yes]]"],
    ["an escape", "\\[[no]] [[yes]]"],
    ["front matter", "---\na: '[[no]] here'\n---\n[[yes]]"],
    ["HTML blocks", "<div>\n[[no]]\n</div>\n\n[[yes]]"],
  ])("are none in %s", (_where, text) => {
    expect(links(text)).toEqual(["yes"]);
  });

  test("are links beside prices, lone backticks and lone dollars", () => {
    expect(links("costs $5 or [[a]] for $6")).toEqual(["a"]);
    expect(links("a ` and [[b]]")).toEqual(["b"]);
  });

  test("keep alias, subpath and place; a pipe in a table is escaped", () => {
    const text = "Line\n| [[Lasso_Regression\\|Lasso]] | [[Note#A b]] |\n| --- | --- |";
    const [first, second] = parseNote(text).links ?? [];
    expect(first).toMatchObject({ link: "Lasso_Regression", displayText: "Lasso", original: "[[Lasso_Regression\\|Lasso]]" });
    expect(first?.position.start).toEqual({ line: 1, col: 2, offset: 7 });
    expect(second).toMatchObject({ link: "Note#A b", displayText: "Note > A b" });
  });

  test("may be Markdown links to notes, not to the web", () => {
    expect(links("[a](b%20c.md) [d](https://e.org/[[f]]) [g](<h i.md>)")).toEqual(["b c.md", "h i.md"]);
  });

  test("are embeds with an exclamation mark, and properties of their own in front matter", () => {
    const cache = parseNote("---\nup: '[[A]]'\nlist: ['[[B|b]]', c]\n---\n![[pic.png]]");
    expect(cache.embeds?.map(({ link }) => link)).toEqual(["pic.png"]);
    expect(cache.frontmatterLinks).toEqual([
      { key: "up", original: "[[A]]", link: "A", displayText: "A" },
      { key: "list.0", original: "[[B|b]]", link: "B", displayText: "b" },
    ]);
  });
});

describe("a note's parts", () => {
  test("are its sections at the root level, with headings, tags, tasks and named blocks", () => {
    const above = "---\ntags: [x]\n---\n# One #\n\ntext #tag #123 ^id1\n\n- [ ] a\n  - [x] b ^b2\n\n";
    const cache = parseNote(`${above}> [!note] c\n\n| a |\n| - |\n\n^tab\n\nTwo\n---\n\n***\n`);
    expect(cache.sections?.map(({ type }) => type)).toEqual(
      ["yaml", "heading", "paragraph", "list", "callout", "table", "paragraph", "heading", "thematicBreak"],
    );
    expect(cache.headings?.map(({ heading, level }) => [heading, level])).toEqual([["One", 1], ["Two", 2]]);
    expect(cache.tags?.map(({ tag }) => tag)).toEqual(["#tag"]);
    expect(cache.listItems?.map(({ task, parent }) => [task, parent])).toEqual([[" ", -7], ["x", 7]]);
    expect(Object.keys(cache.blocks ?? {})).toEqual(["id1", "b2", "tab"]);
    expect(cache.blocks?.["tab"]?.position.start.line).toBe(12);
    expect(cache.frontmatter).toEqual({ tags: ["x"] });
  });

  test("come out of any text without an error", () => {
    const marks = ["`", "```", "$", "$$", "%%", "[[", "]]", "|", "#", "\\", "![", "](", "^a", "한"];
    const pieces = [...marks, "> ", "- ", "\n", "\n\n", "---\n", "<!--", "<div>"];
    let seed = 7;
    const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
    for (let run = 0; run < 300; run++) {
      const text = Array.from({ length: 40 }, () => pieces[Math.floor(next() * pieces.length)]).join("");
      for (const { position } of parseNote(text).sections ?? []) expect(position.end.offset).toBeGreaterThanOrEqual(position.start.offset);
    }
  });
});
