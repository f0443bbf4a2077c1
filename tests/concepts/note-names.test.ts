import { describe, expect, test } from "vitest";
import { linkKey, noteKey, NoteNames } from "../../src/concepts/note-names";
import { WantedNames } from "../../src/concepts/wanted-names";

describe("the names of notes", () => {
  const names = (notes: Record<string, readonly string[]>) => {
    const index = new NoteNames();
    for (const [path, own] of Object.entries(notes)) index.set(path, own);
    return index;
  };

  test.each(["weight_decay", "Weight-Decay", "weight decays", "WEIGHT DECAY.md", "ml/weight_decay#AdamW", "ｗｅｉｇｈｔ decay"])("%s finds Weight Decay", (link) => {
    expect(names({ "a/Weight Decay.md": ["Weight Decay"] }).find(link)).toEqual(["a/Weight Decay.md"]);
  });

  test("an alias, an id or a title finds the note", () => {
    const index = names({ "A.md": ["A", "weight-decay-id", "가중치 감쇠"] });
    expect(index.find("가중치_감쇠")).toEqual(["A.md"]);
    expect(index.find("weight decay id")).toEqual(["A.md"]);
  });

  test.each([["C++", "C"], ["Chapter 1.1", "Chapter 11"], ["decay", "Weight Decay"], ["!!!", "Weight Decay"]])("%s does not find %s", (link, name) => {
    expect(names({ [`${name}.md`]: [name] }).find(link)).toEqual([]);
  });

  test.each([
    ["Chapter 1.1", "chapter1 1"],
    ["Chapter 09 and 9", "chapter09and9"],
    ["2 norm", "2norm"],
    ["10 9 8", "10 9 8"],
    ["x0 0y", "x0 0y"],
    ["x9 9y", "x9 9y"],
    ["xa 1", "xa1"],
    ["C++", "c++"],
    ["a < b", "ab<"],
    ["A ∈ B", "ab∈"],
    ["αβ", "αβ"],
    ["+", ""],
    ["", ""],
  ])("%j has the key %j", (name, key) => expect(noteKey(name)).toBe(key));

  test("the key of a link is that of its note", () => {
    expect(linkKey("Folder/Weight_Decay.md#AdamW|shown")).toBe(noteKey("weight decay"));
  });

  test("a note that is set again with the same names keeps its place among equals", () => {
    const index = names({ "A.md": ["A", "x"], "B.md": ["B", "x"] });
    index.set("A.md", ["A", "X"]);
    expect(index.find("x")).toEqual(["A.md", "B.md"]);
    index.set("A.md", ["A", "y"]);
    expect(index.find("x")).toEqual(["B.md"]);
    expect(index.find("y")).toEqual(["A.md"]);
    index.set("A.md", ["A", "y", "x"]);
    expect(index.find("x")).toEqual(["B.md", "A.md"]);
    index.remove("never.md");
    expect(index.size).toBe(2);
  });

  test("three of a name become two, one and none", () => {
    const index = names({ "A.md": ["A", "x"], "B.md": ["B", "x"], "C.md": ["C", "x"] });
    index.remove("A.md");
    expect(index.find("x")).toEqual(["B.md", "C.md"]);
    index.remove("C.md");
    expect(index.find("x")).toEqual(["B.md"]);
    index.remove("B.md");
    expect(index.find("x")).toEqual([]);
    index.set("D.md", ["D", "x", "!!!", "x"]);
    expect(index.find("x")).toEqual(["D.md"]);
    expect(index.find("!!!")).toEqual([]);
  });

  test("a file name counts before an alias; equals are all returned", () => {
    const index = names({ "Lasso.md": ["Lasso"], "B.md": ["B", "lasso", "x"], "C.md": ["C", "x"] });
    expect(index.find("LASSO")).toEqual(["Lasso.md"]);
    expect(index.find("X")).toEqual(["B.md", "C.md"]);
  });

  test("a renamed or deleted note is found no more", () => {
    const index = names({ "A.md": ["A", "x"], "B.md": ["B", "x"] });
    index.set("A.md", ["A"]);
    expect(index.find("x")).toEqual(["B.md"]);
    index.remove("B.md");
    expect(index.find("x")).toEqual([]);
    expect(index.size).toBe(1);
  });
});

describe("the names that notes want", () => {
  test("agree with counting afresh after any changes", () => {
    const index = new WantedNames();
    const vault = new Map<string, Record<string, number>>();
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 2000; round += 1) {
      const path = `${next(20)}.md`;
      if (next(4) === 0) {
        vault.delete(path);
        index.remove(path);
      } else {
        const links = Object.fromEntries(Array.from({ length: next(4) }, () => [`Name_${next(6)}`, 1 + next(2)]));
        vault.set(path, links);
        index.set(path, links);
      }
      if (round === 1000) index.settle();
      const asked = `name ${next(6)}`;
      const wanting = [...vault].filter(([, links]) => asked.replace("name ", "Name_") in links);
      expect(index.notesWanting(asked).sort()).toEqual(wanting.map(([note]) => note).sort());
      expect(index.isRepeated(asked)).toBe(wanting.length > 1 || wanting.some(([, links]) => (links[asked.replace("name ", "Name_")] ?? 0) > 1));
    }
  });
});
