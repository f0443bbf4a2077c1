import { describe, expect, it } from "vitest";
import { languageOf, wordsIn, type Words } from "../../src/language/language";
import { cardSamples } from "./card-samples";
import { classSamples } from "./class-samples";
import { deepSamples } from "./deep-samples";
import { evidenceSamples } from "./evidence-samples";
import { mechanismSamples } from "./mechanism-samples";
import { ownProblemSamples, ownSamples } from "./own-samples";

type Leaf = string | ((...values: never[]) => string);
type Problems = Words["spec"]["problems"];

/** All texts of a language by their path: "card.close", "spec.problems.tab", … */
function leavesOf(words: object, path = ""): Map<string, Leaf> {
  return new Map(Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, Leaf][] => {
    const here = path === "" ? key : `${path}.${key}`;
    return typeof value === "object" && value !== null ? [...leavesOf(value, here)] : [[here, value as Leaf]];
  }));
}

const [en, ko] = [leavesOf(wordsIn("en")), leavesOf(wordsIn("ko"))];

/** A name that stands out in any sentence. */
const name = "⟦name⟧";
const list = ["one", "two", "…"];

const problems: { [Key in keyof Problems]: Parameters<Problems[Key]>[0][] } = {
  "too-long": [{ lines: 90, characters: 9000, maxLines: 60, maxCharacters: 4000 }],
  "yaml-reference": [{ text: name }],
  "too-nested": [undefined],
  yaml: [{ detail: name }],
  tab: [undefined],
  unclosed: [{ mark: "[" }],
  "not-keys": [{ example: name }],
  "key-form": [{ meant: name }],
  "duplicate-key": [{ key: name, first: 3 }],
  "unknown-key": [{ key: name, keys: list }, { key: name, meant: name, keys: list }],
  "unknown-value": [{ key: name, value: name, expected: list }, { key: name, value: name, meant: name, expected: list }],
  ...ownProblemSamples(name),
  "not-a-number": [{ key: name, value: name, example: 0.2 }, { key: name, value: name, meant: 0.5, example: 0.2 }],
  "not-whole": [{ key: name, value: "2.5", example: 10 }],
  "not-finite": [{ key: name, value: name, example: 0.2 }],
  "out-of-range": [{ key: name, value: -1, min: 0 }, { key: name, value: 2, min: 0, max: 1, meant: 0.2 }],
  "not-yes-no": [{ key: name, value: name }],
  "not-text": [{ key: name }],
  empty: [{ key: name, expected: list }, { key: name, expected: [] }],
  "text-too-long": [{ key: name, length: 900, max: 300 }],
  "repeated-value": [{ key: name, value: name }],
  "keys-unused": [{ keys: [name] }, { keys: [name, "data"] }],
  "mix-unused": [undefined],
  more: [{ count: 1 }, { count: 4 }],
  "unknown-target": [{ name, columns: list, data: name }, { name, meant: name, columns: list, data: name }],
  "unknown-feature": [{ name, columns: list, data: name }, { name, meant: name, columns: list, data: name }],
  "target-among-features": [{ name }],
  "duplicate-feature": [{ name }],
  "constant-target": [{ name }],
  "no-features": [{ data: name }],
  "not-classes": [{ loss: "logistic", target: name, values: 2, most: 20 }, { loss: "logistic", target: name, values: 7, most: 20 }, { loss: "softmax", target: name, values: 70, most: 20 }],
  "needs-rows": [{ key: "lag", data: name }],
  "few-rows": [{ rows: 1, needed: 3 }, { rows: 2, needed: 3 }],
};

const kept = (total: number, counts: number[]) => ({
  match: "lambda" as "lambda" | "fit" | "best" | "1se",
  lambda: "0.2",
  total,
  error: "0.53",
  kept: (["l1", "l2", "elastic-net", "none"] as const).slice(0, counts.length).map((penalty, i) => ({ penalty, kept: counts[i] as number, lambda: "0.2" })),
  validated: [] as string[],
});

