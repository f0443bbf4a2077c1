import { describe, expect, test } from "vitest";
import { foldName, notePart } from "../../src/concepts/fold";

describe("spellings of one name have one key", () => {
  const same: readonly (readonly string[])[] = [
    ["Loss_Function", "loss function", "loss-functions", "LossFunction", "Loss Functions", "folder/sub/Loss Function.md", "Loss Function#Kinds", "Loss function^a1b2c3", "Ｌｏｓｓ　Ｆｕｎｃｔｉｏｎ"],
    ["weight_decay", "Weight Decay", "WeightDecay", "weight–decay", "weight—decay", "WEIGHT DECAY", " weight  decay ", "Weight%20Decay"],
    ["regularization", "Regularisation", "REGULARISATIONS", "03 - Regularization", "044_Regularization", "2.3 Regularization", "1. Regularization", "202401311230 Regularization", "📘 Regularization"],
    ["normalize", "normalise"],
    ["L1 정규화", "L1정규화", "l1 정규화", "L1_정규화", "L₁ 정규화", "ℓ1 정규화", "L1 정규화".normalize("NFD")],
    ["Regularización", "regularizacion"],
    ["LASSO", "lassos", "Lasso|Lasso regression", "Lasso\\|Lasso"],
    ["Bias–variance tradeoff", "bias-variance tradeoff", "Bias Variance Tradeoff", "BiasVarianceTradeoff"],
    ["L1/L2 regularization", "L1 L2 regularization"],
    ["penalties", "penalty"],
    ["losses", "loss"],
  ];
  test.each(same)("%s and its other spellings", (first, ...others) => {
    expect(foldName(first ?? "")).not.toBe("");
    for (const other of others) expect([other, foldName(other)]).toEqual([other, foldName(first ?? "")]);
  });
});

test.each([
  ["mse", "ms"],
  ["bias", "bia"],
  ["loss", "los"],
  ["0-1 loss", "loss"],
  ["10-fold cross-validation", "fold cross-validation"],
  ["L1", "L2"],
  ["Elastic Network", "Elastic Net"],
  ["정규화", "역정규화"],
])("%s is not %s", (one, other) => {
  expect(foldName(one)).not.toBe(foldName(other));
});

test("signs alone have the empty key", () => {
  for (const text of ["", "   ", "***", "#heading only", "///", "…"]) expect(foldName(text)).toBe("");
});

test("slashes inside parentheses are no folders", () => {
  expect(notePart("Regularization (L1/L2)")).toBe("Regularization (L1/L2)");
  expect(notePart("ml/Regularization (L1/L2).md")).toBe("Regularization (L1/L2)");
  expect(notePart("broken (a/b/Lasso")).toBe("Lasso");
});

test("a name of a million signs is folded", () => {
  for (const text of ["/".repeat(1e6), "(".repeat(1e6), "^aaaa ".repeat(2e5), "%E0%A4".repeat(1e5)]) expect(typeof foldName(text)).toBe("string");
});
