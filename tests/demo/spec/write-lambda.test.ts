import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseSpec } from "../../../src/demo/spec/parse-spec";
import { presets } from "../../../src/demo/spec/presets";
import { writeLambda } from "../../../src/demo/spec/write-lambda";

const lambdaOf = (body: string) => {
  const parsed = parseSpec(body, (yaml) => parse(yaml) as unknown);
  return parsed.ok ? parsed.spec.lambda : parsed.problems;
};

describe("saving λ into a fence", () => {
  it.each([
    ["lambda: 0.2", "lambda: 0.35"],
    ["data: two\nlambda: 0.2   # by eye\nviews: [path]", "data: two\nlambda: 0.35   # by eye\nviews: [path]"],
    ["λ: 1", "λ: 0.35"],
    ["Lambda:   1e-3 ", "Lambda:   0.35 "],
    ["\"lambda\": '0.2' # x", "\"lambda\": 0.35 # x"],
    ["lambda: 0,5", "lambda: 0.35"],
    ["lambda:", "lambda: 0.35"],
    ["lambda: # later", "lambda: 0.35 # later"],
    ["lambda:\n  0.2 # here\ndata: two", "lambda:\n  0.35 # here\ndata: two"],
    ["  data: two\n  lambda: 0.2\n", "  data: two\n  lambda: 0.35\n"],
    ["lambda: 0.2\r\ndata: two\r\n", "lambda: 0.35\r\ndata: two\r\n"],
    ["data: two", "data: two\nlambda: 0.35"],
    ["data: two\n", "data: two\nlambda: 0.35\n"],
    ["data: two\r\n", "data: two\r\nlambda: 0.35\r\n"],
    ["  data: two", "  data: two\n  lambda: 0.35"],
    ["", "lambda: 0.35"],
    ["# only a comment: lambda: 1", "# only a comment: lambda: 1\nlambda: 0.35"],
    ["caption: 'lambda: 9'", "caption: 'lambda: 9'\nlambda: 0.35"],
    ["caption: |\n  lambda: 9\ndata: two", "caption: |\n  lambda: 9\ndata: two\nlambda: 0.35"],
    ["{data: two, lambda: 2}", "{data: two, lambda: 0.35}"],
    ["{ λ: 2 , data: two }", "{ λ: 0.35 , data: two }"],
    ["{data: two}", "{lambda: 0.35, data: two}"],
    ["---\n{data: two,\n lambda: 2}", "---\n{data: two,\n lambda: 0.35}"],
    ["---\ndata: two\n...\n", "---\ndata: two\nlambda: 0.35\n...\n"],
    ["{}", "{lambda: 0.35}"],
    ["data: two\npenalties:\n  - l1\n  - l2", "data: two\npenalties:\n  - l1\n  - l2\nlambda: 0.35"],
  ])("%j becomes %j and nothing else changes", (before, after) => {
    expect(writeLambda(before, 0.35)).toBe(after);
    expect(lambdaOf(after)).toBe(0.35);
  });

  it("what is written is read back exactly, and writing it again changes nothing", () => {
    for (const lambda of [0, 1e-7, 0.1 + 0.2, 12.3, 1e21, 5e-324]) {
      for (const body of ["", "λ: 3", ...presets.map((preset) => preset.body)]) {
        const written = writeLambda(body, lambda);
        expect(lambdaOf(written)).toBe(lambda);
        expect(writeLambda(written, lambda)).toBe(written);
      }
    }
  });

  it("a λ that no block would take is not written", () => {
    for (const lambda of [NaN, Infinity, -1]) expect(() => writeLambda("", lambda)).toThrow(RangeError);
  });
});
