import { describe, expect, test } from "vitest";
import { canBeCreated, conceptCard, readableName } from "../../src/concepts/card";
import { loadLibrary } from "../../src/concepts/library";
import { sampleNotes } from "./sample-library";

const library = loadLibrary(sampleNotes);
const card = (linktext: string, language: "en" | "ko" = "en") => conceptCard(library, library.resolve(linktext), linktext, language);

describe("a card of the library", () => {
  test("holds what the note says, and both titles", () => {
    expect(card("Lasso_Regression")).toMatchObject({
      kind: "concept", id: "lasso", linktext: "Lasso_Regression", title: "Lasso", otherTitle: "라소 회귀", language: "en", tags: ["ml", "regression"],
      formula: "\\text{MSE} + \\lambda \\sum_i |w_i|", source: "Tibshirani (1996).",
      related: [{ target: "ridge", title: "Ridge regression" }, { target: "normalization", title: "Normalization" }, { target: "unwritten", title: "unwritten" }],
    });
    expect(card("Lasso", "ko")).toMatchObject({ title: "라소 회귀", otherTitle: "Lasso", language: "ko" });
  });

  test("has no second title where there is one language", () => {
    expect(card("ridge", "ko")).not.toHaveProperty("otherTitle");
    expect(card("ridge", "ko")).toMatchObject({ title: "Ridge regression", language: "en" });
  });

  test("shows the choices of an ambiguous name", () => {
    expect(card("정규화")).toMatchObject({ kind: "ambiguous", title: "정규화", choices: [{ id: "normalization", title: "Normalization" }, { id: "regularization" }] });
  });

  test("is absent for a name that is no concept", () => expect(card("Dropout")).toBeNull());
});

test.each([["a/b/Loss_Function.md#Kinds", "Loss Function"], ["Lasso", "Lasso"], ["#only", "#only"], ["a/", "a/"]])("%s reads %s", (linktext, title) => {
  expect(readableName(linktext)).toBe(title);
});

describe("a note can be made of a card", () => {
  test("of one thing that has none", () => {
    const lasso = card("Lasso");
    const ambiguous = card("정규화");
    if (lasso === null || ambiguous === null) throw new Error("no card");
    expect(canBeCreated(lasso)).toBe(true);
    expect(canBeCreated(ambiguous)).toBe(false);
    expect(canBeCreated({ kind: "mentions", linktext: "x", title: "x", links: 1, passages: [], related: [] } as never)).toBe(true);
    expect(canBeCreated({ kind: "note", linktext: "x" } as never)).toBe(false);
  });
});

describe("what a note does not say", () => {
  test("is no part of its card", () => {
    const plain = card("ridge");
    for (const part of ["formula", "figure", "source"]) expect(plain !== null && part in plain).toBe(plain !== null && library.note("ridge", "en")[part as "formula"] !== undefined);
  });
});
