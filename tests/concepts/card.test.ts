import { describe, expect, test } from "vitest";
import { conceptCard, readableName } from "../../src/concepts/card";
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
