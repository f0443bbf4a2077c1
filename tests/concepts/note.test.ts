import { describe, expect, test } from "vitest";
import { plainText } from "../../src/concepts/inline";
import { parseNote, readNames } from "../../src/concepts/note";
import { lassoNote } from "./sample-library";

describe("a library note", () => {
  const note = parseNote("en/lasso", lassoNote);

  test("has its names", () => {
    const names = { id: "lasso", language: "en", title: "Lasso", aliases: ["Lasso regression", "LASSO: the method"] };
    expect(note).toMatchObject({ ...names, tags: ["ml", "regression"] });
    expect(readNames("en/lasso", lassoNote)).toEqual(names);
  });

  test("has a definition in parts, a formula and a source", () => {
    expect(note.definition.map(({ kind }) => kind)).toEqual(["text", "strong", "text", "math", "text", "link", "text"]);
    expect(note.formula).toBe("\\text{MSE} + \\lambda \\sum_i |w_i|");
    expect(note.source).toBe("Tibshirani (1996).");
  });

  test("has bullets with the lines that continue them, and links", () => {
    expect(note.points.map(plainText)).toEqual(["Some weights are exactly zero, so features drop out.", "Soft threshold: λ/2."]);
    expect(note.contrasts.map(plainText)).toEqual(["Ridge shrinks without zeros."]);
    expect(note.related).toEqual(["ridge", "normalization", "unwritten"]);
  });

  test("may be without formula, contrasts, links and source", () => {
    const short = parseNote("ko/a", "---\nid: a\n---\n# 가\n\n뜻이다.\n\n## 핵심\n\n- 하나\n");
    expect(short).toEqual({ id: "a", language: "ko", title: "가", aliases: [], tags: [], definition: [{ kind: "text", text: "뜻이다." }], points: [[{ kind: "text", text: "하나" }]], contrasts: [], related: [] });
  });
});

test.each([
  ["en/ridge", lassoNote, 'Library note en/ridge: its id is not "ridge".'],
  ["fr/lasso", lassoNote, "Library note fr/lasso: its place is not en/… or ko/…."],
  ["en/lasso", lassoNote.replace("# Lasso", "Lasso"), "Library note en/lasso: the title (# …) is missing."],
  ["en/lasso", lassoNote.replace(/Linear regression with.*/, ""), "Library note en/lasso: the definition below the title is missing."],
  ["en/lasso", lassoNote.replace("## Key points", "## Points"), 'Library note en/lasso: the section "Key points" is missing or empty.'],
  ["en/lasso", lassoNote.replace(/- Some[^#]*/, "none\n\n"), 'Library note en/lasso: the section "Key points" has no bullets.'],
  ["en/lasso", lassoNote.replace(/\$\$[^$]*\$\$/, "$$$$ $$$$"), "Library note en/lasso: its formula is empty."],
  ["en/lasso", "", "Library note en/lasso: the title (# …) is missing."],
])("a broken note %s says what is wrong", (key, text, message) => {
  expect(() => parseNote(key, text)).toThrow(message);
});
