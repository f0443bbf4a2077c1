import * as v from "valibot";
import { builtInNames } from "../../data/built-in";
import { nearestName } from "../../data/nearest-name";
import { viewNames } from "../views/view";
import { fold, type SpecKey } from "./keys";

export const penaltyNames = ["none", "l1", "l2", "elastic-net"] as const;
export const languageCodes = ["en", "ko"] as const;
export const losses = ["squared", "logistic", "softmax"] as const;
/** Built-in data that a block can be drawn from. */
export const dataNames = builtInNames;
export const matchNames = ["lambda", "fit", "best"] as const;
export const missingRules = ["drop", "mean", "zero"] as const;
export const aims = ["predict", "few", "stable"] as const;

/** λ by cross-validation: each penalty at its own best, or at its largest within one standard error of it. */
export function tunedLambda(value: unknown): "best" | "1se" | undefined {
  const folded = typeof value === "string" ? fold(value) : "";
  return folded === "best" || folded === "1se" ? folded : undefined;
}

/** What people write for a value, in one spelling (see `fold`), and the value. */
const synonyms = new Map<string, string>([
  ["lasso", "l1"], ["라소", "l1"], ["라쏘", "l1"], ["l1-정규화", "l1"],
  ["ridge", "l2"], ["릿지", "l2"], ["리지", "l2"], ["l2-정규화", "l2"],
  ["elasticnet", "elastic-net"], ["엘라스틱넷", "elastic-net"], ["엘라스틱-넷", "elastic-net"], ["ols", "none"], ["없음", "none"],
  ["mse", "squared"], ["log-loss", "logistic"], ["cross-entropy", "logistic"], ["로지스틱", "logistic"], ["multinomial", "softmax"], ["소프트맥스", "softmax"], ["교차-엔트로피", "logistic"], ["weight", "weights"], ["coefficients", "weights"], ["paths", "path"],
  ["수식", "formula"], ["기하", "geometry"], ["가중치", "weights"], ["경로", "path"],
  ["분포", "distribution"], ["histogram", "distribution"], ["히스토그램", "distribution"], ["적합", "fit"], ["과적합", "fit"], ["문턱값", "threshold"], ["임계값", "threshold"], ["임계", "threshold"], ["soft-threshold", "threshold"], ["증명", "proof"],
  ["오차", "error"], ["errors", "error"], ["해석", "interpret"], ["interpretability", "interpret"], ["안정성", "stability"], ["표", "table"], ["비교표", "table"], ["판정", "verdict"], ["optimiser", "optimizer"], ["최적화", "optimizer"], ["옵티마이저", "optimizer"], ["networks", "network"], ["신경망", "network"],
  ["평균", "mean"], ["제외", "drop"], ["english", "en"], ["영어", "en"], ["korean", "ko"], ["kr", "ko"], ["ko-kr", "ko"], ["한국어", "ko"],
]);
const yes = new Set(["true", "yes", "on", "예", "네"]);
const no = new Set(["false", "no", "off", "아니요", "아니오"]);

/** The names that a key chooses from. */
export const namesFor: Readonly<Partial<Record<SpecKey, readonly string[]>>> = {
  data: dataNames, penalties: penaltyNames, views: viewNames, loss: losses, language: languageCodes, match: matchNames, aim: aims, missing: missingRules,
};

/** The name that `written`, which is none, comes nearest to. */
export function meantName(key: SpecKey, written: string): string | undefined {
  const folded = fold(written);
  const names = namesFor[key] ?? [];
  const others = [...synonyms].filter(([, name]) => names.includes(name)).map(([synonym]) => synonym);
  const near = nearestName(folded, [...names, ...others]);
  return near === undefined ? undefined : (synonyms.get(near) ?? near);
}

