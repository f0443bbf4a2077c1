import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseDefaults, parseSpec, type ParsedSpec } from "../../../src/demo/spec/parse-spec";
import { describeProblem } from "../../../src/demo/spec/describe-problem";
import type { SpecProblem } from "../../../src/demo/spec/problem";
import { specKeys } from "../../../src/demo/spec/keys";
import { wordsIn } from "../../../src/language/language";

const read = (text: string): ParsedSpec => parseSpec(text, (yaml) => parse(yaml) as unknown);
const specOf = (text: string) => {
  const parsed = read(text);
  if (!parsed.ok) throw new Error(parsed.problems.map((problem) => describeProblem(problem, wordsIn("en"))).join("\n"));
  return parsed.spec;
};
const problemsOf = (text: string): readonly SpecProblem[] => {
  const parsed = read(text);
  if (parsed.ok) throw new Error(`understood: ${text}`);
  return parsed.problems;
};
const problemOf = (text: string): SpecProblem => problemsOf(text)[0] as SpecProblem;
const said = (text: string, language: "en" | "ko" = "en") => describeProblem(problemOf(text), wordsIn(language));

const defaults = {
  data: "diabetes", penalties: ["l1", "l2"], match: "lambda", mix: 0.5, views: ["geometry", "weights", "path"], aim: "predict",
  missing: "drop", lag: 0, test: 0, predict: false,
  standardize: true, folds: 10, seed: 1,
};

describe("what is understood", () => {
  it("an empty block, blank lines and comments alone are the L1-vs-L2 comparison on diabetes", () => {
    for (const text of ["", "\n\n", "   ", "# nothing yet", "lambda:", "penalties:\nviews: ~"]) expect(specOf(text)).toEqual(defaults);
  });

  it("the block of the documentation reads as it is written", () => {
    const text = "data: diabetes\ntarget: progression\npenalties: [l1, l2]\nlambda: 0.2\nviews: [geometry, weights, path]";
    expect(specOf(text)).toEqual({ ...defaults, target: "progression", lambda: 0.2 });
  });

  it("the first view chooses the data where the block names none", () => {
    expect(["fit", "threshold", "interpret", "stability", "path"].map((view) => specOf(`views: [${view}, weights]`).data))
      .toEqual(["curve", "orthonormal", "wide", "correlated", "diabetes"]);
    expect(specOf("views: [fit]\ndata: two").data).toBe("two");
  });

  it("a λ by cross-validation lets each penalty stand at its own", () => {
    expect(specOf("lambda: best")).toEqual({ ...defaults, match: "best" });
    expect(specOf("lambda: 1SE\nmatch: fit")).toEqual({ ...defaults, match: "1se" });
  });

  it("every key of this version has its place in the spec", () => {
    const text = [
      "data: two", "target: y", "features: [x1, x2]", "missing: mean", "lag: 2", "test: 0.25", "predict: yes", "loss: squared", "penalties: [none, l1, l2, elastic-net]", "lambda: 1e-3", "mix: 0.25",
      "views: [formula, path]", "match: fit", "aim: few", "folds: 5", "seed: 7", "standardize: false", "height: 300", "caption: 'L1: zeros'", "language: ko", "name: mine",
    ].join("\n");
    expect(specOf(text)).toEqual({
      data: "two", target: "y", features: ["x1", "x2"], missing: "mean", lag: 2, test: 0.25, predict: true, loss: "squared", penalties: ["none", "l1", "l2", "elastic-net"], lambda: 0.001, mix: 0.25,
      views: ["formula", "path"], match: "fit", aim: "few", folds: 5, seed: 7, standardize: false, height: 300, caption: "L1: zeros", language: "ko", name: "mine",
    });
  });

  it.each([
    ["penalties: [lasso, Ridge, ElasticNet, elastic_net]", { penalties: ["l1", "l2", "elastic-net"] }],
    ["penalties: [라소, 릿지, 엘라스틱넷]", { penalties: ["l1", "l2", "elastic-net"] }],
    ["penalty: lasso", { penalties: ["l1"] }],
    ["penalties: l1, L2", { penalties: ["l1", "l2"] }],
    ["view: Path", { views: ["path"] }],
    ["views: 가중치", { views: ["weights"] }],
    ["λ: 0.3", { lambda: 0.3 }],
    ["Lambda: '0.3'", { lambda: 0.3 }],
    ["람다: 0", { lambda: 0 }],
    ["standardise: no", { standardize: false }],
    ["standardize: False", { standardize: false }],
    ["ρ: 1", { mix: 1 }],
    ["DATA: Two", { data: "two" }],
    ["features: bmi", { features: ["bmi"] }],
    ["height: 240px", { height: 240 }],
    ["language: 한국어", { language: "ko" }],
    ["  lambda: 0.3\n  data: two", { lambda: 0.3, data: "two" }],
    ["{data: two, lambda: 2}", { data: "two", lambda: 2 }],
    ["\"lambda\": 2\r\ndata: two\r\n", { data: "two", lambda: 2 }],
    ["caption: L1, *not* L2 & friends#1", { caption: "L1, *not* L2 & friends#1" }],
    ["caption: \"*not* L2\" # a comment with &anchor", { caption: "*not* L2" }],
    ["caption: 7", { caption: "7" }],
  ])("%j is understood", (text, expected) => {
    expect(specOf(text)).toEqual({ ...defaults, ...expected });
  });

  it("a value given twice is kept once, with a remark", () => {
    const parsed = read("data: two\npenalties: [l1, lasso, l2]");
    expect(parsed).toMatchObject({ ok: true, spec: { penalties: ["l1", "l2"] }, notes: [{ line: 2, code: "repeated-value" }] });
  });

  it("a mix without the elastic net is remarked on", () => {
    expect(read("mix: 0.2")).toMatchObject({ ok: true, notes: [{ line: 1, code: "mix-unused" }] });
    expect(read("views: [network, optimizer]\nlambda: 2\npenalties: l1\nseed: 3")).toMatchObject({ ok: true, notes: [{ line: 2, code: "keys-unused", params: { keys: ["lambda", "penalties"] } }] });
    expect(read("views: [network]\nmix: 0.3\nseed: 3")).toMatchObject({ ok: true, notes: [] });
    expect(read("views: [network, weights]\nlambda: 2")).toMatchObject({ ok: true, notes: [] });
    expect(read("mix: 0.2\npenalties: [elastic-net]")).toMatchObject({ ok: true, notes: [] });
  });

  it("the lines of the keys are handed on, counted from 1", () => {
    const parsed = read("# mine\ndata: two\n\nλ: 0.2");
    expect(parsed.ok && [...parsed.lines]).toEqual([["data", 2], ["lambda", 4]]);
  });
});

