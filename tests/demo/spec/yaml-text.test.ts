import { describe, expect, it } from "vitest";
import { isAlias, isCollection, isScalar, parseDocument, visit } from "yaml";
import { findDeepNesting, findReference, quoteLinks } from "../../../src/demo/spec/yaml-text";
import { createRandom } from "../../../src/math/random";

describe("links before YAML", () => {
  it.each([
    ["data: [[habits.csv]]", 'data: "[[habits.csv]]"'],
    ["  data:  ![[a|b]]  # mine", '  data:  "![[a|b]]"'],
    ["data: [[Note #Heading]]", 'data: "[[Note #Heading]]"'],
    ["tag: #mood", 'tag: "#mood"'],
    ["tag: # a comment", "tag: # a comment"],
    ["lambda: #0.2", "lambda: #0.2"],
    ["features: [[a], [b]]", "features: [[a], [b]]"],
    ["caption: see [[Note]]", "caption: see [[Note]]"],
    ["penalties: [l1, l2]", "penalties: [l1, l2]"],
  ])("%j reaches YAML as %j", (line, quoted) => {
    expect(quoteLinks([line])).toEqual([quoted]);
  });
});

describe("references in YAML", () => {
  it("are told from the same characters inside text, quotes and comments", () => {
    for (const line of ["caption: L1 & L2", "caption: a *b* c", "caption: L1 - *b*, &c", "caption: '*b*'", 'caption: "&a"', "# &a *b", "caption: wow!", "- a & b", "a: [b, c & d]", "a: ['&b', \"*c\"]"]) {
      expect(findReference([line]), line).toBeUndefined();
    }
  });

  it("are found in every random text that YAML accepts", () => {
    const pieces = ["a", "b", "&a ", "*a", "!x ", "<<", ": ", ":", "\n", "\n  ", " ", "[", "]", "{", "}", ", ", ",", "'", '"', "#", " #", "- ", "? ", "\\", "|\n ", "--- ", "\t", "don't", "[[x]]", "\n- ", "\nk: "];
    const random = createRandom(7);
    let read = 0;
    for (let i = 0; i < 40_000; i++) {
      const text = Array.from({ length: 2 + Math.floor(random() * 11) }, () => pieces[Math.floor(random() * pieces.length)]).join("");
      const lines = quoteLinks(text.split("\n"));
      if (!/[&*!]/.test(text) || findReference(lines)) continue;
      const document = parseDocument(lines.join("\n"), { logLevel: "silent" });
      if (document.errors.length > 0) continue;
      read += 1;
      visit(document, (_, node) => {
        if (isAlias(node) || ((isScalar(node) || isCollection(node)) && node.anchor)) throw new Error(`not refused: ${JSON.stringify(text)}`);
      });
    }
    expect(read).toBeGreaterThan(300);
  });
});

describe("deep nesting in YAML", () => {
  it("is counted without trusting what closes a bracket", () => {
    expect(findDeepNesting(["a: 1", `b: ${'["]", '.repeat(65)}`])).toBe(1);
    expect(findDeepNesting(["- - - - a"])).toBe(0);
  });

  it("is not seen in a block that someone would write", () => {
    expect(findDeepNesting(["views: [path]", ...Array.from({ length: 190 }, (_, i) => `  - x${i}`)])).toBeUndefined();
  });
});
