import type { InlinePart } from "./inline-part";
import { inlineTokens, type Mark, type Token } from "./inline-tokens";

export type { InlinePart } from "./inline-part";

/**
 * Reads `**bold**`, `*em*`, `_em_`, `` `code` ``, `$math$`, `[[target|text]]` and `[text](target)`.
 * The result is flat: a link or formula inside bold text stands on its own. Markers without a partner stay text.
 * Time is linear in the length of the text, whatever it holds.
 */
export function parseInline(text: string): InlinePart[] {
  const tokens = inlineTokens(text);
  const paired = pairedMarks(tokens);
  const parts: InlinePart[] = [];
  let strong = false;
  let emphasis = false;
  let words = "";
  const style = () => (strong ? "strong" : emphasis ? "emphasis" : "text");
  const endRun = () => {
    if (words !== "") parts.push({ kind: style(), text: words });
    words = "";
  };
  for (const token of tokens) {
    if (token.kind === "text" || (token.kind === "mark" && !paired.has(token))) {
      words += token.text;
      continue;
    }
    endRun();
    if (token.kind !== "mark") parts.push(token);
    else if (token.text === "**") strong = !strong;
    else emphasis = !emphasis;
  }
  endRun();
  return parts;
}

/** The words a reader sees, formulas as their TeX. */
export function plainText(parts: readonly InlinePart[]): string {
  return parts.map((part) => part.text).join("");
}

function pairedMarks(tokens: readonly Token[]): ReadonlySet<Mark> {
  const waiting = new Map<Mark["text"], Mark>();
  const paired = new Set<Mark>();
  for (const token of tokens) {
    if (token.kind !== "mark") continue;
    const partner = waiting.get(token.text);
    if (partner !== undefined && token.closes) {
      paired.add(partner).add(token);
      waiting.delete(token.text);
    } else if (token.opens) waiting.set(token.text, token);
  }
  return paired;
}
