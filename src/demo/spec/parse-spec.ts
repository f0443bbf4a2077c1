import * as v from "valibot";
import { nearestName } from "../../data/nearest-name";
import type { BlockSpec } from "./block-spec";
import { findKeyLines, splitLines, type KeyLine } from "./fence-lines";
import { keyOf, specKeys, type SpecKey } from "./keys";
import { ownDataOf } from "./own-data";
import type { SpecProblem } from "./problem";
import { shown } from "./shown";
import { valueProblem } from "./value-problem";
import { blockSchema, tunedLambda } from "./values";
import { hasOwnData, needsNoTable } from "../views/view";
import { dataFor, viewsFor } from "./view-data";
import { yamlFault } from "./yaml-fault";
import { findDeepNesting, findReference, quoteLinks } from "./yaml-text";

/** What only matters where a table is fitted. */
const tableKeys: readonly SpecKey[] = ["data", "folder", "tag", "target", "features", "missing", "lag", "test", "loss", "penalties", "lambda", "match", "aim", "predict", "standardize", "folds"];

/** Where each key stands, from 1; for messages that only the data can give rise to. */
export type KeyLines = ReadonlyMap<SpecKey, number>;

export type ParsedSpec =
  | { readonly ok: true; readonly spec: BlockSpec; readonly lines: KeyLines; readonly notes: readonly SpecProblem[] }
  | { readonly ok: false; readonly problems: readonly SpecProblem[] };

/** All keys together fit in far less; what is longer is not a block that someone wrote. */
const maxLines = 200;
const maxCharacters = 10_000;
/** More messages than this are not read. */
const maxProblems = 6;

/** Values that hold where a block's text says nothing, by key. */
export type BlockDefaults = Readonly<Partial<Record<SpecKey, unknown>>>;

/** Keys that can have such a value; others make sense in one block only. `data` holds where a block names neither data nor views. */
export const defaultKeys: readonly SpecKey[] = ["data", "penalties", "views", "match", "mix", "aim", "standardize", "folds", "seed", "missing", "height"];

/** Reads what blocks say where they say nothing, written as the text of a block. Nothing holds where that text cannot be drawn. */
export function parseDefaults(text: string, parseYaml: (yaml: string) => unknown): BlockDefaults {
  if (text.trim() === "" || !parseSpec(text, parseYaml).ok) return {};
  const body = parseYaml(quoteLinks(splitLines(text)).join("\n"));
  if (typeof body !== "object" || body === null) return {};
  const named = Object.entries(body).map(([key, value]): [SpecKey | undefined, unknown] => [keyOf(key), value]);
  return Object.fromEntries(named.filter(([key, value]) => key !== undefined && defaultKeys.includes(key) && value !== null)) as BlockDefaults;
}

/** Reads the text of a `regularization` block. Never throws; nothing of the text is evaluated or kept beyond short plain strings. */
export function parseSpec(text: string, parseYaml: (yaml: string) => unknown, defaults: BlockDefaults = {}): ParsedSpec {
  // Counted by length first, so that a huge text is not even split.
  const lines = text.length > maxCharacters ? [] : splitLines(text);
  if (text.length > maxCharacters || lines.length > maxLines) {
    const count = lines.length || text.split("\n").length;
    return failed([{ line: 1, code: "too-long", params: { lines: count, characters: text.length, maxLines, maxCharacters } }]);
  }
  const readable = quoteLinks(lines);
  const reference = findReference(readable);
  if (reference) return failed([{ line: reference.index + 1, code: "yaml-reference", params: { text: shown(reference.text) } }]);
  const nested = findDeepNesting(readable);
  if (nested !== undefined) return failed([{ line: nested + 1, code: "too-nested", params: {} }]);
  const keyLines = findKeyLines(lines);
  const slips = [...misspelledPairs(lines), ...repeatedKeys(keyLines)];
  if (slips.length > 0) return failed(slips);

  let body: unknown;
  try {
    // Nothing but comments is an empty block; a lone `~` is not.
    body = parseYaml(readable.join("\n")) ?? (contentLine(lines) < 0 ? {} : null);
  } catch (error) {
    return failed([yamlFault(error, lines)]);
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return failed([{ line: contentLine(lines) + 1, code: "not-keys", params: { example: "lambda: 0.2" } }]);
  }
  return readEntries(Object.entries(body), { lines, keyLines, defaults });
}

interface Place {
  readonly lines: readonly string[];
  readonly keyLines: readonly KeyLine[];
  readonly defaults: BlockDefaults;
}

