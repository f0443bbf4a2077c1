import { describe, expect, test } from "vitest";
import { foldName, foldWords, notePart } from "../../src/concepts/fold";

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

describe("numbers that only order notes are left out, those of a name stay", () => {
  test.each([
    "1. Lasso", "1) Lasso", "1: Lasso", "1_Lasso", " 12. Lasso", "2.3.1) Lasso", "1.Lasso", "3 - Lasso", "3  –  Lasso", "3 — Lasso", "3 : Lasso", "2.3 - Lasso", "03 Lasso", "03-Lasso", "003  -  Lasso", "2.3 Lasso", "1.2.3  Lasso",
    "202401311230 Lasso", "20240131123045-Lasso", "2024013112304 Lasso",
  ])("%j", (name) => {
    expect(foldName(name)).toBe("lasso");
  });
  test.each([
    ["2-norm", "2norm"], ["3 Lasso", "3lasso"], ["20240131 Lasso", "20240131lasso"], ["10-fold", "10fold"], ["1.5Lasso", "15lasso"], ["100. ", "100"], ["2.3", "23"], ["Lasso 03 - 4", "lasso034"], ["a 1. Lasso", "a1lasso"], ["0.5 - 3", "053"],
  ])("%j stays %j", (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });
});

describe("words are folded to one spelling", () => {
  test.each([
    ["biases", "bias"], ["losses", "loss"], ["boxes", "box"], ["batches", "batch"], ["meshes", "mesh"], ["buzzes", "buzz"], ["penalties", "penalty"], ["maps", "map"], ["gas", "gas"], ["analysis", "analysis"], ["status", "status"],
    ["optimise", "optimize"], ["optimised", "optimized"], ["optimiser", "optimizer"], ["optimising", "optimizing"], ["optimisation", "optimization"], ["analyse", "analyze"], ["promise", "promize"], ["behaviour", "behavior"], ["colours", "color"], ["favourite", "favorite"], ["neighbourhood", "neighborhood"], ["labour", "labor"], ["honour", "honor"], ["discolour", "discolour"], ["hour", "hour"],
    ["wiser", "wizer"], ["l1s", "l1s"], ["net2s", "net2s"],
  ])("%s is %s", (word, folded) => {
    expect(foldName(word)).toBe(folded);
  });
  test.each([
    ["LossFunction", ["loss", "function"]], ["MSELoss", ["mse", "loss"]], ["MSELo", ["mselo"]], ["L1Norm", ["l1", "norm"]], ["AdamW", ["adam", "w"]], ["DROPOUT", ["dropout"]], ["Newton's method", ["newtons", "method"]], ["bias & variance", ["bias", "and", "variance"]], ["bias’s", ["biass"]], ["L1정규화", ["l1", "정규화"]], ["정규화L1", ["정규화", "l1"]], ["Ünsal's norm", ["unsals", "norm"]],
  ] as [string, string[]][])("%j in words", (name, words) => {
    expect(foldWords(name)).toEqual(words.map((word) => foldName(word)));
  });
});

describe("the note that a link names", () => {
  test.each([
    ["Lasso.md ", "Lasso"], ["Lasso.MD", "Lasso"], ["Lasso.md.txt", "Lasso.md.txt"], ["Lasso^block1 ", "Lasso"], ["Lasso^abc", "Lasso^abc"], ["Lasso^block1 x", "Lasso^block1 x"], [" a / b ", "b"], ["a/b/", "b"], ["a/", "a"], ["/Lasso", "Lasso"],
    ["x (a/b) c", "x (a/b) c"], ["(a/b)/c", "c"], ["a (b) / c (d/e)", "c (d/e)"], ["a) b/c (d", "c (d"], ["L1/L2", "L1/L2"], ["notes/L1/L2", "L1/L2"], ["ml1/L2", "L2"], ["L1/L2x", "L2x"], ["L1/xL2", "xL2"], ["L1/Lasso", "Lasso"], ["Weight%20Decay", "Weight Decay"], ["100% sure", "100% sure"], ["%E0%A4 x", "%E0%A4 x"], ["50%zz", "50%zz"],
  ])("%j is %j", (link, note) => {
    expect(notePart(link)).toBe(note);
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
