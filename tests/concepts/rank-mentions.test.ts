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

test("a mention under a heading of its name comes before one that is not, a whole sentence before a fragment, bare links last", () => {
  const text = "see also [[kernel]] and friends\n\nIt needs a [[kernel]] to work.\n\n- [[kernel]]\n\n# The kernel\n\nWe choose the [[kernel]] by eye.";
  expect(ranked(text)).toEqual(["We choose the kernel by eye.", "It needs a kernel to work.", "see also kernel and friends", "kernel"]);
});

test("the same sentence counts once and no more than the limit are kept", () => {
  expect(ranked("A [[kernel]] b.\n\na *[[kernel]]* b\n\nc [[kernel]].")).toEqual(["A kernel b.", "c kernel."]);
  expect(ranked("a [[kernel]].\n\nb [[kernel]].\n\nc [[kernel]].", 2)).toHaveLength(2);
});
