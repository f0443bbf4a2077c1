const signs: readonly (readonly [RegExp, string])[] = [
  [/\\(?:textstyle|displaystyle|bigl|bigr|Bigl|Bigr|left|right|,|;|!)/g, ""],
  [/\\(?:mathrm|text|operatorname|mathbf)\{([^{}]*)\}/g, "$1"],
  [/\\sum(?:_[a-z])?/g, "Σ"],
  [/\\lambda/g, "λ"],
  [/\\rho/g, "ρ"],
  [/\\cdot/g, "·"],
  [/_i/g, "ᵢ"],
  [/_j/g, "ⱼ"],
  [/\^2|\^\{2\}/g, "²"],
  [/-/g, "−"],
  [/[\\{}]/g, ""],
  [/\s+/g, " "],
];

/** The note's short formulas as plain text: an image elsewhere does not have the fonts of a formula. */
export function formulaText(tex: string): string {
  return signs.reduce((text, [sign, plain]) => text.replace(sign, plain), tex).replace(/Σ (?=\S)/g, "Σ").trim();
}
