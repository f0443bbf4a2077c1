import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import katex from "katex";
import { describe, expect, test } from "vitest";
import { foldName } from "../../src/concepts/fold";
import { splitFrontmatter } from "../../src/concepts/frontmatter";
import { parseInline, type InlinePart } from "../../src/concepts/inline";
import type { Language } from "../../src/concepts/language";
import { loadLibrary } from "../../src/concepts/library";
import shipped from "../../src/concepts/library?notes";
import { parseNote, type ConceptNote } from "../../src/concepts/note";
import { parse as parseYaml } from "yaml";
import { buildModel } from "../../src/demo/build-model";
import { parseSpec } from "../../src/demo/spec/parse-spec";
import { readNotes } from "../../scripts/library-plugin.mjs";

const notes = readNotes(path.join(import.meta.dirname, "../../src/concepts/library"));
const library = loadLibrary(shipped);
const { ids } = library;
const languages: readonly Language[] = ["en", "ko"];
const all = Object.entries(notes).map(([key, text]) => ({ key, text, note: noteOf(key) }));
const body = (text: string) => splitFrontmatter(text).body;

/** Read from its whole file. */
function noteOf(key: string): ConceptNote {
  const english = key.replace(/^ko/, "en");
  return parseNote(key, notes[key] ?? "", english === key ? undefined : noteOf(english));
}

const note = (language: Language, id: string): ConceptNote => noteOf(`${language}/${id}`);

const inlineParts = ({ definition, points, contrasts }: ConceptNote): readonly InlinePart[] => [definition, ...points, ...contrasts].flat();
const formulasIn = (note: ConceptNote) => inlineParts(note).flatMap((part) => (part.kind === "math" ? [part.text] : []));
const linksIn = (note: ConceptNote) => inlineParts(note).flatMap((part) => (part.kind === "link" ? [part.target] : []));

/** Names that mean several things, and which; every other name means one. */
const ambiguous = new Map([["정규화", ["database-normalization", "normalization", "regularization"]]]);

test("every concept has a note in both languages", () => {
  expect(ids.length).toBeGreaterThanOrEqual(80);
  expect(Object.keys(notes).sort()).toEqual(languages.flatMap((language) => ids.map((id) => `${language}/${id}`)).sort());
});

describe.each(all.filter(({ note }) => note.figure !== undefined))("the figure of $key", ({ note }) => {
  test("can be drawn, is low, and is of few penalties", () => {
    const parsed = parseSpec(note.figure ?? "", parseYaml as (yaml: string) => unknown);
    expect(parsed).toMatchObject({ ok: true, notes: [] });
    if (!parsed.ok) return;
    expect(buildModel(parsed.spec).ok).toBe(true);
    expect(parsed.spec.views).toHaveLength(1);
    expect(parsed.spec.penalties.length).toBeLessThanOrEqual(2);
    expect(parsed.spec.height ?? 0).toBeLessThanOrEqual(200);
  });
});

test("the note's own concepts have a figure", () => {
  const drawn = ids.filter((id) => library.note(id, "ko").figure !== undefined);
  expect(drawn).toEqual(expect.arrayContaining(["lasso", "ridge", "elastic-net", "l1-regularization", "l2-regularization", "regularization", "sparsity", "feature-selection", "overfitting"]));
});

test("what the two languages share is shipped once, and read in both", () => {
  for (const { note } of all) expect(library.note(note.id, note.language)).toEqual(note);
  const bytes = (texts: Readonly<Record<string, string>>) => Buffer.byteLength(Object.values(texts).join(""));
  expect(bytes(shipped)).toBeLessThan(bytes(notes) - 30_000);
});

