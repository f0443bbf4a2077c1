import { describe, expect, test } from "vitest";
import { scriptOf, splitGloss } from "../../src/concepts/gloss";

describe("a gloss is taken off a name", () => {
  test.each([
    ["정규화 (Regularization)", "정규화", "Regularization", "parentheses"],
    ["정규화(Regularization)", "정규화", "Regularization", "parentheses"],
    ["  Lasso  (  least absolute shrinkage )  ", "Lasso", "least absolute shrinkage", "parentheses"],
    ["L1 (lasso) regression", "L1 regression", "lasso", "parentheses"],
    ["Norm (L1) (lasso)", "Norm (L1)", "lasso", "parentheses"],
    ["Norm (of a vector) in p (L1 or L2) space", "Norm (of a vector) in p space", "L1 or L2", "parentheses"],
    ["라소（lasso）", "라소", "lasso", "parentheses"],
    ["Dropout - Neural Network", "Dropout", "Neural Network", "dash"],
    ["Dropout  --  Neural Network", "Dropout", "Neural Network", "dash"],
    ["Dropout – a – b", "Dropout – a", "b", "dash"],
    ["Dropout — network", "Dropout", "network", "dash"],
    ["Dropout— network", "Dropout", "network", "dash"],
    ["ML: Lasso", "ML", "Lasso", "dash"],
    ["ML :  Lasso", "ML", "Lasso", "dash"],
    ["Lasso | 라소", "Lasso", "라소", "dash"],
    ["Lasso ~ shrinkage", "Lasso", "shrinkage", "dash"],
    ["Lasso -\nshrinkage", "Lasso", "shrinkage", "dash"],
  ])("%j", (name, head, gloss, by) => {
    expect(splitGloss(name)).toEqual({ head, gloss, by });
  });

  test.each(["Lasso", "bias-variance", "10:30", "Lasso (broken", "broken) Lasso", "a (b) c) d", "((a)", "- Lasso", "Lasso -", ": Lasso", "Lasso:", ""])("%j has none", (name) => {
    expect(splitGloss(name)).toBeNull();
  });
});

test.each([
  ["L1 정규화", "hangul"],
  ["정규화".normalize("NFD"), "hangul"],
  ["ﾗｿ", "other"],
  ["正則化", "other"],
  ["L1 正則化", "other"],
  ["регуляризация", "other"],
  ["Ｌａｓｓｏ", "latin"],
  ["L1", "latin"],
  ["12", "latin"],
  ["Régularisation", "latin"],
])("%j is told apart as %s", (text, script) => {
  expect(scriptOf(text)).toBe(script);
});
