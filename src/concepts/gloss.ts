/** A name with what explains it: "정규화 (Regularization)", "Dropout - Neural Network", "ML: Lasso". */
export interface GlossedName {
  readonly head: string;
  readonly gloss: string;
  /** Parentheses explain what stands before them; a dash or colon may also put the field first. */
  readonly by: "parentheses" | "dash";
}

/** Takes the last gloss off a name; null where there is none, or where the parentheses do not match. */
export function splitGloss(name: string): GlossedName | null {
  const text = name.normalize("NFKC");
  const parentheses = /^([^()]*(?:\([^()]*\)[^()]*)*)\(([^()]*)\)([^()]*)$/.exec(text);
  if (parentheses !== null) {
    const [, before = "", gloss = "", after = ""] = parentheses;
    return { head: `${before.trim()} ${after.trim()}`.trim(), gloss: gloss.trim(), by: "parentheses" };
  }
  const dash = /^(.*\S)(?:\s+[-–—|~]+\s+|\s*[—:]\s+)(\S.*)$/s.exec(text);
  return dash === null ? null : { head: dash[1] ?? "", gloss: dash[2] ?? "", by: "dash" };
}

export type Script = "hangul" | "other" | "latin";

/** The script that tells a name's language: one Korean word makes "L1 정규화" Korean. */
export function scriptOf(text: string): Script {
  if (/\p{Script=Hangul}/u.test(text.normalize("NFC"))) return "hangul";
  return /(?!\p{Script=Latin})\p{L}/u.test(text.normalize("NFKC")) ? "other" : "latin";
}
