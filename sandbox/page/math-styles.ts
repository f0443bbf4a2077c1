import rules from "katex/dist/katex.min.css" with { type: "text" };

/** KaTeX's rules for the app's own formulas only: those of a plugin must not look right by accident. The fonts come with page.css. */
export function addMathStyles(): void {
  const style = document.createElement("style");
  style.textContent = `.host-math{${rules.replace(/@font-face\{[^}]*\}|body\{[^}]*\}/g, "")}}`;
  document.head.append(style);
}
