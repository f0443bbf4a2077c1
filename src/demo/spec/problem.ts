/** What each message about a block needs to be written; names and values are as the reader typed them, made short and plain. */
export interface ProblemParams {
  "too-long": { lines: number; characters: number; maxLines: number; maxCharacters: number };
  "yaml-reference": { text: string };
  "too-nested": Record<never, never>;
  yaml: { detail: string };
  tab: Record<never, never>;
  unclosed: { mark: string };
  "not-keys": { example: string };
  "key-form": { meant: string };
  "duplicate-key": { key: string; first: number };
  "unknown-key": { key: string; meant?: string; keys: readonly string[] };
  "unknown-value": { key: string; value: string; meant?: string; expected: readonly string[] };
  "file-kind": { value: string };
  "notes-only": { keys: readonly string[] };
  "no-file": { link: string; meant?: string };
  "no-heading": { note: string; heading: string; headings: readonly string[]; meant?: string };
  "no-table": { note: string; heading?: string };
  "base-empty": { base: string };
  "no-notes": { folder?: string; tag?: string };
  indexing: { ready: number; notes: number };
  "no-properties": { notes: number };
  "too-large": { name: string; size: number; most: number };
  "csv-encoding": { name: string };
  "csv-empty": { name: string };
  "csv-no-rows": { name: string };
  "csv-quote": { name: string; row: number; column: string };
  "csv-ragged": { name: string; row: number; cells: number; columns: number };
  "reading-stopped": { name: string };
  "no-numbers": { data: string };
  unread: { name: string; reason: string };
  "not-a-number": { key: string; value: string; meant?: number; example: number };
  "not-whole": { key: string; value: string; example: number };
  "not-finite": { key: string; value: string; example: number };
  "out-of-range": { key: string; value: number; min: number; max?: number; meant?: number };
  "not-yes-no": { key: string; value: string };
  "not-text": { key: string };
  empty: { key: string; expected: readonly string[] };
  "text-too-long": { key: string; length: number; max: number };
  "repeated-value": { key: string; value: string };
  "mix-unused": Record<never, never>;
  "keys-unused": { keys: readonly string[] };
  more: { count: number };
  "unknown-target": { name: string; meant?: string; columns: readonly string[]; data: string };
  "unknown-feature": { name: string; meant?: string; columns: readonly string[]; data: string };
  "target-among-features": { name: string };
  "duplicate-feature": { name: string };
  "constant-target": { name: string };
  "no-features": { data: string };
  "not-classes": { loss: "logistic" | "softmax"; target: string; values: number; most: number };
  "needs-rows": { key: string; data: string };
  "few-rows": { rows: number; needed: number };
}

export type ProblemCode = keyof ProblemParams;

export type ProblemOf<C extends ProblemCode> = { readonly line: number; readonly code: C; readonly params: Readonly<ProblemParams[C]> };

/** One thing that is wrong with (or worth saying about) a block; `line` counts from 1 inside the fence. */
export type SpecProblem = { [C in ProblemCode]: ProblemOf<C> }[ProblemCode];
