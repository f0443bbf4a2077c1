import { describe, expect, test } from "vitest";
import { foldName } from "../../src/concepts/fold";
import { plainText } from "../../src/concepts/inline";
import { findMentions } from "../../src/concepts/mentions";

const isLasso = (linktext: string) => foldName(linktext) === "lasso";
const mentions = (text: string) => findMentions(text, isLasso);
const said = (text: string) => mentions(text).map(({ parts }) => plainText(parts));

describe("the sentence around a link", () => {
  test.each<[string, string, string[]]>([
    ["in a paragraph", "First. The [[Lasso]] is a method. Last.", ["The Lasso is a method."]],
    ["over two lines", "The\n[[Lasso|lasso]] is\na method. Last.", ["The lasso is a method."]],
    ["in Korean", "처음이다. [[Lasso|라소]]는 방법이다. 끝이다.", ["라소는 방법이다."]],
    ["in bold", "**라소([[Lasso]])**라고 한다.", ["라소(Lasso)라고 한다."]],
    ["in a list item", "- one\n- the [[Lasso]] item\n  goes on\n- three", ["the Lasso item goes on"]],
    ["in a task", "- [ ] 3. read about [[Lasso]]", ["3. read about Lasso"]],
    ["in a quote", "> quoted [[Lasso]] words\n> go on.", ["quoted Lasso words go on."]],
    ["in a callout", "> [!note] Title with [[Lasso]]\n> Body with [[Lasso]].", ["Title with Lasso", "Body with Lasso."]],
    ["in a heading", "## About [[Lasso]]\ntext", ["About Lasso"]],
    ["by a Markdown link", "See [the lasso](folder/Lasso.md \"title\").", ["See the lasso."]],
    ["with an embed", "As ![[Lasso]] says.", ["As Lasso says."]],
    ["with heading and block", "See [[Lasso#Zeros]] and [[other]].", ["See Lasso > Zeros and other."]],
    ["among HTML, highlights and footnotes", "==The== <b onclick=\"x\">[[Lasso]]</b> ~~is~~ good.[^1]", ["The Lasso is good."]],
    ["twice in a sentence", "[[Lasso]] or [[lasso]]. And [[Lasso]].", ["Lasso or lasso.", "And Lasso."]],
    ["in a footnote", "[^1]: The [[Lasso]] again.", ["The Lasso again."]],
    ["before a block id", "The [[Lasso]]. ^abc123", ["The Lasso."]],
  ])("%s", (_, text, sentences) => expect(said(text)).toEqual(sentences));

  test("in a table cell stands after the names of its row and column", () => {
    const table = "| | **L1** | L2 |\n|:--:|---|---|\n| example | [[Lasso\\|lasso regression]] | ridge |\n\nafter [[Lasso]]";
    expect(said(table)).toEqual(["example · L1: lasso regression", "after Lasso"]);
    expect(mentions(table)[0]).toMatchObject({ line: 2, target: "Lasso" });
  });

  test("keeps formulas and marks the link", () => {
    expect(mentions("Then $w_i=0$ in [[Lasso|the lasso]] holds.")[0]?.parts).toEqual([
      { kind: "text", text: "Then " }, { kind: "math", text: "w_i=0" }, { kind: "text", text: " in " },
      { kind: "strong", text: "the lasso" }, { kind: "text", text: " holds." },
    ]);
  });

  test("is cut on both sides where it is endless", () => {
    const [mention] = mentions(`${"word ".repeat(5000)}[[Lasso]] ${"word ".repeat(5000)}`);
    expect(mention?.complete).toBe(false);
    expect(plainText(mention?.parts ?? [])).toMatch(/^…[\s\S]{300,420}…$/);
  });
});

describe("what is not a mention", () => {
  test.each([
    ["properties", "---\nrelated: \"[[Lasso]]\"\n---\nbody"],
    ["a code block", "```\n[[Lasso]]\n```"],
    ["a code block in a quote", "> ~~~js\n> [[Lasso]]\n> ~~~"],
    ["an open code block", "````md\n```\n[[Lasso]]\n```"],
    ["inline code", "`[[Lasso]]`"],
    ["a comment", "%% [[Lasso]] %% and <!-- [[Lasso]] -->"],
    ["a comment over lines", "a %% b\n[[Lasso]]\n%% c\n<!--\n[[Lasso]]\n-->"],
    ["a formula", "$[[Lasso]]$ and\n\n$$\n[[Lasso]]\n$$"],
    ["another name", "[[Lasso and more]] [[Lassoed]] Lasso"],
    ["an escaped link", "\\[\\[Lasso]]"],
    ["another site", "[x](https://example.org/Lasso)"],
  ])("%s", (_, text) => expect(said(text)).toEqual([]));

  test("what stands beside them still is", () => {
    expect(said("```\ncode\n```\n%% a %%The [[Lasso]] `%%` stays.\n> ```\n> code\nout of the quote [[Lasso]]")).toEqual(["The Lasso %% stays.", "out of the quote Lasso"]);
  });
});

describe("where a mention stands", () => {
  const note = "---\nid: x\n---\n# Top\n\n## Part **one** $x$\n\nText with\n[[Lasso]] here:\n\n$$\na+b\n$$\n\nAfter [[Lasso]].\n\n# Other\n\n$$y$$\n";

  test("has its line, block and heading", () => {
    expect(mentions(note)).toMatchObject([
      { line: 8, block: { start: 7, end: 8 }, heading: "Part one x" },
      { line: 14, block: { start: 14, end: 14 }, heading: "Part one x" },
    ]);
    expect(mentions("[[Lasso]]")[0]).not.toHaveProperty("heading");
    expect(mentions("# A\n## [[Lasso]]")[0]).toMatchObject({ heading: "A", line: 1 });
  });

  test("has the display formulas beside it in its section, none too long", () => {
    expect(mentions(note).map(({ formulas }) => formulas)).toEqual([["a+b"], ["a+b"]]);
    expect(mentions(`$$${"x".repeat(2000)}$$\n[[Lasso]]`)[0]?.formulas).toEqual([]);
    expect(mentions("- item [[Lasso]]:\n  $$\n  z\n  $$\n- next")[0]?.formulas).toEqual(["z"]);
  });

  test("keeps its line with Windows line ends", () => {
    expect(mentions("a\r\n\r\n[[Lasso]] b\r\n")[0]).toMatchObject({ line: 2, parts: [{ kind: "strong", text: "Lasso" }, { kind: "text", text: " b" }] });
  });
});

test("no more mentions are found than asked for", () => {
  expect(findMentions("[[Lasso]] a.\n\n".repeat(100), isLasso, { maxMentions: 7 })).toHaveLength(7);
  expect(findMentions("[[Lasso]] a. ".repeat(100), isLasso, { maxMentions: 7 })).toHaveLength(7);
});

test("garbage of a megabyte is read in one pass", () => {
  const walls = ["[", "[[", "[[Lasso]]", "[[Lasso|", "](", "$$", "$", "`", "%%", "<!--", "|", "> ", "- ", "#", "\\", "*", "<a ", "[^", "~", "[Lasso](", "다."];
  for (const wall of walls) {
    const oneLine = wall.repeat(Math.ceil(1e6 / wall.length));
    const manyLines = `${wall.repeat(Math.ceil(100 / wall.length))}\n`.repeat(10_000);
    for (const text of [oneLine, manyLines, `[[Lasso]] ${oneLine}`]) expect(mentions(text).length).toBeLessThanOrEqual(50);
  }
});
