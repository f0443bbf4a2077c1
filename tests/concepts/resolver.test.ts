import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import notes from "../../src/concepts/library?notes";
import { loadLibrary } from "../../src/concepts/library";
import { createResolver } from "../../src/concepts/resolver";

const resolver = createResolver([
  { id: "regularization", names: ["Regularization", "정규화", "규제"] },
  { id: "normalization", names: ["Normalization", "정규화 (Normalization)", "standardization"] },
  { id: "l1-regularization", names: ["L1 regularization", "L1 정규화", "L1 norm"] },
  { id: "l2-regularization", names: ["L2 regularization", "L2 정규화", "L2 norm"] },
  { id: "lasso", names: ["Lasso", "Lasso regression", "라소 회귀", "라소"] },
  { id: "ridge", names: ["Ridge", "Ridge regression", "릿지 회귀"] },
  { id: "elastic-net", names: ["Elastic net", "엘라스틱 넷"] },
  { id: "overfitting", names: ["Overfitting", "과적합"] },
  { id: "linear-regression", names: ["linear-regression", "선형 회귀"] },
  { id: "loss-function", names: ["Loss function", "Cost function", "손실 함수"] },
  { id: "cross-entropy", names: ["Cross-entropy", "교차 엔트로피"] },
  { id: "mse", names: ["MSE", "Mean squared error"] },
]);

function named(linktext: string): string {
  const resolution = resolver.resolve(linktext);
  return resolution.kind === "concept" ? resolution.id : resolution.kind === "none" ? "none" : resolution.ids.join(" or ");
}

describe("a name in any dress is its concept", () => {
  test.each([
    ["Lasso_Regression", "lasso"],
    ["ml/concepts/Lasso regression.md", "lasso"],
    ["Regularization#L1", "regularization"],
    ["What is overfitting?", "overfitting"],
    ["The Lasso", "lasso"],
    ["Introduction to Regularization in deep learning", "regularization"],
    ["Overfitting MOC", "overfitting"],
    ["Elastic Net Algorithm", "elastic-net"],
    ["릿지 회귀 알고리즘", "ridge"],
    ["Hub - Overfitting", "overfitting"],
    ["ML: Lasso", "lasso"],
    ["Lasso regression note", "lasso"],
    ["L1 정규화란?", "l1-regularization"],
    ["과적합이란 무엇인가", "overfitting"],
    ["과적합 정리", "overfitting"],
    ["손실함수의 종류", "loss-function"],
    ["손실함수를", "loss-function"],
    ["딥러닝에서의 과적합", "overfitting"],
    ["Overfitting이란", "overfitting"],
    ["Linear Regression (Calculus)", "linear-regression"],
    ["Overfitting (to do)", "overfitting"],
    ["과적합(Overfitting)", "overfitting"],
    ["過学習 (Overfitting) MOC", "overfitting"],
    ["교차 엔트로피 Cross-Entropy", "cross-entropy"],
    ["Loss Functions & Cost Functions", "loss-function"],
  ])("[[%s]] is %s", (linktext, id) => expect(named(linktext)).toBe(id));
});

describe("a name that could mean two things is a choice", () => {
  test.each([
    ["정규화", "normalization or regularization"],
    ["정규화란", "normalization or regularization"],
    ["Ridge and Lasso", "lasso or ridge"],
    ["Lasso vs. Ridge regression", "lasso or ridge"],
    ["L1 and L2 regularization", "l1-regularization or l2-regularization"],
    ["L1/L2 regularization", "l1-regularization or l2-regularization"],
    ["라소와 릿지 회귀", "lasso or ridge"],
    ["과적합(Lasso)", "lasso or overfitting"],
  ])("[[%s]] is %s", (linktext, ids) => expect(named(linktext)).toBe(ids));
});

