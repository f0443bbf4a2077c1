import { getFrontMatterInfo } from "../../host/metadata/front-matter";
import { loadEmbeds } from "./embeds";
import { runProcessors } from "./processors";
import type { Rendering } from "./rendering";
import { markdownToDom } from "./to-dom";
import { markUnresolved } from "./unresolved";

/** Draws Markdown into an element and runs the processors over it; returns what is still promised. */
export function renderInto(el: HTMLElement, text: string, rendering: Rendering): Promise<unknown>[] {
  el.append(markdownToDom(text.slice(getFrontMatterInfo(text).contentStart)));
  return processInto(el, rendering);
}

/** Processors first, then the marks on links: a processor never sees `is-unresolved`. */
export function processInto(el: HTMLElement, rendering: Rendering): Promise<unknown>[] {
  const promises = runProcessors(el, rendering);
  markUnresolved(rendering.app, el, rendering.sourcePath);
  return [...promises, ...loadEmbeds(el, rendering)];
}
