import { parseInline, plainText } from "./inline";
import { noteBlocks, type NoteBlock } from "./note-blocks";
import { sentences } from "./sentences";

/** What a sentence gets wrong, or leaves out where it matters. */
export type Mistake = "swapped-names" | "swapped-priors" | "weight-decay" | "whole-filters" | "differentiable" | "ridge-zeros" | "hard-to-optimise";

export interface Finding {
  readonly mistake: Mistake;
  /** From 0. */
  readonly line: number;
  /** In the words a reader sees. */
  readonly sentence: string;
}

const l1 = /\bL1\b|L₁|ℓ₁|lasso|라쏘|라소/i;
const l2 = /\bL2\b|L₂|ℓ₂|ridge|릿지|리지/i;
const l1Norm = /\bL1\b|L₁|ℓ₁/i;
const l2Norm = /\bL2\b|L₂|ℓ₂/i;
const lasso = /lasso|라쏘|라소/i;
const ridge = /ridge|릿지|리지/i;
const laplace = /laplac|라플라스/i;
const gauss = /gauss|가우스|가우시안|정규\s?분포/i;
const prior = /prior|사전|\bMAP\b/i;
/** Says that something is not so, or sets one thing against another. */
const denied = /\b(?:not|never|no|cannot|rarely|unlike|than|versus|vs|whereas|instead|rather)\b|n['’]t\b|\bnon|않|아니|못|달리|보다|비해|반면|대신|불가능|불연속|어려|어렵/i;
const zeros = /exactly (?:0|zero)|to (?:0|zero) exactly|정확히 0|0으로 만|sparse|sparsity|희소/i;

/** Each mistake by what its sentence holds; `note` is all of the note, for what is said elsewhere. */
const rules: Readonly<Record<Mistake, (sentence: string, note: string) => boolean>> = {
  "swapped-names": (s) => !denied.test(s) && ((l1Norm.test(s) && ridge.test(s) && !l2Norm.test(s) && !lasso.test(s)) || (l2Norm.test(s) && lasso.test(s) && !l1Norm.test(s) && !ridge.test(s))),
  "swapped-priors": (s) => prior.test(s) && !denied.test(s) && ((l1.test(s) && gauss.test(s) && !laplace.test(s) && !l2.test(s)) || (l2.test(s) && laplace.test(s) && !gauss.test(s) && !l1.test(s))),
  "weight-decay": (s, note) =>
    l2.test(s) && /weight decay|가중치 감쇠/i.test(s) && !denied.test(s.replace(/weight decay/gi, "").split(/지만|but/)[0] ?? "") &&
    /=|\bsame\b|equivalent|equals?\b|identical|also (?:called|known)|is (?:called|just|simply)|[(（]\s*(?:weight decay|가중치 감쇠)|(?:weight decay|가중치 감쇠)\s*[(（]|라고도|같은|같다|동일|즉/i.test(s) &&
    !/adam|decoupled|\bSGD\b|분리된/i.test(note),
  "whole-filters": (s) => l1.test(s) && /filter|kernel|channel|필터|커널|채널/i.test(s) && /\b0\b|0이|zero|remove|prun|제거|스파스|sparse/i.test(s) && !/group|그룹|element|원소|block/i.test(s),
  differentiable: (s) => (l1.test(s) || /절댓값|absolute value/i.test(s)) && /differentiable|smooth everywhere|미분\s?(?:이\s)?가능/i.test(s) && !denied.test(s),
  "ridge-zeros": (s) => l2.test(s) && !l1.test(s) && zeros.test(s) && !denied.test(s),
  "hard-to-optimise": (s) => l1.test(s) && /(?:not|non-?|un)\s?differentiable|discontinu|미분.{0,24}(?:불|않|없)/i.test(s) && /hard|difficult|어려|어렵|힘들/i.test(s) && !/proximal|coordinate|근접|좌표/i.test(s),
};

/** Claims about regularization that people often mix up, in English and Korean sentences of a note; code, comments and properties are not read. */
export function checkNote(note: string): Finding[] {
  return noteBlocks(note).flatMap(claimsOf).flatMap(({ line, sentence }) =>
    (Object.keys(rules) as Mistake[]).filter((mistake) => rules[mistake](sentence, note)).map((mistake) => ({ mistake, line, sentence })));
}

/** Sentences with their lines. A cell of a table is read behind the head of its column. */
function claimsOf(block: NoteBlock): { line: number; sentence: string }[] {
  if (block.kind === "math") return [];
  if (block.kind === "row") {
    return block.header.length === 0 ? [] : block.cells.slice(1).map((cell, j) => ({ line: block.start, sentence: `${readable(block.header[j + 1] ?? "")}: ${readable(cell)}` }));
  }
  return sentences(block.text).map(({ start, end }) => ({
    line: block.start + block.text.slice(0, start).split("\n").length - 1,
    sentence: readable(block.text.slice(start, end)),
  }));
}

function readable(text: string): string {
  return plainText(parseInline(text)).replace(/\s+/g, " ").trim();
}