describe.each(all)("the note $key", ({ note, text }) => {
  test("says its id", () => expect(splitFrontmatter(text).properties["id"]).toBe(note.id));

  test("has two to four points, something it is confused with, relations, tags and a source of one line", () => {
    expect(note.points.length).toBeGreaterThanOrEqual(2);
    expect(note.points.length).toBeLessThanOrEqual(4);
    expect(note.contrasts.length).toBeGreaterThan(0);
    expect(note.related.length).toBeGreaterThan(0);
    expect(note.tags.length).toBeGreaterThan(0);
    expect(note.source).toMatch(/\((?:19|20)\d\d\)\. .+\.$/);
  });

  test("leads only to other notes of the library, to none twice among its relations", () => {
    const { related } = note;
    for (const id of [...related, ...linksIn(note)]) expect(ids.filter((known) => known !== note.id)).toContain(id);
    expect(new Set(related).size).toBe(related.length);
  });

  test("calls its relations by their titles", () => {
    const section = body(text).split(/^## (?:Related|관련 개념)$/m)[1]?.split(/^## /m)[0] ?? "";
    const names = parseInline(section).flatMap((part) => (part.kind === "link" ? [part.text] : []));
    expect(names).toEqual(note.related.map((id) => library.note(id, note.language).title));
  });

  test("has formulas that can be drawn, in fonts that are shipped", () => {
    const draw = (tex: string, displayMode: boolean) => katex.renderToString(tex, { displayMode, trust: false, strict: "error", throwOnError: true, maxSize: 20, maxExpand: 200 });
    const formulas = formulasIn(note);
    for (const tex of formulas) expect(draw(tex, false)).toContain("katex");
    if (note.formula !== undefined) expect(draw(note.formula, true)).toContain("katex");
    expect([...formulas, note.formula ?? ""].join(" ")).not.toMatch(/\\(?:mathscr|mathfrak|mathsf|mathtt|textsf|texttt|boldsymbol|bm)\b/);
  });

  test("leaves no marker of Markdown unread", () => {
    const words = inlineParts(note).filter(({ kind }) => kind !== "math" && kind !== "code").map((part) => part.text).join(" ");
    expect(words).not.toMatch(/[*$`]|\[\[|\]\]/);
  });

  test("has sentences that end", () => {
    for (const bullet of [note.definition, ...note.points, ...note.contrasts]) expect(bullet.at(-1)?.text).toMatch(/\.$/);
    expect(body(text)).not.toMatch(/ {2}|[ \t]$/m);
  });
});

test.each(ids)("%s says the same in both languages", (id) => {
  const [english, korean] = [note("en", id), note("ko", id)];
  expect(korean.formula).toBe(english.formula);
  expect(korean.points.length).toBe(english.points.length);
  expect(korean.contrasts.length).toBe(english.contrasts.length);
  expect(korean.related).toEqual(english.related);
  expect([korean.tags, korean.source]).toEqual([english.tags, english.source]);
  expect(new Set(formulasIn(korean))).toEqual(new Set(formulasIn(english)));
});

describe("names", () => {
  const named = all.flatMap(({ note: { id, title, aliases } }) => [id, title, ...aliases].map((name) => ({ id, name })));

  test("each leads to its concept and to no other, but for those that mean several things", () => {
    for (const { id, name } of named) {
      const meant = ambiguous.get(name);
      expect([name, library.resolve(name)]).toEqual([name, meant === undefined ? { kind: "concept", id } : { kind: "ambiguous", ids: meant }]);
      if (meant !== undefined) expect(meant).toContain(id);
    }
  });

  test("no alias repeats another name of its concept in a spelling that is folded anyway", () => {
    for (const id of ids) {
      const keys = languages.flatMap((language) => [note(language, id).title, ...note(language, id).aliases]).map(foldName);
      expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    }
  });

  test("no title stands twice", () => {
    for (const language of languages) {
      const titles = library.titles(language).map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  test.each([
    ["정규화(규제)", "regularization"], ["정규화 (Normalization)", "normalization"], ["과적합(Overfitting)", "overfitting"],
    ["L1 Regularisation", "l1-regularization"], ["가중치감쇠", "weight-decay"], ["평균 제곱 오차(MSE)", "mse"], ["편향-분산 트레이드오프(Bias-Variance Tradeoff)", "bias-variance-tradeoff"],
    ["라쏘 회귀란?", "lasso"], ["Ridge Regression in Python", "ridge"], ["k-겹 교차검증", "cross-validation"], ["What are hyperparameters?", "hyperparameter"],
    ["Logistic Regression", "logistic-regression"], ["로지스틱 회귀분석", "logistic-regression"], ["Gradient_Descent", "gradient-descent"], ["경사 하강법", "gradient-descent"],
    ["SGD (Stochastic Gradient Descent)", "sgd"], ["Adam#AdamW", "adam"], ["adamw", "adamw"], ["소프트맥스", "softmax"], ["MAE", "mae"], ["L1 norm", "l1-norm"], ["Euclidean norm", "l2-norm"],
    ["Binary Cross Entropy", "binary-cross-entropy"], ["최대우도추정(MLE)", "maximum-likelihood"], ["MAP 추정", "map-estimation"], ["서브그래디언트", "subgradient"], ["열경사", "subgradient"],
    ["Proximal Gradient Descent", "proximal-gradient"], ["좌표 하강법", "coordinate-descent"], ["LARS algorithm", "least-angle-regression"], ["그룹 라쏘", "group-lasso"], ["OLS", "ordinary-least-squares"], ["최소자승법", "ordinary-least-squares"],
    ["KKT", "kkt-conditions"], ["Lagrange multipliers", "lagrange-multiplier"], ["쌍대 간극(Duality gap)", "duality-gap"], ["Smooth L1 loss", "huber-loss"], ["Double exponential prior", "laplace-prior"],
    ["Database Normalization", "database-normalization"], ["Normalization (database)", "database-normalization"], ["정규화(DB)", "database-normalization"], ["Batch Norm", "batch-normalization"],
    ["배치 정규화(Batch Normalization)", "batch-normalization"], ["표준화 (Standardization)", "standardization"], ["标准化(Standardization)", "standardization"], ["LOOCV", "leave-one-out"],
    ["CNN (Convolutional Neural Networks)", "cnn"], ["Dropout (Regularization)", "dropout"], ["Dropout - Neural Network", "dropout"], ["Pruning (neural networks)", "pruning"], ["역전파", "backpropagation"],
    ["XAI", "explainable-ai"], ["설명 가능성(Explainability)", "explainable-ai"], ["未学習 (Underfitting)", "underfitting"], ["다중공선성", "multicollinearity"], ["TrainValidationTestSplit", "train-test-split"],
    ["검증 데이터", "validation-set"], ["Hyperparameter Tuning — MOC", "hyperparameter-tuning"], ["1-SE rule", "one-standard-error-rule"], ["주성분분석(PCA)", "pca"], ["AIC", "information-criterion"],
    ["결정계수(R²)", "r-squared"], ["Effective degrees of freedom", "degrees-of-freedom"], ["Neural Network Fundamentals", "neural-network"], ["데이터 누수(Data Leakage)", "data-leakage"],
  ])("[[%s]] is %s", (linktext, id) => expect(library.resolve(linktext)).toEqual({ kind: "concept", id }));

  test.each([
    "제3정규화", "Regularization (physics)",
    "Error function", "L1", "L2", "CV", "CE", "RMSE", "Weight loss", "Cross-Entropy Method", "희소 벡터", "일반화 선형 모형", "Generalized linear model",
    "Learning rate decay", "Feature extraction", "MAP", "Prior", "Norm", "Lagrangian", "Absolute error", "절대 오차", "Adam with weight decay", "운동량",
    "일반화최소제곱(GLS)", "Logistic growth", "Logistic Growth (to Sigmoid)", "Proximal Policy Optimization", "Adam Stewart", "Layer-wise adaptive rate scaling", "축소",
    "제3정규화", "역정규화", "정규화와 역정규화", "Normalization (audio)", "Regularization (physics)", "Error function", "L1", "CV", "CE", "RMSE", "R2", "VIF", "분산팽창인자(VIF)", "Weight loss", "Cross-Entropy Method",
    "희소 벡터", "일반화 선형 모형", "Generalized linear model", "Learning rate decay", "Feature extraction", "Dropout rate", "Dropout rates in schools", "Pruning and Repotting", "Inductive bias",
    "Early stopping for large reasoning models", "합성곱 연산", "Data breach", "데이터 유출", "Jackknife", "Fine-tuning", "Activation", "Convolution", "Polynomials", "Deep learning", "Bias", "Variance", "검증", "선택",
  ])("[[%s]] has no note", (linktext) => expect(library.resolve(linktext)).toEqual({ kind: "none" }));
});

describe("words", () => {
  const korean = all.filter(({ note }) => note.language === "ko");

  test("Korean notes use the terms of Korean textbooks", () => {
    const transliterated = /레귤러|오버피팅|언더피팅|스파시티|스파스|크로스|웨이트|디케이|라쏘|엘라스틱넷|피처|페널티|인터프리터빌리티/;
    for (const { key, text } of korean) expect([key, transliterated.exec(body(text))?.[0]]).toEqual([key, undefined]);
  });

  test("Korean notes keep to the plain style", () => {
    for (const { key, text } of korean) expect([key, /(?:(?<!아)니다|세요|어요|아요|해요)[.\s]/.exec(body(text))?.[0]]).toEqual([key, undefined]);
  });

  test("the constants are those of MSE + λ·penalty", () => {
    for (const id of ["lasso", "l1-regularization", "mse", "feature-selection", "subgradient", "kkt-conditions"]) {
      for (const language of languages) expect(formulasIn(note(language, id))).toContain("\\frac{2}{n}|x_j^\\top r| \\le \\lambda");
    }
    for (const language of languages) {
      expect(formulasIn(note(language, "lasso"))).toContain("\\lambda/2");
      expect(formulasIn(note(language, "ridge"))).toContain("1/(1+\\lambda)");
      for (const id of ["cross-entropy", "binary-cross-entropy", "logistic-regression"]) {
        expect(formulasIn(note(language, id))).toContain("\\frac{1}{n}|x_j^\\top(y - \\hat p)| \\le \\lambda");
      }
      expect(formulasIn(note(language, "soft-thresholding"))).toContain("S_{\\lambda/2}");
      expect(formulasIn(note(language, "map-estimation"))).toEqual(expect.arrayContaining(["\\lambda = \\sigma^2/(n\\tau^2)", "\\lambda = 2\\sigma^2/(nb)"]));
    }
  });
});

const wikilinks = path.resolve(import.meta.dirname, "../../../shared/links/wikilinks.tsv");
const isThere = existsSync(wikilinks);

test.skipIf(!isThere)(`every concept that links of real notes mean has a note of that id${isThere ? "" : " (skipped: ../shared/links is not there)"}`, () => {
  const labels = readFileSync(wikilinks, "utf8").split("\n").slice(1).flatMap((line) => {
    const [, , gold = "", , , remarks = ""] = line.split("\t");
    return [gold, ...(/alt=([\w,-]+)/.exec(remarks)?.[1]?.split(",") ?? [])];
  });
  const concepts = new Set(labels.filter((label) => /^[a-z]/.test(label)));
  expect([...concepts].filter((id) => !ids.includes(id))).toEqual([]);
});
