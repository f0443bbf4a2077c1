import { formatNumber } from "../../plot/number-format";
import type { PenaltyName } from "../../regression/note-objective";
import { formatLambda } from "../format-lambda";
import type { Variation } from "../half-weights";
import type { Scene } from "../scene";
import { differsPairwise, type Candidate, type Comparison, type Fewest } from "./judge";
import { percent } from "./percent";

export interface VerdictText {
  readonly answer: string;
  /** The penalties that the answer names. */
  readonly winners: readonly PenaltyName[];
  readonly reasons: readonly string[];
}

/** By cross-validated error. */
export function predictVerdict({ words, model }: Scene, { winner, others }: Comparison): VerdictText {
  const { verdict: say, penalties } = words;
  const equal = others.filter(({ clear }) => !clear).map(({ candidate }) => candidate);
  const winners = [winner, ...equal].map(({ penalty }) => penalty);
  const reasons = others.map(({ candidate, difference, standardError, clear }) => say.behind({
    other: penalties[candidate.penalty], error: formatNumber(candidate.error), winner: penalties[winner.penalty], least: formatNumber(winner.error),
    difference: formatNumber(difference), standardError: formatNumber(standardError), clear,
  }));
  if (equal.length === 0) return { answer: say.predictsBest(penalties[winner.penalty]), winners, reasons };
  const kept = [winner, ...equal].map((candidate) => say.keeps(penalties[candidate.penalty], candidate.kept, model.features.length));
  return { answer: say.noDifference(winners.map((penalty) => penalties[penalty])), winners, reasons: [...reasons, say.decideOtherwise(kept)] };
}

/** By the fewest features with an error of at most `limit`. */
export function fewVerdict({ words, model }: Scene, { fewest, limit }: { fewest: readonly Fewest[]; limit: number }): VerdictText {
  const { verdict: say, penalties } = words;
  const total = model.features.length;
  const sorted = [...fewest].sort((a, b) => a.kept - b.kept);
  const least = sorted[0];
  if (least === undefined) return { answer: say.never, winners: [], reasons: [] };
  const equal = sorted.filter(({ kept }) => kept === least.kept);
  const winners = equal.map(({ penalty }) => penalty);
  const names = winners.map((penalty) => penalties[penalty]);
  const reasons = [
    ...equal.map(({ penalty, kept, lambda, error }) => say.enough({
      penalty: penalties[penalty], kept, total, lambda: penalty === "none" ? "0" : formatLambda(lambda), error: formatNumber(error), limit: formatNumber(limit),
    })),
    ...sorted.slice(equal.length).map(({ penalty, kept }) => say.needs(penalties[penalty], kept, total)),
  ];
  return { answer: equal.length > 1 ? say.equallyFew(names, least.kept, total) : say.fewestOf(names[0] ?? "", least.kept, total), winners, reasons };
}

/** By how much the weights change between random halves. */
export function stableVerdict({ words }: Scene, candidates: readonly Candidate[], variations: readonly Variation[]): VerdictText {
  const { verdict: say, penalties } = words;
  const sorted = candidates
    .flatMap(({ penalty }, index) => {
      const variation = variations[index];
      return variation === undefined || Number.isNaN(variation.size) ? [] : [{ penalty, variation }];
    })
    .sort((a, b) => a.variation.size - b.variation.size);
  const least = sorted[0];
  if (least === undefined) return { answer: say.allZero, winners: [], reasons: [] };
  const equal = sorted.filter((other) => other === least || !differsPairwise(least.variation.parts, other.variation.parts));
  const winners = equal.map(({ penalty }) => penalty);
  const reasons = [say.changes(sorted.map(({ penalty, variation }) => `${penalties[penalty]} ${percent(variation.size)}`))];
  return { answer: equal.length > 1 ? say.noDifference(winners.map((penalty) => penalties[penalty])) : say.steadiest(penalties[least.penalty]), winners, reasons };
}
