import { describe, expect, test } from "vitest";
import { conceptCard, type WritableCard } from "../../src/concepts/card";
import { fileNameFor, noteFromCard } from "../../src/concepts/concept-note";
import { splitFrontmatter } from "../../src/concepts/frontmatter";
import { loadLibrary } from "../../src/concepts/library";
import { mentionsCard } from "../../src/concepts/mentions-card";
import { parseNote } from "../../src/concepts/note";
import { sampleNotes } from "./sample-library";

const library = loadLibrary(sampleNotes);
const labels = { keyPoints: "Key points", contrasts: "Not to be confused with", related: "Related", source: "Source", mentions: "In my notes" };
const write = (card: WritableCard | null, fileName: string) => (card === null ? "" : noteFromCard(card, { fileName, labels, now: () => "" }));
const lasso = conceptCard(library, { kind: "concept", id: "lasso" }, "Lasso_Regression", "en");

describe("a note from a template of the user", () => {
  const now = (format: string) => `<${format}>`;
  const fill = (card: WritableCard | null, template: string) => (card === null ? "" : noteFromCard(card, { fileName: "Lasso", labels, template, now }));

  test("has what the template names, the moment in its format, and leaves to others what it does not know", () => {
    const template = "---\ntags: {{tags}}\ncreated: {{date}} {{time:HH}}\n---\r\n# {{ title }} ({{other}})\n\n<% tp.x %> {{unknown}}\n\n> {{definition}}\n{{card}}";
    expect(fill(lasso, template)).toBe(
      "---\ntags:\n  - ml\n  - regression\ncreated: <YYYY-MM-DD> <HH>\n---\n# Lasso (라소 회귀)\n\n<% tp.x %> {{unknown}}\n\n> Linear regression with an **L1 penalty** $\\lambda\\sum|w_i|$, see [[ridge|Ridge]].\n```concept-card\nLasso_Regression\n```\n",
    );
  });

  test("leaves out lines and headings that would stay empty, and no others", () => {
    const template = "# {{title}}\n\n## Mentions\n\n- {{mentions}}\n\n### More\n{{mentions}}\n\n## Mine\n\n{{mentions}}\nwords\n\n## Empty of mine\n\n## Key\n{{points}}\n\n## Said\n{{mentions}}\n{{card}}";
    expect(fill(lasso, template)).toBe(
      "# Lasso\n\n## Mine\n\nwords\n\n## Empty of mine\n\n## Key\n- Some weights are *exactly* zero, so features drop out.\n- Soft threshold: `λ/2`.\n\n```concept-card\nLasso_Regression\n```\n",
    );
  });

  test("puts values in once: what looks like a place inside them stays", () => {
    const card = mentionsCard({ linktext: "GP", notes: [{ path: "A.md", title: "A", text: "The [[GP]] has {{title}} and {{card}} in it." }], wantedBy: 1, linkedWith: [] });
    expect(fill(card, "{{mentions}}")).toContain("{{title}} and {{card}}");
  });
});

describe("a note from a card of the library", () => {
  test("has the form of the user's notes and ends in a live card", () => {
    expect(write(lasso, "Lasso_Regression")).toBe(`---
id: lasso
aliases:
  - Lasso
  - 라소 회귀
tags:
  - ml
  - regression
---

# Lasso

Linear regression with an **L1 penalty** $\\lambda\\sum|w_i|$, see [[ridge|Ridge]].

$$
\\text{MSE} + \\lambda \\sum_i |w_i|
$$

## Key points

- Some weights are *exactly* zero, so features drop out.
- Soft threshold: \`λ/2\`.

## Not to be confused with

- [[ridge|Ridge]] shrinks without zeros.

## Related

[[ridge|Ridge regression]] · [[normalization|Normalization]] · [[unwritten]]

## Source

Tibshirani (1996).

\`\`\`concept-card
Lasso_Regression
\`\`\`
`);
  });

  test("reads back as the note it was made from", () => {
    const before = library.note("lasso", "en");
    const after = parseNote("en/lasso", write(lasso, "lasso").replace(/\n```concept-card[^]*/, ""));
    expect(after).toEqual({ ...before, aliases: ["Lasso", "라소 회귀"] });
  });

  test("does not repeat the file's name as an alias", () => {
    expect(splitFrontmatter(write(lasso, "Lasso")).properties["aliases"]).toEqual(["라소 회귀"]);
  });
});

test("a note from the vault's words quotes them with links back", () => {
  const text = "# Part\n\n$$\na\n+b\n$$\n\nThe [[Gauss_Process|GP]] has $x$.";
  const card = mentionsCard({ linktext: "Gauss_Process", notes: [{ path: "b/B.md", title: "B [1]|x", text }], wantedBy: 1, linkedWith: ["Kernel"] });
  expect(write(card, "Gauss_Process")).toBe(`---
id: gauss-process
aliases:
  - Gauss Process
tags: []
---

# Gauss Process

## In my notes

> - The **GP** has $x$. ([[b/B|B 1 x]])
>   $$a +b$$

## Related

[[Kernel]]

\`\`\`concept-card
Gauss_Process
\`\`\`
`);
});

test("a note from a choice lists it", () => {
  const note = write(conceptCard(library, library.resolve("정규화"), "정규화", "en"), "정규화");
  expect(note).toContain("- [[normalization|Normalization]]: Bringing features to one scale.\n- [[regularization|Regularization]]: A price on complexity.");
});

test("words that YAML would read otherwise are quoted, and a fence holds backticks", () => {
  const card: WritableCard = { kind: "mentions", linktext: "a ``` b", title: "a: [b] #c", mentions: [], wantedBy: 0, linkedWith: [] };
  const note = write(card, "2024");
  expect(note).toContain('id: "2024"\naliases:\n  - "a: [b] #c"\n');
  expect(note).toContain("````concept-card\na ``` b\n````\n");
  expect(write({ ...card, title: "true" }, "no")).toContain('id: "no"\naliases:\n  - "true"\n');
});

describe("the file that makes a link resolve", () => {
  test.each<[string, ReturnType<typeof fileNameFor>]>([
    ["Lasso_Regression", { name: "Lasso_Regression" }],
    ["Lasso#Zeros", { name: "Lasso" }],
    ["ml/models/Lasso.md", { folder: "ml/models", name: "Lasso" }],
    [" cross validation ", { name: "cross validation" }],
    ["정규화(Regularization)".normalize("NFD"), { name: "정규화(Regularization)" }],
    ["v1.2 notes", { name: "v1.2 notes" }],
    ["common", { name: "common" }],
  ])("%s", (linktext, file) => expect(fileNameFor(linktext)).toEqual(file));

  test.each(["", "#heading", "a:b", "what?", "a*b", 'a"b', "a<b>", "a|b", "a^b", "a[b", "a\\b", "../up", "./here", "/root", "a//b", "ends.", ".hidden", "CON", "a/nul.txt", "figure.png", "paper.PDF", "x".repeat(300), "가".repeat(81), "a\u0000b", "a\nb"])(
    "there is none for %j",
    (linktext) => expect(fileNameFor(linktext)).toBeNull(),
  );
});
