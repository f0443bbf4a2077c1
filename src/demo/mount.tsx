import { render } from "preact";
import type { JobHost } from "../compute/job-host";
import { type LanguageCode, type Words, wordsIn } from "../language/language";
import { Block, type BlockProps } from "./block";
import { createBlockState } from "./block-state";
import { buildModel } from "./build-model";
import { OwnDataBlock, type OwnDataBlockProps } from "./own-data-block";
import { type Action, Problems, Reading, type ReadingShare } from "./problems";
import { parseSpec } from "./spec/parse-spec";

/** Draws a block into an element, whole and at once; the function returned takes it down again and leaves the element as it was. */
export function mountBlock(el: HTMLElement, props: Omit<BlockProps, "el">): () => void {
  el.classList.add("reglab");
  render(<Block {...props} el={el} />, el);
  return () => unmount(el);
}

/** Draws a block's text as a small figure, on built-in data; null where the text cannot be drawn so. */
export function mountFigure(el: HTMLElement, { text, readYaml, language, host }: { text: string; readYaml: (yaml: string) => unknown; language: LanguageCode; host: JobHost }): (() => void) | null {
  const parsed = parseSpec(text, readYaml);
  const built = parsed.ok ? buildModel(parsed.spec) : null;
  if (!parsed.ok || built?.ok !== true) return null;
  const state = createBlockState({ lambda: built.model.lambdaRange.initial, match: parsed.spec.match });
  return mountBlock(el, { spec: parsed.spec, model: built.model, state, words: wordsIn(language), language, remarks: [], print: false, host, actions: null });
}

/** Draws a block of which every view brings its own data. */
export function mountOwnData(el: HTMLElement, props: OwnDataBlockProps): () => void {
  el.classList.add("reglab");
  render(<OwnDataBlock {...props} />, el);
  return () => unmount(el);
}

/** Draws in a block's place, in sentences, why it cannot be drawn, or why not yet. */
export function mountProblems(el: HTMLElement, sentences: readonly string[], words: Words, { waiting = false, height, action }: { waiting?: boolean; height?: number; action?: Action | undefined } = {}): () => void {
  el.classList.add("reglab");
  render(waiting ? <div class="reglab-waiting" role="status" style={height === undefined ? undefined : { minHeight: `${height}px` }}>{sentences.join(" ")}</div> : <Problems title={words.demo.problems} sentences={sentences} action={action} />, el);
  return () => unmount(el);
}

/** Draws in a block's place how far its data have been read, or that they are not. */
export function mountReading(el: HTMLElement, share: ReadingShare): () => void {
  el.classList.add("reglab");
  render(<Reading {...share} />, el);
  return () => unmount(el);
}

function unmount(el: HTMLElement): void {
  render(null, el);
  el.classList.remove("reglab");
}
