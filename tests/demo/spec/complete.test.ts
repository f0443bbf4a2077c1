import { describe, expect, test } from "vitest";
import { bodyAround } from "../../../src/demo/fences";
import { completionsAt } from "../../../src/demo/spec/complete";

/** The texts offered at the bar in the last line. */
function offered(...lines: string[]): readonly string[] | null {
  const last = lines.at(-1) ?? "";
  const column = last.indexOf("|");
  const body = [...lines.slice(0, -1), last.replace("|", "")];
  return completionsAt(body, body.length - 1, column)?.options.map(({ text }) => text) ?? null;
}

describe("inside a fence are completed", () => {
  test("keys, those that begin so first, without those that are set already", () => {
    expect(offered("|")).toContain("lambda: ");
    expect(offered("la|")).toEqual(["lag: ", "lambda: ", "language: "]);
    expect(offered("lambda: 0.2", "la|")).toEqual(["lag: ", "language: "]);
    expect(offered("λ: 0.2", "la|")).toEqual(["lag: ", "language: "]);
    expect(offered("ta|")).toEqual(["tag: ", "target: ", "data: ", "standardize: "]);
  });

  test("values of a key, also further ones of a list", () => {
    expect(offered("data: |")).toEqual(["diabetes", "two", "sparse", "correlated", "wide", "curve", "orthonormal", "breast-cancer", "digits"]);
    expect(offered("penalties: [l1, |")).toEqual(["none", "l2", "elastic-net"]);
    expect(offered("penalties: l1, el|")).toEqual(["elastic-net"]);
    expect(offered("views: [geo|]")).toEqual(["geometry"]);
    expect(offered("standardize: f|")).toEqual(["false"]);
  });

  test("column names of the data that the fence names", () => {
    expect(offered("target: b|")).toEqual(["bmi", "bp"]);
    expect(offered("data: two", "features: [x1, |")).toEqual(["x2", "y"]);
  });

  test("neither complete words, nor numbers, nor what has no names", () => {
    expect(offered("data: two|")).toBeNull();
    expect(offered("lambda: 0|")).toBeNull();
    expect(offered("caption: la|")).toBeNull();
    expect(offered("what is this |")).toBeNull();
    expect(offered("unknown: |")).toBeNull();
  });
});

describe("the body around a line", () => {
  const around = (text: string, line: number) => bodyAround((at) => text.split("\n")[at], line, 200);

  test("is found inside a fence, in callouts too, and ends at its closing ticks", () => {
    expect(around("a\n```regularization\nx\ny\n```\nb", 3)).toEqual({ first: 2, body: ["x", "y"] });
    expect(around("> ```regularisation\n> x: 1\n> ```", 1)).toEqual({ first: 1, body: ["x: 1"] });
    expect(around("```regularization\nx", 1)).toEqual({ first: 1, body: ["x"] });
  });

  test("is not found outside, behind a closed fence, or in a fence of another language", () => {
    expect(around("a\nb", 1)).toBeUndefined();
    expect(around("```regularization\nx\n```\nb", 3)).toBeUndefined();
    expect(around("```js\nx\n```", 1)).toBeUndefined();
  });
});