describe("a gloss says which is meant", () => {
  test.each([
    ["정규화(Regularization)", "regularization"],
    ["정규화 (Normalization)", "normalization"],
    ["정규화(Regularization)".normalize("NFD"), "regularization"],
    ["Ridge (L2 regularization)", "ridge"],
    ["Regularization (L1/L2)", "regularization"],
    ["Regularization (L1)", "l1-regularization"],
    ["정규화(L2)", "l2-regularization"],
    ["MSE (Mean Squared Error)", "mse"],
  ])("[[%s]] is %s", (linktext, id) => expect(named(linktext)).toBe(id));
});

describe("a part of a name is not the name", () => {
  test.each([
    "Elastic Network Interfaces", "Ridge Racer", "L1 Cache", "Lasso (programming language)", "Lasso (프로그래밍 언어)", "MSE (Multi-Scale Entropy)",
    "Dropout (Regularization)", "데이터베이스 정규화(Normalization)", "정규화와 역정규화", "규제 문서", "Overfitting and Underfitting",
    "Linear Classification", "Cross-Entropy Method", "Lasso - a day at the ranch", "overfitting-of-small-models-in-vision", "", "#Lasso", "()", "((((", "의",
  ])("[[%s]] is no concept", (linktext) => expect(named(linktext)).toBe("none"));

  test("a link longer than any file name is no concept", () => {
    for (const text of ["Lasso ".repeat(1e5), "(".repeat(1e6), "(a)".repeat(80), "the ".repeat(60) + "Lasso", "a - ".repeat(60)]) {
      expect(named(text)).toBe("none");
    }
  });
});

const wikilinks = path.resolve(import.meta.dirname, "../../../shared/links/wikilinks.tsv");
const isThere = existsSync(wikilinks);
const library = loadLibrary(notes);

test.each([
  ["Loss_Function", "loss-function"],
  ["Overfitting", "overfitting"],
  ["Interpretability", "interpretability"],
  ["linear_regression", "linear-regression"],
  ["Lasso_Regression", "lasso"],
  ["weight_decay", "weight-decay"],
])("[[%s]] is the library's %s", (target, id) => {
  expect(library.resolve(target)).toEqual({ kind: "concept", id });
});

describe.skipIf(!isThere)(`links of real notes${isThere ? "" : " (skipped: ../shared/links is not there)"}`, () => {
  const rows = isThere ? readFileSync(wikilinks, "utf8").split("\n").slice(1).filter((line) => line !== "").map(row) : [];
  const inLibrary = rows.filter(({ gold }) => library.ids.includes(gold));

  function row(line: string) {
    const [, target = "", gold = "", , , remarks = ""] = line.split("\t");
    const acceptable = /alt=([\w,-]+)/.exec(remarks)?.[1]?.split(",") ?? [];
    const resolution = library.resolve(target);
    const ids = resolution.kind === "concept" ? [resolution.id] : resolution.kind === "ambiguous" ? resolution.ids : [];
    return { target, gold, acceptable, ids };
  }

  test("at least 95 of 100 links to a concept of the library find it and nothing else", () => {
    const missed = inLibrary.filter(({ gold, ids }) => ids.length !== 1 || ids[0] !== gold).map(({ target, gold }) => `${target} → ${gold}`);
    expect(inLibrary.length).toBeGreaterThanOrEqual(120);
    expect(missed.length / inLibrary.length, missed.join("\n")).toBeLessThanOrEqual(0.05);
  });

  test("a name that is no concept finds none", () => {
    const found = rows.filter(({ gold, ids }) => gold === "NONE" && ids.length > 0);
    expect(found.map(({ target, ids }) => `${target}: ${ids.join(" or ")}`)).toEqual([]);
  });

  test("no link finds a concept that it does not mean", () => {
    const wrong = rows.filter(({ gold, acceptable, ids }) => ids.length > 0 && !ids.some((id) => id === gold || acceptable.includes(id)));
    expect(wrong.map(({ target, gold, ids }) => `${target}: ${ids.join(" or ")}, meant ${gold}`)).toEqual([]);
  });
});
