import { describe, expect, test } from "vitest";
import { partsOfCompound } from "../../src/concepts/compound";

const known = new Set(["ridge", "lasso", "l1 regularization", "l2 regularization", "elastic net", "loss function", "cost function", "cost", "과적합", "정규화", "라소", "릿지", "편향", "분산"]);
const parts = (name: string) => partsOfCompound(name, (words) => known.has(words.join(" ")))?.map((words) => words.join(" ")) ?? null;

describe("a compound is the names that it joins", () => {
  test.each([
    ["Ridge and Lasso", ["ridge", "lasso"]],
    ["Ridge & Lasso", ["ridge", "lasso"]],
    ["Ridge/Lasso", ["ridge", "lasso"]],
    ["Ridge+Lasso", ["ridge", "lasso"]],
    ["Ridge · Lasso", ["ridge", "lasso"]],
    ["Ridge vs. Lasso", ["ridge", "lasso"]],
    ["Ridge versus lasso", ["ridge", "lasso"]],
    ["Ridge or Lasso", ["ridge", "lasso"]],
    ["Ridge, Lasso, and Elastic Net", ["ridge", "lasso", "elastic net"]],
    ["and Ridge and Lasso", ["ridge", "lasso"]],
    ["L1 and L2 regularization", ["l1 regularization", "l2 regularization"]],
    ["L1/L2 Regularisation", ["l1 regularization", "l2 regularization"]],
    ["loss and cost functions", ["loss function", "cost function"]],
    ["cost and loss function", ["cost", "loss function"]],
    ["과적합과 정규화", ["과적합", "정규화"]],
    ["라소와 릿지", ["라소", "릿지"]],
    ["라소랑 릿지", ["라소", "릿지"]],
    ["편향이랑 분산", ["편향", "분산"]],
    ["라소 및 릿지", ["라소", "릿지"]],
    ["라소 그리고 릿지", ["라소", "릿지"]],
    ["라소 또는 릿지", ["라소", "릿지"]],
    ["라소、릿지", ["라소", "릿지"]],
  ])("%s", (name, joined) => {
    expect(parts(name)).toEqual(joined);
  });

  test.each(["Ridge", "Ridge and", "and", "Ridge and something", "something and Lasso", "Android", "Lasso regression", "L1 and L3 regularization", "과적합 정규화", "라소와", ""])("%j is none", (name) => {
    expect(parts(name)).toBeNull();
  });

  test("a name that joins nothing is not looked up at all", () => {
    let asked = 0;
    partsOfCompound("Elastic Net", () => Boolean((asked += 1)));
    expect(asked).toBe(0);
  });
});