describe("what holds where a block says nothing", () => {
  const withDefaults = (text: string, defaults: string) => {
    const yaml = (written: string) => parse(written) as unknown;
    const parsed = parseSpec(text, yaml, parseDefaults(defaults, yaml));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.spec;
  };

  it("is taken from the settings, key by key, and never in place of what the block says", () => {
    const defaults = "penalties: [lasso, elastic-net]\nviews: [path]\nfolds: 5\nlambda: 3\nname: x";
    expect(withDefaults("", defaults)).toMatchObject({ data: "diabetes", penalties: ["l1", "elastic-net"], views: ["path"], folds: 5 });
    expect(withDefaults("", defaults)).not.toHaveProperty("lambda");
    expect(withDefaults("views: [error]\nfolds: 7", defaults)).toMatchObject({ penalties: ["l1", "elastic-net"], views: ["error"], folds: 7 });
  });

  it("data of the settings give way to the views and the folder that a block names", () => {
    const defaults = "data: [[habits.csv]]";
    expect(withDefaults("", defaults).data).toEqual({ kind: "file", link: "habits.csv" });
    expect(withDefaults("views: [fit]", defaults).data).toBe("curve");
    expect(withDefaults("folder: Daily", defaults).data).toEqual({ kind: "notes", folder: "Daily" });
  });

  it("is nothing where the settings cannot be read", () => {
    for (const wrong of ["views: [paht]", "lambda: [", "- x", "  "]) expect(withDefaults("", wrong)).toEqual(withDefaults("", ""));
  });
});

