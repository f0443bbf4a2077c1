import katex, { type KatexOptions } from "katex";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Formulas can come from anyone's notes: nothing in them may load, link, or grow without bound. */
const options: KatexOptions = {
  output: "htmlAndMathml",
  trust: false,
  strict: "ignore",
  throwOnError: true,
  /** In em: larger rules and spaces are cut. */
  maxSize: 20,
  /** Macro expansions; the library's longest formula needs fewer than ten. */
  maxExpand: 200,
};

export interface FormulaProps {
  readonly tex: string;
  readonly display?: boolean;
}

/** A formula drawn by KaTeX; what KaTeX cannot read is shown as it was written. */
export function Formula({ tex, display = false }: FormulaProps) {
  const ref = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (ref.current !== null) renderFormula(ref.current, tex, display);
  }, [tex, display]);
  return <span ref={ref} class="reglab-formula" />;
}

export function renderFormula(el: HTMLElement, tex: string, display: boolean): void {
  try {
    katex.render(tex, el, { ...options, displayMode: display });
  } catch {
    el.textContent = tex;
  }
}
