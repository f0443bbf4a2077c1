import { foldWords, notePart } from "./fold";
import { isContext, withoutOneFiller } from "./fillers";
import { scriptOf, splitGloss, type GlossedName } from "./gloss";
import { partsOfCompound } from "./compound";

/** What a link names: one concept, a choice, or nothing that is known. */
export type Resolution =
  | { readonly kind: "concept"; readonly id: string }
  | { readonly kind: "ambiguous"; readonly ids: readonly string[] }
  | { readonly kind: "none" };

export interface Resolver {
  /** Reads the text of a link (what stands before the pipe). A name counts only as a whole, never by a part of it. */
  resolve(linktext: string): Resolution;
}

type Ids = ReadonlySet<string>;
const nothing: Ids = new Set();

/** Longest name that a file system takes; longer links are sentences or garbage. */
const longestName = 255;
/** Fillers that one name may carry: "what is the L1 norm penalty in deep learning explained" has four. */
const mostFillers = 4;

/** Concepts with all their names, in any language. A name that two concepts share is ambiguous. */
export function createResolver(concepts: readonly { readonly id: string; readonly names: readonly string[] }[]): Resolver {
  const index = new Map<string, Set<string>>();
  const add = (name: string, id: string) => {
    const key = foldWords(name).join("");
    if (key !== "") index.set(key, (index.get(key) ?? new Set()).add(id));
  };
  for (const { id, names } of concepts) {
    for (const name of names) {
      add(name, id);
      const gloss = splitGloss(name);
      if (gloss === null || scriptOf(gloss.head) === scriptOf(gloss.gloss)) continue;
      add(gloss.head, id);
      add(gloss.gloss, id);
    }
  }
  const named = (words: readonly string[]): Ids => index.get(words.join("")) ?? nothing;

  /** Exactly known, or exactly known once fillers are dropped: the fewest that do. */
  function known(words: readonly string[]): Ids {
    let forms: readonly (readonly string[])[] = [words];
    for (let dropped = 0; dropped <= mostFillers && forms.length > 0; dropped += 1) {
      const found = union(forms.map(named));
      if (found.size > 0) return found;
      forms = forms.flatMap(withoutOneFiller);
    }
    return nothing;
  }

  function compound(name: string): Ids {
    const parts = partsOfCompound(name, (words) => known(words).size > 0);
    return parts === null ? nothing : union(parts.map(known));
  }

  /** "교차 엔트로피 Cross-Entropy": one name in two scripts side by side; both must be known and agree. */
  function sideBySide(words: readonly string[]): Ids {
    for (let at = 1; at < words.length; at += 1) {
      const [left, right] = [words.slice(0, at), words.slice(at)];
      if (scriptOf(left.join("")) === scriptOf(right.join(""))) continue;
      const both = intersection(named(left), known(right));
      if (both.size > 0) return both;
    }
    return nothing;
  }

  function glossed({ head, gloss, by }: GlossedName): Ids {
    const [headWords, glossWords] = [foldWords(head), foldWords(gloss)];
    if (isContext(glossWords)) return find(head);
    if (by === "dash" && isContext(headWords)) return find(gloss);
    const [ofHead, ofGloss] = [find(head), find(gloss)];
    const both = intersection(ofHead, ofGloss);
    if (both.size > 0) return both;
    const translated = scriptOf(head) !== scriptOf(gloss);
    if (ofHead.size > 0 && ofGloss.size > 0) {
      // In one script the gloss says which family a name belongs to: "Ridge (L2 regularization)" is ridge.
      return translated || by === "dash" ? union([ofHead, ofGloss]) : ofHead;
    }
    if (ofHead.size > 0) {
      // "Normalization (database)" is the narrower name read in its usual order; "Regularization (L1/L2)" is about both kinds.
      const narrower = known([...glossWords, ...headWords]);
      if (narrower.size > 0) return narrower;
      if (compound(`${gloss} ${head}`).size > 0) return ofHead;
      return isSpecific(headWords) && (translated || by === "parentheses") ? ofHead : nothing;
    }
    // A translation in parentheses names what an unknown word means; "Dropout (Regularization)" and "데이터베이스 정규화
    // (Normalization)" name something else.
    return translated && scriptOf(gloss) === "latin" && !holdsAmbiguousName(headWords) ? ofGloss : nothing;
  }

  function holdsAmbiguousName(words: readonly string[]): boolean {
    const text = words.join("");
    for (const [key, ids] of index) if (ids.size > 1 && text.includes(key)) return true;
    return false;
  }

  function find(name: string): Ids {
    const words = foldWords(name);
    if (words.length === 0) return nothing;
    const whole = known(words);
    if (whole.size > 0) return whole;
    const gloss = splitGloss(name);
    if (gloss !== null) return glossed(gloss);
    const beside = sideBySide(words);
    return beside.size > 0 ? beside : compound(name);
  }

  return {
    resolve(linktext) {
      if (linktext.length > 4 * longestName) return { kind: "none" };
      const name = notePart(linktext);
      return name.length > longestName ? { kind: "none" } : resolutionOf(find(name));
    },
  };
}

/** Names that mean one thing in every field: two words, or four syllables. "Lasso" and "정규화" need their gloss understood. */
function isSpecific(words: readonly string[]): boolean {
  return words.filter((word) => /^[a-z]{2,}$/.test(word)).length >= 2 || /[가-힣]{4,}/.test(words.join(""));
}

function resolutionOf(ids: Ids): Resolution {
  const [id, ...others] = [...ids].sort();
  if (id === undefined) return { kind: "none" };
  return others.length === 0 ? { kind: "concept", id } : { kind: "ambiguous", ids: [id, ...others] };
}

function union(sets: readonly Ids[]): Ids {
  return new Set(sets.flatMap((set) => [...set]));
}

function intersection(left: Ids, right: Ids): Ids {
  return new Set([...left].filter((id) => right.has(id)));
}
