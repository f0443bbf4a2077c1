import type * as v from "valibot";
import type { SpecKey } from "./keys";
import type { SpecProblem } from "./problem";
import { shown, shownNames } from "./shown";
import { limits, meantName, namesFor } from "./values";

type Finding = SpecProblem extends infer P ? (P extends SpecProblem ? Omit<P, "line"> : never) : never;

/** What valibot found wrong with one value, as a problem in the words of the block. `key` is the key as the reader wrote it. */
export function valueProblem(issue: v.BaseIssue<unknown>, name: SpecKey, key: string): Finding {
  const value = shown(issue.input);
  const range = name in limits ? limits[name as keyof typeof limits] : undefined;
  if (range) return numberProblem(issue, name as keyof typeof limits, key);
  switch (issue.type) {
    case "picklist":
      return nameProblem(issue.input, name, key);
    case "boolean":
      return { code: "not-yes-no", params: { key, value } };
    case "max_length":
      return { code: "text-too-long", params: { key, length: String(issue.input).length, max: Number(issue.requirement) } };
    case "non_empty":
    case "min_length":
      return { code: "empty", params: { key, expected: shownNames(namesFor[name] ?? []) } };
    default:
      return { code: "not-text", params: { key } };
  }
}

function nameProblem(input: unknown, name: SpecKey, key: string): Finding {
  const value = shown(input);
  const expected = shownNames(namesFor[name] ?? []);
  if (input === null || input === "") return { code: "empty", params: { key, expected } };
  if (typeof input !== "string") return { code: "unknown-value", params: { key, value, expected } };
  if (name === "data" && isOtherFile(input)) return { code: "file-kind", params: { value } };
  const meant = meantName(name, input);
  return { code: "unknown-value", params: { key, value, expected, ...(meant === undefined ? {} : { meant }) } };
}

/** A file that is no table of values. */
function isOtherFile(input: string): boolean {
  return /\.(json|xlsx?|ods|numbers|base|txt|pdf)(?:\]\])?$/i.test(input.trim());
}

function numberProblem(issue: v.BaseIssue<unknown>, name: keyof typeof limits, key: string): Finding {
  const { input } = issue;
  const limit: { min: number; max?: number; example: number } = limits[name];
  const { example } = limit;
  if (typeof input !== "number") {
    const value = shown(input);
    const meant = numberMeant(input, limit);
    return { code: "not-a-number", params: { key, value, example, ...(meant === undefined ? {} : { meant }) } };
  }
  if (issue.type === "integer") return { code: "not-whole", params: { key, value: shown(input), example } };
  if (!Number.isFinite(input)) return { code: "not-finite", params: { key, value: shown(input), example } };
  // A lost sign, or a percentage; 1.5 is neither.
  const near = [-input, ...(input >= 2 ? [input / 100] : [])].find((candidate) => inside(candidate, limit) && candidate !== 0);
  const { min, max } = limit;
  const likely = name === "height" || near === undefined ? {} : { meant: near };
  return { code: "out-of-range", params: { key, value: input, min, ...(max === undefined ? {} : { max }), ...likely } };
}

/** "0,5" with a decimal comma, "0.2x" with something behind it, "50%". */
function numberMeant(input: unknown, limit: { min: number; max?: number }): number | undefined {
  if (typeof input !== "string") return undefined;
  const match = /^\s*([+-]?\d{1,12}(?:[.,]\d{1,12})?)\s*(%?)/.exec(input);
  if (match?.[1] === undefined) return undefined;
  const number = Number(match[1].replace(",", ".")) / (match[2] === "%" ? 100 : 1);
  return inside(number, limit) ? number : undefined;
}

function inside(value: number, limit: { min: number; max?: number }): boolean {
  return value >= limit.min && value <= (limit.max ?? Infinity);
}
