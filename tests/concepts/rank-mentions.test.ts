import { expect, test } from "vitest";
import { foldName } from "../../src/concepts/fold";
import { plainText } from "../../src/concepts/inline";
import { findMentions } from "../../src/concepts/mentions";
import { rankMentions } from "../../src/concepts/rank-mentions";

const ranked = (text: string, limit = 10) =>
  rankMentions(findMentions(text, (link) => foldName(link) === "kernel"), limit).map(({ parts }) => plainText(parts));

test.each([
  "A [[kernel]] is a similarity between two points.",
  "The **[[Kernel]]** (covariance) means how alike two points are.",
  "Such a similarity is called a [[kernel]].",
  "[[Kernel|커널]]이란 두 점의 닮음이다.",
  "**커널([[Kernel]])**은 두 점의 닮음을 재는 함수이다.",
  "두 점의 닮음을 재는 함수를 **커널([[Kernel]])**이라고 한다.",
  "[[Kernel]]: how alike two points of the data are",
])("a definition comes first: %s", (definition) => {
  const others = ["Here we also use a [[kernel]] with care.", "여기서도 [[Kernel|커널]]을 조심해서 쓴다."];
  expect(ranked([others[0], definition, others[1]].join("\n\n"))[0]).toBe(plainText(findMentions(definition, () => true)[0]?.parts ?? []));
});

/** The sentence's rank below a plain one that stands before it: 0 where it is taken for a definition. */
const placeOf = (sentence: string) => ranked(`Here we also use a [[kernel]] with care.\n\n${sentence}`).indexOf(plainText(findMentions(sentence, () => true)[0]?.parts ?? []));

test.each([
  "[[Kernel]] refers to the similarity of points.", "[[Kernels]] refer to similarities of points.", "A [[kernel]] denotes the similarity of points.", "[[Kernels]] denote similarities of points.",
  "An [[kernel]] describes how alike points are.", "[[Kernels]] describe how alike points are.", "[[Kernel]] stands for the similarity of points.", "[[Kernels]] are similarities of points.", "[[Kernels]] mean how alike points are.",
  "In short, a good [[kernel]] is a similarity.", "“[[Kernel]]” (also: covariance) is a similarity.", "[[Kernel]] (k) is a similarity.",
  "[[Kernel]] — how alike two points of the data are.", "[[Kernel]] = how alike two points of the data are.", "[[Kernel]] – how alike two points of the data are.", "[[Kernel]]:how alike two points of the data are.",
  "Such a similarity is known as the [[kernel]].", "It was termed an [[kernel]] later.", "It has been named “[[kernel]]” since.", "What one has called  the  [[kernel]] since.", "It is called [[kernel]] here.",
  "[[Kernel|커널]]란 두 점의 닮음이다.", "두 점의 닮음을 [[Kernel|커널]]이라 부른다.", "두 점의 닮음을 [[Kernel|커널]]이라고도 부릅니다.", "두 점의 닮음을 [[Kernel|커널]]이라고 도 불린다.", "두 점의 닮음을 [[Kernel|커널]]라 합니다.", "닮음을 [[Kernel|커널]]이라고 정의한다.",
  "[[Kernel|커널]]은 닮음을 재는 방법입니다.", "[[Kernel|커널]]은 닮음을 재는 것.", "[[Kernel|커널]]는 닮음을 재는 기법이에요", "[[Kernel|커널]]은 닮음을 나타내는 값",
])("a definition in other words: %s", (definition) => {
  expect(placeOf(definition)).toBe(0);
});

test.each([
  "So it happens that whenever we look at any [[kernel]] is a word that comes after a long beginning.", "A [[kernel]] issues from this.", "A [[kernel]] that is good.", "[[Kernel]]: short text.", "We have called the old [[kernel]] back.",
  "이번에 고른 [[Kernel|커널]]을 정의에 따라 써 본다.", "[[Kernel|커널]]은 조심해서 고른다.", "앞에서 여러 번 말했듯이 다음과 같이 아주 조심스럽게 고른 [[Kernel|커널]]은 쓸모가 있는 것이다.", "여기서 [[Kernel|커널]] 란을 채운다.",
])("no definition: %s", (sentence) => {
  expect(placeOf(sentence)).toBe(1);
});

test("a formula counts a little, a sentence too long to read less than one that is not, a heading a little, its name in it more", () => {
  expect(ranked("One [[kernel]] here is k.\n\nThis [[kernel]] has a formula.\n\n$$\nk(x, y)\n$$\n")[0]).toBe("This kernel has a formula.");
  const long = `We use the [[kernel]] where ${"words follow upon words ".repeat(11)}so.`;
  expect(ranked(`${long}\n\nWe use the [[kernel]] here.`)[0]).toBe("We use the kernel here.");
  expect(ranked(`We use a [[kernel]] first.\n\n# Other things\n\nWe use a [[kernel]] second.`)[0]).toBe("We use a kernel second.");
  expect(ranked(`# Other things\n\nWe use a [[kernel]] first.\n\n# On the kernel\n\nWe use a [[kernel]] second.`)[0]).toBe("We use a kernel second.");
});

test("of equals the one that is written first comes first, and sentences are the same whatever their case and signs", () => {
  expect(ranked("a [[kernel]] b.\n\nc [[kernel]] d.\n\ne [[kernel]] f.")).toEqual(["a kernel b.", "c kernel d.", "e kernel f."]);
  expect(ranked("The [[kernel]], it works well!\n\nTHE **[[kernel]]** (it works – well).")).toHaveLength(1);
});

test("a mention under a heading of its name comes before one that is not, a whole sentence before a fragment, bare links last", () => {
  const text = "see also [[kernel]] and friends\n\nIt needs a [[kernel]] to work.\n\n- [[kernel]]\n\n# The kernel\n\nWe choose the [[kernel]] by eye.";
  expect(ranked(text)).toEqual(["We choose the kernel by eye.", "It needs a kernel to work.", "see also kernel and friends", "kernel"]);
});

test("the same sentence counts once and no more than the limit are kept", () => {
  expect(ranked("A [[kernel]] b.\n\na *[[kernel]]* b\n\nc [[kernel]].")).toEqual(["A kernel b.", "c kernel."]);
  expect(ranked("a [[kernel]].\n\nb [[kernel]].\n\nc [[kernel]].", 2)).toHaveLength(2);
});
