import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { checkNote } from "../../src/concepts/check-note";

const found = (note: string) => checkNote(note).map(({ mistake }) => mistake);

describe("a mistake is found", () => {
  test.each([
    ["swapped-names", "L1 regularization is also called ridge regression."],
    ["swapped-names", "L2 정규화를 쓴 선형 회귀를 라쏘 회귀라고 한다."],
    ["swapped-names", "선형 회귀에 **L1 정규화**를 적용하면 [[ridge|릿지 회귀]]가 된다."],
    ["swapped-priors", "The lasso is the MAP estimate under a Gaussian prior."],
    ["swapped-priors", "L2 정규화는 라플라스 사전 분포에 해당한다."],
    ["weight-decay", "L2 regularization is the same as weight decay."],
    ["weight-decay", "딥러닝에서는 L2 정규화(Weight Decay)가 더 자주 쓰인다."],
    ["whole-filters", "With L1 on a CNN, whole filters become zero."],
    ["whole-filters", "L1 정규화를 적용하면 특정 필터(커널)가 아예 0이 된다."],
    ["differentiable", "The L1 penalty is differentiable, so gradient descent works."],
    ["differentiable", "L1 벌칙은 어디서나 미분 가능하다."],
    ["ridge-zeros", "Ridge sets unimportant weights to exactly zero."],
    ["ridge-zeros", "릿지 회귀는 필요 없는 가중치를 정확히 0으로 만든다."],
    ["hard-to-optimise", "L1 is not differentiable at 0, which makes it hard to optimise."],
    ["hard-to-optimise", "| | L1 정규화 | L2 정규화 |\n|--|--|--|\n| 단점 | 미분이 w=0에서 불연속이라 최적화가 어렵다 | 없음 |"],
  ])("%s: %s", (mistake, note) => {
    expect(found(note)).toContain(mistake);
  });
});

describe("nothing is found", () => {
  test.each([
    "L1 regularization is called the lasso, L2 ridge regression.",
    "Unlike ridge, L1 sets weights to zero.",
    "L1은 라쏘, L2는 릿지라고 한다.",
    "L1 is not ridge.",
    "A Laplace prior gives the lasso, a Gaussian prior gives ridge.",
    "라플라스 사전 분포는 라쏘, 가우시안 사전 분포는 릿지에 해당한다.",
    "With plain SGD, L2 regularization and weight decay are the same.",
    "L2 정규화와 가중치 감쇠는 같은 것이 아니다.",
    "AdamW decouples weight decay from the L2 penalty.",
    "Group lasso removes whole filters.",
    "With element-wise L1, filters keep holes but rarely become zero.",
    "The absolute value is not differentiable at 0.",
    "L1은 0에서 미분 가능하지 않다.",
    "Ridge never sets weights to exactly zero.",
    "릿지는 가중치를 정확히 0으로 만들지 않는다.",
    "L1 is not differentiable at 0, but proximal steps make it easy.",
    "```\nL1 is also called ridge.\n```",
    "%%L1 is also called ridge.%%",
    "---\nnote: L1 is also called ridge.\n---\n",
    "Weather: L2 and L1 pens write differently.",
  ])("in %j", (note) => {
    expect(found(note)).toEqual([]);
  });
});

test("a finding names its line and the sentence as it is read", () => {
  expect(checkNote("# T\n\nFirst.\nThe **L1** penalty is\nalso called [[Ridge|ridge]]. Last.")).toEqual([{ mistake: "swapped-names", line: 3, sentence: "The L1 penalty is also called ridge." }]);
});

test("a long note takes no longer than its length", () => {
  expect(checkNote(`${"L1 ridge ".repeat(20_000)}(weight decay = `)).toBeInstanceOf(Array);
});

const student = path.resolve(import.meta.dirname, "../../../shared/vault/Regularization.md");
test.skipIf(!existsSync(student))("the student's note leaves out Adam, takes L1 to empty whole filters, and calls it hard to optimise (needs the note beside the project)", () => {
  expect(checkNote(readFileSync(student, "utf8")).map(({ mistake, line }) => [mistake, line + 1])).toEqual([["weight-decay", 55], ["whole-filters", 56], ["hard-to-optimise", 69]]);
});
