import { describe, expect, test } from "vitest";
import { loadLibrary } from "../../src/concepts/library";
import { sampleNotes } from "./sample-library";

describe("a library", () => {
  const library = loadLibrary(sampleNotes);

  test("resolves the names of both languages", () => {
    expect(library.resolve("Lasso_Regression")).toEqual({ kind: "concept", id: "lasso" });
    expect(library.resolve("라쏘")).toEqual({ kind: "concept", id: "lasso" });
    expect(library.resolve("정규화")).toEqual({ kind: "ambiguous", ids: ["normalization", "regularization"] });
    expect(library.resolve("Dropout")).toEqual({ kind: "none" });
  });

  test("gives a note in the language asked for, else in the other", () => {
    expect(library.note("lasso", "ko").title).toBe("라소 회귀");
    expect(library.note("ridge", "ko")).toMatchObject({ language: "en", title: "Ridge regression" });
    expect(() => library.note("dropout", "en")).toThrow(RangeError);
    expect(() => library.note("toString", "en")).toThrow(RangeError);
  });

  test("lists titles for a finder", () => {
    expect(library.ids).toEqual(["lasso", "normalization", "regularization", "ridge"]);
    expect(library.titles("ko")).toMatchObject([{ id: "lasso", title: "라소 회귀", aliases: ["라소 회귀", "라쏘"] }]);
    expect(library.titles("en")).toHaveLength(4);
  });

  test("reads nothing before it is asked and each note once", () => {
    const reads: string[] = [];
    const watched = new Proxy(sampleNotes, {
      get: (notes, key: string) => {
        reads.push(key);
        return notes[key];
      },
    });
    const lazy = loadLibrary(watched);
    expect([lazy.ids.length, reads]).toEqual([4, []]);
    expect(lazy.note("ridge", "en")).toBe(lazy.note("ridge", "en"));
    expect(new Set(reads)).toEqual(new Set(["en/ridge"]));
    lazy.warm();
    expect(new Set(reads)).toEqual(new Set(Object.keys(sampleNotes)));
  });

  test("a broken note breaks its own card only", () => {
    const broken = loadLibrary({ ...sampleNotes, "en/ridge": "---\nid: ridge\n---\n# Ridge regression\n" });
    expect(broken.resolve("ridge regression")).toEqual({ kind: "concept", id: "ridge" });
    expect(broken.note("lasso", "en").title).toBe("Lasso");
    expect(() => broken.note("ridge", "en")).toThrow("Library note en/ridge: the definition below the title is missing.");
  });
});
