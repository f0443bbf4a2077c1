import type { MarkdownPostProcessorContext } from "obsidian";
import type { CodeBlockHandler } from "../../host/registries";
import { contextFor, dropLostChildren, type ChildOf, type Rendering } from "./rendering";

/** In the place of what failed, and nowhere else; the error also reaches the window. */
function showFailure(el: HTMLElement, what: string, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const box = el.ownerDocument.createElement("div");
  box.className = "sandbox-processor-error";
  box.setAttribute("role", "alert");
  box.textContent = `${what} failed: ${message}`;
  el.append(box);
  setTimeout(() => {
    throw error;
  }, 0);
}

/** Runs one processor; a promise that it returns is handed on, after its failure has been seen to. */
function attempt(el: HTMLElement, what: string, run: () => unknown): Promise<unknown> | null {
  try {
    const answer = run();
    if (!(answer instanceof Promise)) return null;
    return answer.catch((error: unknown) => showFailure(el, what, error));
  } catch (error) {
    showFailure(el, what, error);
    return null;
  }
}

/** Draws one code block with the handler that a plugin registered for its language. */
export function runCodeBlock(
  block: { language: string; source: string; box: HTMLElement; within?: HTMLElement },
  handler: CodeBlockHandler,
  rendering: Rendering,
): Promise<unknown> | null {
  const { box, language, source } = block;
  const within = block.within ?? box;
  const added: ChildOf[] = [];
  box.addClass(`block-language-${language}`);
  const promise = attempt(box, `The code block "${language}"`, () => handler(source, box, contextFor(rendering, within, added)));
  const check = () => dropLostChildren(rendering.owner, within, added);
  check();
  return promise?.then(check) ?? null;
}

function codeBlocks(el: HTMLElement, language: string): { pre: Element; source: string }[] {
  return Array.from(el.querySelectorAll(`pre > code.language-${CSS.escape(language)}`)).flatMap((code) => {
    const pre = code.parentElement;
    return pre ? [{ pre, source: (code.textContent ?? "").replace(/\n$/, "") }] : [];
  });
}

/** All processors over one section, in their order; returns what they promised. */
export function runProcessors(el: HTMLElement, rendering: Rendering): Promise<unknown>[] {
  const { codeBlockProcessors, postProcessors } = rendering.app.registries;
  const steps: { sortOrder: number; run: () => (Promise<unknown> | null)[] }[] = [];
  for (const [language, { handler, sortOrder }] of codeBlockProcessors) {
    const run = () => codeBlocks(el, language).map(({ pre, source }) => {
      const box = el.ownerDocument.createElement("div");
      pre.replaceWith(box);
      return runCodeBlock({ language, source, box, within: el }, handler, rendering);
    });
    steps.push({ sortOrder, run });
  }
  const added: ChildOf[] = [];
  const context: MarkdownPostProcessorContext = contextFor(rendering, el, added);
  for (const { handler, sortOrder } of postProcessors) {
    steps.push({ sortOrder, run: () => [attempt(el, "A post-processor", () => handler(el, context))] });
  }
  steps.sort((a, b) => a.sortOrder - b.sortOrder);
  const promises = steps.flatMap(({ run }) => run()).filter((promise) => promise !== null);
  dropLostChildren(rendering.owner, el, added);
  return promises;
}
