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