function readEntries(entries: readonly (readonly [string, unknown])[], place: Place): ParsedSpec {
  const problems: SpecProblem[] = [];
  const written = new Map<SpecKey, string>();
  const values: Partial<Record<SpecKey, unknown>> = {};
  for (const [key, value] of entries) {
    const name = keyOf(key);
    if (!name) problems.push(keyProblem(key, lineOf(key, place)));
    // A key without a value yet is someone typing.
    else if (value !== null && value !== undefined) {
      written.set(name, key);
      values[name] = value;
    }
  }
  const namesData = (["data", "folder", "tag", "views"] as const).some((key) => values[key] !== undefined);
  for (const key of defaultKeys) if (values[key] === undefined && place.defaults[key] !== undefined && !(key === "data" && namesData)) values[key] = place.defaults[key];
  const tuned = tunedLambda(values.lambda);
  if (tuned !== undefined) delete values.lambda;
  const own = ownDataOf(values.data) ?? (values.data === undefined && (values.folder !== undefined || values.tag !== undefined) ? { kind: "notes" as const } : undefined);
  if (own !== undefined) delete values.data;
  const result = v.safeParse(blockSchema, values, { abortPipeEarly: true });
  const faulty = new Set<SpecKey>();
  for (const issue of result.issues ?? []) {
    const name = issue.path?.[0]?.key as SpecKey;
    if (faulty.has(name)) continue;
    faulty.add(name);
    const key = written.get(name) ?? name;
    problems.push({ line: lineOf(key, place, issue.input), ...valueProblem(issue, name, shown(key)) });
  }
  if (!result.success || problems.length > 0) return failed(problems);

  const { match = "lambda", folder, tag, ...given } = result.output;
  const read = { ...given, views: given.views ?? viewsFor(given) };
  const lines = new Map([...written].map(([name, key]) => [name, lineOf(key, place)]));
  const notes: SpecProblem[] = [];
  const once = <T extends string>(key: "penalties" | "views", names: readonly T[]): T[] => {
    const repeated = names.find((name, i) => names.indexOf(name) !== i);
    if (repeated !== undefined) notes.push({ line: lines.get(key) ?? 1, code: "repeated-value", params: { key, value: repeated } });
    return [...new Set(names)];
  };
  const spec: BlockSpec = { ...read, data: own === undefined ? (read.data ?? dataFor(read.views)) : own.kind === "notes" ? { ...own, ...(folder !== undefined && { folder }), ...(tag !== undefined && { tag }) } : own, match: tuned ?? match, penalties: once("penalties", read.penalties), views: once("views", read.views) };
  const places = (["folder", "tag"] as const).filter((key) => lines.has(key));
  if (places.length > 0 && own?.kind !== "notes") notes.push({ line: lines.get(places[0] ?? "folder") ?? 1, code: "notes-only", params: { keys: places } });
  const mixLine = lines.get("mix");
  const unused = needsNoTable(spec.views) ? [...lines.keys()].filter((key) => tableKeys.includes(key)) : [];
  if (unused.length > 0) notes.push({ line: lines.get(unused[0] ?? "data") ?? 1, code: "keys-unused", params: { keys: unused } });
  else if (mixLine !== undefined && !spec.views.some(hasOwnData) && !spec.penalties.includes("elastic-net")) notes.push({ line: mixLine, code: "mix-unused", params: {} });
  return { ok: true, spec, lines, notes };
}

function keyProblem(written: string, line: number): SpecProblem {
  const key = shown(written);
  const near = nearestName(written, specKeys);
  return { line, code: "unknown-key", params: { key, keys: specKeys, ...(near === undefined ? {} : { meant: near }) } };
}

/** `lambda:0.2`, `lambda = 0.2`, `lambda： 0.2`: YAML would call these text, or break somewhere else. */
function misspelledPairs(lines: readonly string[]): SpecProblem[] {
  return lines.flatMap((text, index): SpecProblem[] => {
    const match = /^\s*([^\s:=："'#[\]{},]{1,40})(?:\s*[=：]\s*|:(?=\S))(\S.*)$/u.exec(text);
    const key = match?.[1] === undefined ? undefined : keyOf(match[1]);
    if (!key || match?.[2] === undefined || match[2].startsWith(":")) return [];
    return [{ line: index + 1, code: "key-form", params: { meant: `${match[1] ?? key}: ${shown(match[2])}` } }];
  });
}

function repeatedKeys(keyLines: readonly KeyLine[]): SpecProblem[] {
  const seen = new Map<string, number>();
  return keyLines.flatMap(({ key, index }): SpecProblem[] => {
    const name = keyOf(key) ?? key;
    const first = seen.get(name);
    if (first !== undefined) return [{ line: index + 1, code: "duplicate-key", params: { key: shown(key), first: first + 1 } }];
    seen.set(name, index);
    return [];
  });
}

/** The line of a key, or of a value below it; where the text has no such line (a `{…}` body), the first that mentions the key. */
function lineOf(key: string, { lines, keyLines }: Place, value?: unknown): number {
  const at = keyLines.findIndex((line) => line.key === key);
  if (at < 0) return Math.max(0, lines.findIndex((line) => line.includes(key))) + 1;
  const from = keyLines[at]?.index ?? 0;
  const to = keyLines[at + 1]?.index ?? lines.length;
  const isPlain = typeof value === "string" || typeof value === "number";
  const mention = isPlain ? lines.slice(from, to).findIndex((line) => line.includes(String(value))) : -1;
  return from + Math.max(0, mention) + 1;
}

/** Index of the first line that is neither blank nor a comment; -1 where there is none. */
function contentLine(lines: readonly string[]): number {
  return lines.findIndex((line) => line.trim() !== "" && !line.trimStart().startsWith("#"));
}

/** In the order of the lines, and no more than are read. */
function failed(problems: readonly SpecProblem[]): ParsedSpec {
  const sorted = [...problems].sort((a, b) => a.line - b.line);
  const next = sorted[maxProblems];
  const rest: SpecProblem[] = next ? [{ line: next.line, code: "more", params: { count: sorted.length - maxProblems } }] : [];
  return { ok: false, problems: [...sorted.slice(0, maxProblems), ...rest] };
}