describe("what is said of mistakes", () => {
  it("a misspelt key is named with its line and the key that was meant", () => {
    expect(said("data: two\n\nlamda: 0.2")).toBe("Line 3: `lamda` is not a key. Did you mean `lambda`?");
    expect(said("data: two\n\nlamda: 0.2", "ko")).toBe("3번째 줄: 없는 키입니다: `lamda`. 혹시 `lambda`인가요?");
  });

  it.each([
    ["pentalties: [l1]", "unknown-key", { meant: "penalties" }],
    ["veiws: [path]", "unknown-key", { meant: "views" }],
    ["data: diabtes", "unknown-value", { meant: "diabetes" }],
    ["penalties: [l1, l3]", "unknown-value", { meant: "l1" }],
    ["penalties: [laso]", "unknown-value", { meant: "l1" }],
    ["views: [geometri]", "unknown-value", { meant: "geometry" }],
    ["lambda: 0,5", "not-a-number", { meant: 0.5 }],
    ["lambda: 0.2x", "not-a-number", { meant: 0.2 }],
    ["lambda: -0.2", "out-of-range", { meant: 0.2 }],
    ["mix: 50", "out-of-range", { meant: 0.5 }],
    ["mix: 50%", "not-a-number", { meant: 0.5 }],
    ["lambda:0.2", "key-form", { meant: "lambda: 0.2" }],
    ["lambda = 0.2", "key-form", { meant: "lambda: 0.2" }],
    ["lambda： 0.2", "key-form", { meant: "lambda: 0.2" }],
  ])("%j: %s, and what was probably meant", (text, code, params) => {
    expect(problemOf(text)).toMatchObject({ line: 1, code, params });
  });

  it.each([
    ["colour: red", "unknown-key"],
    ["lambda: .nan", "not-finite"],
    ["lambda: 1e400", "not-finite"],
    ["lambda: '1e400'", "not-finite"],
    ["lambda: -.inf", "not-finite"],
    ["lambda: [0.1, 0.2]", "not-a-number"],
    ["lambda: {a: 1}", "not-a-number"],
    ["lambda: true", "not-a-number"],
    ["folds: 2.5", "not-whole"],
    ["folds: 1", "out-of-range"],
    ["mix: 1.5", "out-of-range"],
    ["height: 3", "out-of-range"],
    ["penalties: []", "empty"],
    ["penalties: ''", "empty"],
    ["views: [path, ~]", "empty"],
    ["penalties: {l1: true}", "unknown-value"],
    ["penalties: 5", "unknown-value"],
    ["loss: hinge", "unknown-value"],
    ["views: [optimzer]", "unknown-value"],
    ["data: habits.xlsx", "file-kind"],
    ["lag: -1", "out-of-range"],
    ["missing: skip", "unknown-value"],
    ["standardize: maybe", "not-yes-no"],
    ["caption: [a, b]", "not-text"],
    ["features: [[a], [b, c]]", "not-text"],
    ["caption: {a: 1}", "not-text"],
    ["name: ''", "empty"],
    ["language: fr", "unknown-value"],
    ["- data: two", "not-keys"],
    ["show me the lasso", "not-keys"],
    ["42", "not-keys"],
    ["data: two\nDATA: two", "duplicate-key"],
    ["λ: 1\nlambda: 2", "duplicate-key"],
    ["data: two\n\tlambda: 1", "tab"],
    ["penalties: [l1, l2\nlambda: 0.2", "unclosed"],
    ["caption: 'open", "unclosed"],
    ["caption: a: b", "yaml"],
    [`caption: ${"x".repeat(301)}`, "text-too-long"],
  ])("%j: %s", (text, code) => {
    expect(problemOf(text)).toMatchObject({ code });
  });

  it("a quoted or commented hash is not a problem, and an unquoted tag is read before YAML", () => {
    expect(specOf("tag: #mood").data).toEqual({ kind: "notes", tag: "#mood" });
    expect(specOf("lambda: 0.2 #mood").lambda).toBe(0.2);
  });

  it.each([
    ["data: this", { kind: "this" }],
    ["data: 이 노트", { kind: "this" }],
    ["data: habits.csv", { kind: "file", link: "habits.csv" }],
    ["data: [[habits.csv]]", { kind: "file", link: "habits.csv" }],
    ["data: [[Note#Heading]]  # mine", { kind: "file", link: "Note#Heading" }],
    ["data: '[[Note|shown]]'", { kind: "file", link: "Note" }],
    ["data: Notes", { kind: "notes" }],
    ["data: notes\nfolder: Daily/2026\ntag: #mood", { kind: "notes", folder: "Daily/2026", tag: "#mood" }],
    ["folder: Daily", { kind: "notes", folder: "Daily" }],
  ])("%j is data of the reader's own", (text, data) => {
    expect(specOf(text).data).toEqual(data);
  });

  it("a folder without `data: notes` is remarked on", () => {
    expect(read("data: two\nfolder: Daily")).toMatchObject({ ok: true, notes: [{ line: 2, code: "notes-only", params: { keys: ["folder"] } }] });
  });

  it("a value in a list of several lines is found on its own line", () => {
    expect(problemOf("lambda: 1\npenalties:\n  - l1\n  - l3\n")).toMatchObject({ line: 4, code: "unknown-value" });
    expect(problemOf("data: two\nlambda: 1\nmix: 2")).toMatchObject({ line: 3 });
  });

  it("problems come in the order of their lines", () => {
    expect(problemsOf("lamda: 1\nmix: 7\ncolour: red\ndata: x").map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });

  it("the line of a YAML error is taken from whatever the parser tells", () => {
    const failing = (error: unknown) =>
      parseSpec("data: two\nlambda: 1\nmix: 1", () => {
        throw error;
      });
    const lineOf = (error: unknown) => {
      const parsed = failing(error);
      return parsed.ok ? undefined : parsed.problems[0]?.line;
    };
    expect(lineOf(Object.assign(new Error("bad"), { linePos: [{ line: 2, col: 1 }] }))).toBe(2);
    expect(lineOf(Object.assign(new Error("bad"), { mark: { line: 2 } }))).toBe(3);
    expect(lineOf(new Error("Nested mappings are not allowed at line 3, column 4:\n\n..."))).toBe(3);
    expect(lineOf(new Error("duplicated mapping key (2:1)"))).toBe(2);
    expect(lineOf(new Error("line 99"))).toBe(3);
    expect(lineOf(new Error("bad"))).toBe(1);
    expect(lineOf("bad")).toBe(1);
  });

  it("every sentence names the line and leaves no value out, in both languages", () => {
    const texts = [
      "lamda: 1", "colour: 1", "folds: many", "penalties: [l3]", "penalties: [qqqqqq]", "views: [netwrok]", "data: x.xlsx", "folds: 1.5", "lambda: 0,5",
      "lambda: big", "lambda: .inf", "mix: 2", "lambda: -1", "standardize: 7", "caption: [a, b]", "views: []", `name: ${"n".repeat(81)}`, "mix: 1\nmix: 1",
      "data: &a two", "x\n", "lambda=3", "caption: 'x", "caption: a: b", "a: 1\n\tb: 1",
    ];
    for (const language of ["en", "ko"] as const) {
      for (const text of texts) {
        const sentence = said(text, language);
        expect(sentence).toMatch(language === "en" ? /^Line \d+: .+[.?]$/ : /^\d+번째 줄: .*[가-힣].*$/);
        expect(sentence).not.toMatch(/undefined|NaN,|\[object/);
      }
    }
  });
});

describe("hostile text", () => {
  it("anchors, aliases, tags and merge keys are refused before YAML runs", () => {
    const never = () => {
      throw new Error("YAML ran");
    };
    const texts = [
      "a: &a [x]", "a: *a", "a: !!js/function x", "a: !x", "<<: x", "- &a x", "? &a x", "&a x: 1", "a: [l1, &b l2]", "a: [l1,\n&b l2]", "a: {b: &c x}",
      "--- &a\nb: 1", "a: [x,\n y, *b]", '{"a":&b x}', '{a: "x\n", b: &c [1], d: "\n"}', '{a: "x\n" , &b c: 1, "d": 1}', "a: [don't, &x b, isn't]",
      "a:\n  - *x", "a: [ b\n \"c, &x d\" ]", "a: {<<: *b}", "\"a\": *b", "'a' : *b", "a:\t&b c",
    ];
    for (const text of texts) expect(parseSpec(text, never), text).toMatchObject({ ok: false, problems: [{ code: "yaml-reference" }] });
  });

  it("a bomb of aliases is refused on its first line", () => {
    const bomb = ["a: &a [x, x, x, x]", ...[..."bcdefghij"].map((name, i) => `${name}: &${name} [${"*" + "abcdefghi"[i] + ", "}*a]`)].join("\n");
    expect(problemOf(bomb)).toEqual({ line: 1, code: "yaml-reference", params: { text: "&a" } });
  });

  it("a text that is too long is refused before YAML runs", () => {
    const never = () => {
      throw new Error("YAML ran");
    };
    expect(parseSpec("lambda: 1\n".repeat(10_000), never)).toMatchObject({ ok: false, problems: [{ line: 1, code: "too-long", params: { lines: 10_001 } }] });
    expect(parseSpec("x\n".repeat(300), never)).toMatchObject({ ok: false, problems: [{ code: "too-long" }] });
    expect(parseSpec(`caption: ${"x".repeat(10_000)}`, never)).toMatchObject({ ok: false, problems: [{ code: "too-long" }] });
  });

  it("what nests deeply is refused before YAML runs, because a parser out of stack can take the whole process along", () => {
    const never = () => {
      throw new Error("YAML ran");
    };
    const texts = ["[".repeat(9_000), "a: [".repeat(2_400), `a: ${"{b: ".repeat(2_000)}`, `a: ${"[".repeat(80)}${"]".repeat(80)}`, '["]", '.repeat(900), "- ".repeat(4_000), "? ".repeat(9)];
    for (const text of texts) expect(parseSpec(text, never), text.slice(0, 9)).toMatchObject({ ok: false, problems: [{ line: 1, code: "too-nested" }] });
  });

  it("garbage draws a message and never throws", () => {
    for (const text of ["\0\0\0", "%YAML 9", "}{", ":::", "?", "'", "\uD800", "---\na: 1\n---\nb: 2", "|", ">", "@x", "`x`", "null: 1", "a\u2028b: 1"]) {
      expect(problemsOf(text).length, JSON.stringify(text)).toBeGreaterThan(0);
    }
  });

  it("markup in keys and values comes back as plain, short text", () => {
    const markup = "<img src=x onerror=alert(1)>";
    expect(specOf(`caption: ${markup}`).caption).toBe(markup);
    expect(problemOf(`"${markup}": 1`)).toMatchObject({ code: "unknown-key", params: { key: markup } });
    for (const key of specKeys.filter((name) => !["caption", "name", "target", "features", "folder", "tag"].includes(name))) {
      expect(problemOf(`${key}: ${markup}${"y".repeat(500)}`).params).toMatchObject({ value: `${markup}${"y".repeat(12)}…` });
    }
    expect(problemOf("data: \"a`b\\u202Ec\\nd\"").params).toMatchObject({ value: "a'bc d" });
  });

  it("the keys of a prototype are unknown keys", () => {
    for (const key of ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"]) {
      expect(problemOf(`${key}: {polluted: 1}`)).toMatchObject({ code: "unknown-key", params: { key } });
    }
    expect(problemOf("penalties: [constructor]")).toMatchObject({ code: "unknown-value" });
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("five hundred penalties are one message or, where they are real, four penalties", () => {
    const list = (name: (i: number) => string) => `penalties: [${Array.from({ length: 500 }, (_, i) => name(i)).join(", ")}]`;
    expect(problemsOf(list((i) => `p${i}`))).toHaveLength(1);
    expect(specOf(list((i) => ["l1", "l2", "none"][i % 3] as string)).penalties).toEqual(["l1", "l2", "none"]);
  });

  it("of many problems the first six are told and the rest counted", () => {
    const problems = problemsOf(Array.from({ length: 100 }, (_, i) => `qq${i}: 1`).join("\n"));
    expect(problems).toHaveLength(7);
    expect(problems.at(-1)).toEqual({ line: 7, code: "more", params: { count: 94 } });
  });
});