/** The limits of a number, told in its messages. */
export const limits = {
  lambda: { min: 0, example: 0.2 },
  mix: { min: 0, max: 1, example: 0.5 },
  /** Rows. */
  lag: { min: 0, max: 365, example: 1 },
  /** Share of the rows. */
  test: { min: 0, max: 0.9, example: 0.2 },
  folds: { min: 2, max: 50, example: 10 },
  seed: { min: 0, max: 1e9, example: 1 },
  /** CSS pixels: below, axes have no room; above, a plot no longer fits on a screen. */
  height: { min: 120, max: 2000, example: 320 },
} as const;

const alone = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value);

function choice<const Names extends readonly [string, ...string[]]>(names: Names) {
  const read = (value: unknown): unknown => {
    if (typeof value !== "string") return value;
    const folded = fold(value);
    const meant = synonyms.get(folded) ?? folded;
    return names.includes(meant) ? meant : value;
  };
  return v.pipe(v.unknown(), v.transform(alone), v.transform(read), v.picklist(names));
}

/** `l1`, `[l1, l2]` and `l1, l2` are all lists. */
const asList = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value as unknown[];
  return typeof value === "string" && value.includes(",") ? value.split(",").map((part) => part.trim()) : [value];
};
const choices = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  v.pipe(v.unknown(), v.transform(asList), v.array(choice(names)), v.nonEmpty());

const readNumber = (value: unknown): unknown => {
  const text = typeof value === "string" ? value.trim() : "";
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : value;
};
const number = () => v.pipe(v.unknown(), v.transform(alone), v.transform(readNumber), v.number(), v.finite());
const wholeNumber = () => v.pipe(number(), v.integer());
const readYes = (value: unknown): unknown => {
  const folded = typeof value === "string" ? fold(value) : "";
  return yes.has(folded) ? true : no.has(folded) ? false : value;
};
const withoutUnit = (value: unknown): unknown => (typeof value === "string" ? value.replace(/\s*px\s*$/i, "") : value);
const plainText = v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String), v.trim(), v.nonEmpty());
const text = (longest: number) => v.pipe(v.unknown(), v.transform(alone), plainText, v.maxLength(longest));

/** The values of a block after its keys have been brought to one spelling. */
export const blockSchema = v.object({
  data: v.exactOptional(choice(dataNames)),
  folder: v.exactOptional(text(400)),
  tag: v.exactOptional(text(200)),
  target: v.exactOptional(text(200)),
  features: v.exactOptional(v.pipe(v.unknown(), v.transform(asList), v.array(text(200)), v.nonEmpty())),
  missing: v.optional(choice(missingRules), "drop"),
  lag: v.optional(v.pipe(wholeNumber(), v.minValue(limits.lag.min), v.maxValue(limits.lag.max)), 0),
  test: v.optional(v.pipe(number(), v.minValue(limits.test.min), v.maxValue(limits.test.max)), 0),
  loss: v.exactOptional(choice(losses)),
  penalties: v.optional(choices(penaltyNames), () => ["l1" as const, "l2" as const]),
  lambda: v.exactOptional(v.pipe(number(), v.minValue(limits.lambda.min))),
  match: v.exactOptional(choice(matchNames)),
  aim: v.optional(choice(aims), "predict"),
  folds: v.optional(v.pipe(wholeNumber(), v.minValue(limits.folds.min), v.maxValue(limits.folds.max)), 10),
  seed: v.optional(v.pipe(wholeNumber(), v.minValue(limits.seed.min), v.maxValue(limits.seed.max)), 1),
  mix: v.optional(v.pipe(number(), v.minValue(limits.mix.min), v.maxValue(limits.mix.max)), 0.5),
  views: v.exactOptional(choices(viewNames)),
  predict: v.optional(v.pipe(v.unknown(), v.transform(readYes), v.boolean()), false),
  standardize: v.optional(v.pipe(v.unknown(), v.transform(readYes), v.boolean()), true),
  height: v.exactOptional(
    v.pipe(v.unknown(), v.transform(withoutUnit), number(), v.minValue(limits.height.min), v.maxValue(limits.height.max)),
  ),
  caption: v.exactOptional(text(300)),
  language: v.exactOptional(choice(languageCodes)),
  name: v.exactOptional(text(80)),
});
