import { foldWords } from "./fold";

// Words that people put around the name of a concept without naming another one. The lists are closed: what remains after
// dropping them must be a known name as a whole, so "Elastic Network" never reads as "Elastic Net".

const folded = (phrases: readonly string[]) => phrases.map((phrase) => foldWords(phrase));

const fields = [
  "machine learning", "ml", "deep learning", "dl", "statistical learning", "neural network", "artificial intelligence", "ai",
  "statistics", "stats", "data science", "data mining", "mathematics", "maths", "calculus", "linear algebra", "probability",
  "optimization", "information theory", "econometrics", "signal processing", "regression", "classification",
  "머신러닝", "머신 러닝", "기계 학습", "딥러닝", "딥 러닝", "인공지능", "인공 지능", "통계", "통계학", "데이터 과학", "데이터 사이언스",
  "데이터 마이닝", "수학", "선형대수", "확률", "최적화", "정보 이론", "회귀", "회귀 분석", "신경망",
  "機械学習", "深層学習", "統計学", "人工知能", "机器学习", "深度学习", "统计学", "人工智能",
];
const contexts = () => [...fields, "linear regression", "logistic regression", "linear model", "python", "pytorch", "sklearn", "scikit learn"];

const inFront = () => folded([
  "the", "a", "an", "what is", "what are", "intro to", "introduction to", "introducing", "understanding", "overview of", "note on",
  "my note on", "basics of", "fundamentals of", "concept of", "definition of", "types of", "kinds of", "guide to", "about", "on",
  "problem of", "machine learning", "ml", "deep learning", "dl", "머신러닝", "머신 러닝", "기계 학습", "딥러닝", "딥 러닝",
  "머신러닝에서의", "기계 학습에서의", "딥러닝에서의", "딥러닝에서", "머신러닝에서", "什么是",
]);
const behind = () => folded([
  "note", "lecture note", "study note", "moc", "map of content", "overview", "intro", "introduction", "basics", "fundamentals",
  "mechanics", "definition", "explained", "explanation", "summary", "cheatsheet", "cheat sheet", "concept", "tutorial", "hub",
  "primer", "technique", "formula", "algorithm", "101", "todo", "to do", "draft", "wip", "stub", "in depth", "in detail", "in practice",
  "machine learning", "ml", "deep learning", "dl",
  ...contexts().flatMap((context) => [`in ${context}`, `for ${context}`]),
]);
/** Endings of Korean, Japanese and Chinese names, which are written with or without a space before them. */
const tails = [
  "무엇인가", "무엇인가요", "뭔가", "무엇", "정리", "개념", "개념정리", "개요", "기초", "요약", "노트", "메모", "공부", "복습", "설명",
  "뜻", "의미", "정의", "이해", "이해하기", "종류", "소개", "입문", "원리", "대하여", "대해", "기법", "알고리즘",
  "이란", "란", "은", "는", "이", "가", "을", "를", "의", "와", "과", "이랑", "랑", "에", "에서", "으로", "로", "에대하여", "에대해",
  "とは", "とは何か", "について", "概要", "入門", "まとめ", "概述", "简介", "笔记", "总结", "是什么",
];

interface Fillers {
  readonly leading: readonly string[][];
  readonly trailing: readonly string[][];
  /** Of fields and of what stands behind names. */
  readonly keys: ReadonlySet<string>;
}

let known: Fillers | null = null;

/** Folded at the first question: this file is read while the app starts. */
function fillers(): Fillers {
  if (known !== null) return known;
  const trailing = behind();
  known = { leading: inFront(), trailing, keys: new Set([...folded(fields), ...trailing].map((phrase) => phrase.join(""))) };
  return known;
}

/** Whether these words only name the field a concept belongs to, or the state of a note: "(machine learning)", "(to do)". */
export function isContext(words: readonly string[]): boolean {
  const key = words.join("");
  return key === "" || fillers().keys.has(key);
}

/** Every form of a name with one filler less, at its start or at its end. */
export function withoutOneFiller(words: readonly string[]): string[][] {
  const forms: string[][] = [];
  const { leading, trailing } = fillers();
  for (const phrase of leading) {
    if (phrase.length < words.length && phrase.every((word, i) => word === words[i])) forms.push(words.slice(phrase.length));
  }
  for (const phrase of trailing) {
    const rest = words.length - phrase.length;
    if (rest > 0 && phrase.every((word, i) => word === words[rest + i])) forms.push(words.slice(0, rest));
  }
  const last = words.at(-1) ?? "";
  for (const tail of tails) {
    if (!last.endsWith(tail)) continue;
    const before = words.slice(0, -1);
    if (last.length > tail.length) forms.push([...before, last.slice(0, -tail.length)]);
    else if (before.length > 0) forms.push(before);
  }
  return forms;
}