/** For every text that is a function: what it may be given, a list of arguments each. */
const samples = new Map<string, readonly (readonly unknown[])[]>([
  ["demo.columns.features", [[{ used: 1, all: 10 }], [{ used: 9, all: 10 }]]],
  ...Object.entries(problems).map(([code, values]): [string, unknown[][]] => [`spec.problems.${code}`, values.map((value) => [value])]),
  ["spec.atLine", [[3, name]]],
  ["demo.block", [[{ data: name, target: name, columns: 1, rows: 60 }], [{ data: name, target: name, columns: 10, rows: 442 }]]],
  ["demo.guess.question", [["L1"]]],
  ["demo.guess.right", [[{ name, lambda: "0.2" }]]],
  ["demo.guess.wrong", [[{ name, lambda: "0.2", guess: name, later: "0.4" }]]],
  ["demo.lambdaIs", [["0.2"]]],
  ["demo.menu.copyCode", [[name]]],
  ["demo.menu.dataCopied", [[name]]],
  ["demo.menu.codeCopied", [[{ library: name, file: name }]]],
  ["demo.menu.notCopied", [["not allowed"]]],
  ["demo.menu.saved", [[name]]],
  ["commands.saveLambda.failed", [["No space left on device"]]],
  ["settings.unread", [["Unexpected end of JSON input"]]],
  ["settings.notStored", [["No space left on device"]]],
  ["demo.menu.notSaved", [[{ name, reason: "File already exists." }]]],
  ["data.sparse.column", [["x03"]]],
  ["data.correlated.column", [["a2"]]],
  ["data.wide.column", [["g037"]]],
  ["data.curve.column", [["x²"]]],
  ["data.orthonormal.column", [["q4"]]],
  ["data.breast-cancer.column", [["mean_radius"], ["concave_points_error"], ["worst_area"], [name]]],
  ["data.digits.column", [["p34"]]],
  ["demo.summary", [[kept(10, [4, 10])], [kept(10, [0, 10, 3])], [kept(1, [1, 1, 0, 1])], ...(["lambda", "fit", "best", "1se"] as const).map((match) => [{ ...kept(10, [4, 10]), match, validated: ["0.55", "0.52"] }])]],
  ["demo.match.toggle", [["L1"]]],
  ["demo.formula.reading", [[{ penalty: name, loss: "0.5", lambda: "0.2", size: "1.1", total: "0.72" }]]],
  ["demo.geometry.panel", [[{ penalty: name, first: name, second: name }]]],
  ["demo.geometry.notePair", [[1], [8]]],
  ["demo.geometry.corner", [[name]]],
  ["demo.geometry.ball", [[name]]],
  ["demo.weights.kept", [[4, 10]]],
  ["demo.weights.largest", [[30, 400]]],
  ["demo.path.named", [[15, 400]]],
  ["demo.path.panel", [[name]]],
  ["demo.path.cursor", [[name]]],
  ["demo.path.reachesZero", [[name, "0.6"]]],
  ...classSamples(name),
  ...evidenceSamples(name),
  ...mechanismSamples(name),
  ...deepSamples(name),
  ...ownSamples(name),
  ...cardSamples(name),
  ["commands.linkHasNote", [[name]]],
  ["commands.created", [[name]]],
  ["commands.noTemplate", [[name]]],
  ["commands.alreadyThere", [[name]]],
  ["commands.cannotCreate", [[name, name]]],
  ["commands.cannotName", [[name]]],
  ["commands.notTrashed", [[{ path: name, reason: "No space left on device" }]]],
  ["commands.changedSince", [[name]]],
  ["commands.missing.intro", [[1], [5]]],
  ["commands.missing.wantedBy", [[1], [5]]],
  ["commands.missing.create", [[1], [5]]],
  ["commands.missing.done", [[1], [5]]],
  ["commands.saveLambda.saved", [["0.2"]]],
]);

/** Every text of a language as it reads with the samples. */
function readingsOf(leaves: Map<string, Leaf>): [string, string][] {
  return [...leaves].flatMap(([path, leaf]): [string, string][] => {
    if (typeof leaf === "string") return [[path, leaf]];
    return (samples.get(path) ?? []).map((values) => [path, leaf(...(values as never[]))]);
  });
}

