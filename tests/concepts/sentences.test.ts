import { describe, expect, test } from "vitest";
import { sentences, startsByPlatform, startsByRules } from "../../src/concepts/sentences";

describe.each([["the platform's rules", startsByPlatform], ["the project's rules", startsByRules]] as const)("by %s", (_, find) => {
  const split = (text: string) => sentences(text, find).map(({ start, end }) => text.slice(start, end).trim());

  test.each<[string, string[]]>([
    ["One ends. Two ends! Three?", ["One ends.", "Two ends!", "Three?"]],
    ["라소는 가중치를 0으로 만든다. 릿지는 줄인다.", ["라소는 가중치를 0으로 만든다.", "릿지는 줄인다."]],
    ["왜 그럴까? 모서리 때문이에요. 그래요!", ["왜 그럴까?", "모서리 때문이에요.", "그래요!"]],
    ["가중치를 줄인다.그래서 안정적이다.", ["가중치를 줄인다.", "그래서 안정적이다."]],
    ["Set λ to e.g. 0.05 or 0.1. Then fit.", ["Set λ to e.g. 0.05 or 0.1.", "Then fit."]],
    ["Small weights, i.e. stable ones, win. See Fig. 3 by J. Friedman et al. for more.", ["Small weights, i.e. stable ones, win.", "See Fig. 3 by J. Friedman et al. for more."]],
    ["He said “it shrinks.” Then he left.", ["He said “it shrinks.”", "Then he left."]],
    ["1. First point of the list.", ["1. First point of the list."]],
    ["값은 0.5이다. 다음은 1.5이다.", ["값은 0.5이다.", "다음은 1.5이다."]],
    ["no end at all", ["no end at all"]],
    ["10. Tenth point. More of it.", ["10. Tenth point.", "More of it."]],
    ["2.3. A part of a chapter. More.", ["2.3. A part of a chapter.", "More."]],
    ["It waits... and goes on. Then it stops.", ["It waits... and goes on.", "Then it stops."]],
    ["It waits… and goes on. Then it stops.", ["It waits… and goes on.", "Then it stops."]],
    ["Is it so? It is.", ["Is it so?", "It is."]],
    ["A. B. Smith and J. Friedman wrote it. They did.", ["A. B. Smith and J. Friedman wrote it.", "They did."]],
    ["It is plan B. So be it.", ["It is plan B. So be it."]],
    ["See (cf. Tibshirani) or p. 5. There it is.", ["See (cf. Tibshirani) or p. 5.", "There it is."]],
    ["The case. Next one.", ["The case.", "Next one."]],
    ["很好。下一个！真的？好", ["很好。", "下一个！", "真的？", "好"]],
    ["そうです。次へ。", ["そうです。", "次へ。"]],
    ["It ends here (it does.) Then more.", ["It ends here (it does.)", "Then more."]],
    ["Really?! Yes.", ["Really?!", "Yes."]],
    ["", []],
  ])("%s", (text, expected) => expect(split(text)).toEqual(expected));

  test("the ranges cover the text without gaps", () => {
    const text = "A b. C d? 가나다. e.g. 0.1 x… " + ".?! ".repeat(500);
    const ranges = sentences(text, find);
    expect(ranges[0]?.start).toBe(0);
    expect(ranges.at(-1)?.end).toBe(text.length);
    ranges.slice(1).forEach((range, i) => expect(range.start).toBe(ranges[i]?.end));
  });
});

describe("the project's own rules", () => {
  test.each<[string, number[]]>([
    ["", []],
    ["a.b", [0]],
    ["A. B", [0, 3]],
    ["가.나", [0, 2]],
    ["가.b", [0]],
    ["a.나", [0]],
    ["漢.字", [0, 2]],
    ["ひ.カ", [0, 2]],
    ["a。b", [0, 2]],
    ["a.」 b", [0, 4]],
    ["a.\" b", [0, 4]],
    ["a. ", [0]],
    ["a... b", [0, 5]],
  ])("%j has starts at %j", (text, starts) => expect(startsByRules(text)).toEqual(starts));

  test("hold where the platform has none", () => {
    const { Segmenter } = Intl;
    try {
      Reflect.set(Intl, "Segmenter", undefined);
      expect(startsByPlatform("One ends. two goes on. 가.나")).toEqual(startsByRules("One ends. two goes on. 가.나"));
    } finally {
      Reflect.set(Intl, "Segmenter", Segmenter);
    }
    expect(startsByPlatform("One ends. two goes on.")).not.toEqual(startsByRules("One ends. two goes on."));
  });
});
