import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fieldsOf, fieldsText, yamlText } from "../../../src/demo/spec/block-fields";
import { parseSpec } from "../../../src/demo/spec/parse-spec";
import { presets } from "../../../src/demo/spec/presets";

const yaml = (text: string) => parse(text) as unknown;
const specOf = (body: string) => {
  const parsed = parseSpec(body, yaml);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.spec;
};

describe("the fields of a block", () => {
  test.each([...presets.map(({ body }) => body), "data: [[habits.csv]]\ntarget: mood # mine\nfeatures: [sleep, 'a: b', \"3\"]\ncaption: \"x: 'y'\"", "λ: 0.3\nviews: path, error", "folder: 내 노트\ntag: \"#a/b\"\nlambda: best"])("say the same when they are written again: %j", (body) => {
    expect(specOf(fieldsText(fieldsOf(body, yaml)))).toEqual(specOf(body));
  });

  test("leave out what is empty, unknown or cannot be read", () => {
    expect(fieldsText({ lambda: " ", data: "two" })).toBe("data: two");
    expect(fieldsOf("colour: red\nlambda:\ndata: two", yaml)).toEqual({ data: "two" });
    expect(fieldsOf("lambda: [", yaml)).toEqual({});
    expect(fieldsOf("- a", yaml)).toEqual({});
  });

  test("text that YAML would read as something else is quoted", () => {
    for (const text of ["a: b", "#tag", "true", "12", "1e3", "- x", " x", "a, b", "[x]", "'", "x #y", "*a", "&b", "2026-01-01"]) expect(yaml(`k: ${yamlText(text)}`)).toEqual({ k: text });
    expect(yamlText("sleep (h)")).toBe("sleep (h)");
  });
});