describe("the two languages", () => {
  it("have the same texts, of the same kind and with as many values in them", () => {
    const shapeOf = (leaves: Map<string, Leaf>) => [...leaves].map(([path, leaf]) => `${path}: ${typeof leaf}`).sort();
    expect(shapeOf(ko)).toEqual(shapeOf(en));
  });

  it("have a sample for every text that is a function, and no other", () => {
    const functions = [...en].filter(([, leaf]) => typeof leaf === "function").map(([path]) => path);
    expect([...samples.keys()].sort()).toEqual(functions.sort());
  });

  it.each([["English", en], ["Korean", ko]] as const)("in %s say something everywhere, and never undefined, NaN or [object Object]", (_, leaves) => {
    for (const [path, text] of readingsOf(leaves)) {
      expect(text.trim(), path).not.toBe("");
      expect(text, path).not.toMatch(/undefined|null|NaN|\[object/);
      expect(text, path).not.toMatch(/ {2}|^\s|\s$/);
    }
  });

  it.each([["English", en], ["Korean", ko]] as const)("in %s tell every name and number that they are given", (_, leaves) => {
    for (const [path, values] of samples) {
      const leaf = leaves.get(path) as (...values: never[]) => string;
      for (const given of values) {
        const text = leaf(...(given as never[]));
        if (JSON.stringify(given).includes(name)) expect(text, path).toContain(name);
      }
    }
  });
});

describe("Korean", () => {
  /** Signs, names and formulas that are the same in every language. */
  const international = /^(demo\.penalties\.l[12]|demo\.lambdaIs|demo\.geometry\.and|demo\.weights\.zero|demo\.path\.penaltyGrows|demo\.threshold\.identity|demo\.network\.(optimizers\.adam|penalties\.l1|nothingDrawn))$/;

  it("is written in Hangul, except signs", () => {
    for (const [path, text] of readingsOf(ko)) if (!international.test(path)) expect(text, path).toMatch(/[가-힣]/);
  });

  it("puts no particle that depends on the last sound directly behind a name it cannot know", () => {
    const particle = /⟧[`’”\])]*(은\(는\)|이\(가\)|을\(를\)|\(으\)로|(은|는|이|가|을|를|과|와|으로|로|이나|나|이라|라)(?=[\s.,:;]|$))/;
    for (const [path, text] of readingsOf(ko)) expect(text, path).not.toMatch(particle);
  });

  it("has the particle of the spoken name behind L1 (엘원), L2 (엘투) and λ (람다), in every text", () => {
    for (const [path, text] of readingsOf(ko)) {
      expect(text, path).not.toMatch(/L1(는|가|를|와|로)(?![가-힣])/);
      expect(text, path).not.toMatch(/(L2|λ)(은|이|을|과|으로)(?![가-힣])/);
      expect(text, path).not.toMatch(/은\(는\)|이\(가\)|을\(를\)|와\(과\)|\(으\)로/);
    }
  });

  it("has a particle that fits in front of it wherever a Korean word takes one", () => {
    const closed = (letter: string) => (letter.charCodeAt(0) - 0xac00) % 28 !== 0;
    // 를 and 는 stand only behind an open sound; 을 only behind a closed one.
    for (const [path, text] of readingsOf(ko)) {
      for (const [word, last = ""] of text.matchAll(/([가-힣])를(?![가-힣])/g)) expect(closed(last), `${path}: ${word}`).toBe(false);
      for (const [word, last = ""] of text.matchAll(/([가-힣])을(?![가-힣])/g)) expect(closed(last), `${path}: ${word}`).toBe(true);
    }
  });

  it("says how many of how many are kept", () => {
    const { summary } = wordsIn("ko").demo;
    expect(summary(kept(10, [4, 10]))).toBe("λ = 0.2: L1은 특성 10개 중 4개를, L2는 10개 모두를 남깁니다.");
    expect(summary({ ...kept(10, [4, 10]), validated: ["0.55", "0.52"] })).toMatch(/ 교차 검증 오차: L1 0\.55, L2 0\.52\.$/);
    expect(summary(kept(2, [0]))).toBe("λ = 0.2: L1은 특성 2개 중 0개를 남깁니다.");
  });
});

describe("English", () => {
  it("holds no Hangul, and no straight apostrophe or quote mark", () => {
    for (const [path, text] of readingsOf(en)) expect(text, path).not.toMatch(/[가-힣"']/);
  });

  it("counts one and many", () => {
    const { demo, card, commands, spec } = wordsIn("en");
    expect(card.wantedBy(1)).toBe("1 note links here");
    expect(card.wantedBy(2)).toBe("2 notes link here");
    expect(commands.missing.create(1)).toBe("Create 1 note");
    expect(spec.problems["few-rows"]({ rows: 1, needed: 3 })).toContain("Only one row has");
    expect(demo.block({ data: "Diabetes", target: "progression", columns: 1, rows: 442 })).toContain("from 1 column ·");
    expect(demo.summary(kept(10, [4, 10, 0]))).toBe("λ = 0.2: L1 keeps 4 of 10 features, L2 keeps all 10, the elastic net keeps none of the 10.");
  });
});

describe("the language of a locale", () => {
  it("is Korean for every kind of Korean and English for all others", () => {
    for (const locale of ["ko", "ko-KR", "KO", "ko_KR.UTF-8"]) expect(languageOf(locale)).toBe("ko");
    for (const locale of ["en", "en-GB", "de", "zh-TW", ""]) expect(languageOf(locale)).toBe("en");
  });
});
