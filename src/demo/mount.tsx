import { render } from "preact";
import type { Words } from "../language/language";
import { Block, type BlockProps } from "./block";
import { OwnDataBlock, type OwnDataBlockProps } from "./own-data-block";
import { Problems } from "./problems";

/** Draws a block into an element, whole and at once; the function returned takes it down again and leaves the element as it was. */
export function mountBlock(el: HTMLElement, props: Omit<BlockProps, "el">): () => void {
  el.classList.add("reglab");
  render(<Block {...props} el={el} />, el);
  return () => unmount(el);
}

/** The same for a block of which every view brings its own data. */
export function mountOwnData(el: HTMLElement, props: OwnDataBlockProps): () => void {
  el.classList.add("reglab");
  render(<OwnDataBlock {...props} />, el);
  return () => unmount(el);
}

/** Draws in a block's place, in sentences, why it cannot be drawn, or why not yet. */
export function mountProblems(el: HTMLElement, sentences: readonly string[], words: Words, { waiting = false, height }: { waiting?: boolean; height?: number } = {}): () => void {
  el.classList.add("reglab");
  render(waiting ? <div class="reglab-waiting" role="status" style={height === undefined ? undefined : { minHeight: `${height}px` }}>{sentences.join(" ")}</div> : <Problems title={words.demo.problems} sentences={sentences} />, el);
  return () => unmount(el);
}

function unmount(el: HTMLElement): void {
  render(null, el);
  el.classList.remove("reglab");
}
