import { builtIn, builtInNames } from "../../data/built-in";
import { readKey } from "./fence-lines";
import { fold, keyOf, specKeys, type SpecKey } from "./keys";
import { namesFor } from "./values";

/** What could stand at a place of a fence. */
export interface Completions {
  /** Where what is being typed begins in its line. */
  readonly from: number;
  /** Offered in this order. */
  readonly options: readonly Completion[];
}

export type Completion =
  | { readonly kind: "key"; readonly key: SpecKey; readonly text: string }
  | { readonly kind: "value"; readonly key: SpecKey; readonly text: string };

const yesNo = ["true", "false"];

/**
 * Completions for the word before `column` in line `index` of a fence's body: its keys, the values of a key, column names of the
 * data that the fence names. Null where nothing is to be offered, as when the word is complete.
 */
export function completionsAt(body: readonly string[], index: number, column: number): Completions | null {
  const before = (body[index] ?? "").slice(0, column);
  const read = readKey(before, before.length - before.trimStart().length);
  if (read === undefined) return keysAt(body, index, before);
  const key = keyOf(read.key);
  if (key === undefined) return null;
  const from = Math.max(read.valueStart, before.lastIndexOf("[") + 1, before.lastIndexOf(",") + 1);
  const start = from + before.slice(from).length - before.slice(from).trimStart().length;
  const listed = before.slice(read.valueStart, from).split(/[[,\]\s]+/).map(fold);
  const names = valuesOf(key, body).filter((name) => !listed.includes(fold(name)));
  return offer(before.slice(start), start, names.map((text) => ({ kind: "value", key, text })));
}

function keysAt(body: readonly string[], index: number, before: string): Completions | null {
  if (!/^\s*[\p{L}\p{N}_-]*$/u.test(before)) return null;
  const written = body.flatMap((line, at) => (at === index ? [] : [keyOf(/^\s*([^\s:]+)\s*:/.exec(line)?.[1] ?? "")]));
  const keys = specKeys.filter((key) => !written.includes(key));
  const from = before.length - before.trimStart().length;
  return offer(before.trimStart(), from, keys.map((key) => ({ kind: "key", key, text: `${key}: ` })));
}

function offer(typed: string, from: number, all: Completion[]): Completions | null {
  const wanted = fold(typed);
  const options = all.filter(({ text }) => fold(text).includes(wanted));
  options.sort((one, other) => Number(fold(other.text).startsWith(wanted)) - Number(fold(one.text).startsWith(wanted)));
  const complete = options.some(({ text }) => fold(text) === wanted);
  return options.length === 0 || complete ? null : { from, options };
}

function valuesOf(key: SpecKey, body: readonly string[]): readonly string[] {
  if (key === "standardize") return yesNo;
  if (key !== "target" && key !== "features") return namesFor[key] ?? [];
  const named = body.map((line) => /^\s*data\s*:\s*(\S+)/.exec(line)?.[1]).find((name) => name !== undefined) ?? "diabetes";
  const data = builtInNames.find((name) => name === fold(named));
  return data === undefined ? [] : builtIn(data).columns.map(({ name }) => name);
}
