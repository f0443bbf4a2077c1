// The host's own formulas. KaTeX stands in for Obsidian's MathJax; its rules hold under `.host-math` only, so that
// they never dress formulas of a plugin that brings its own copy.
import katex from "katex";

export function loadMathJax(): Promise<void> {
  return Promise.resolve();
}

export function finishRenderMath(): Promise<void> {
  return Promise.resolve();
}

/** A formula as an element; one that cannot be read is shown as it was written, in red. */
export function renderMath(source: string, display: boolean): HTMLElement {
  const el = document.createElement("mjx-container");
  el.className = "MathJax host-math";
  if (display) el.setAttribute("display", "true");
  katex.render(source, el, { displayMode: display, output: "html", throwOnError: false, trust: false, maxExpand: 200, maxSize: 20 });
  return el;
}
