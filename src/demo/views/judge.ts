import type { PenaltyName } from "../../regression/note-objective";
import type { ErrorCurve } from "../curves";
import type { PenaltyFit } from "../model";

/** One penalty as it is judged: at its own best λ. */
export interface Candidate {
  readonly penalty: PenaltyName;
  readonly lambda: number;
  /** Cross-validated. */
  readonly error: number;
  readonly standardError: number;
  /** The error of each fold, and the fold's share of the rows. */
  readonly folds: readonly { readonly share: number; readonly error: number }[];
  /** Weights that are not exactly zero. */
  readonly kept: number;
}

export function candidateOf(fit: PenaltyFit, curve: ErrorCurve): Candidate {
  const at = Math.max(0, curve.lambdas.indexOf(curve.best));
  return {
    penalty: fit.penalty,
    lambda: curve.best,
    error: curve.mean[at] ?? NaN,
    standardError: curve.standardError[at] ?? NaN,
    folds: curve.folds.map(({ share, errors }) => ({ share, error: errors[at] ?? NaN })),
    kept: keptAt(fit, curve.best),
  };
}

/** How much more error `a` has than `b`, fold by fold. */
export interface Difference {
  readonly difference: number;
  /** Of the difference: folds that are hard for both do not count. */
  readonly standardError: number;
  /** More than one standard error. */
  readonly clear: boolean;
}

/** With the weights of the folds as in a validation curve. */
export function differenceOf(a: Candidate, b: Candidate): Difference {
  const pairs = a.folds.map(({ share, error }, fold) => ({ share, apart: error - (b.folds[fold]?.error ?? NaN) }));
  const difference = pairs.reduce((sum, { share, apart }) => sum + share * apart, 0);
  const spread = pairs.reduce((sum, { share, apart }) => sum + share * (apart - difference) ** 2, 0);
  const standardError = Math.sqrt(spread / (pairs.length - 1));
  return { difference, standardError, clear: Math.abs(difference) > standardError };
}

export interface Comparison {
  readonly winner: Candidate;
  /** How far each of the others is behind, the nearest first. */
  readonly others: readonly ({ readonly candidate: Candidate } & Difference)[];
}

/** Cross-validated errors, each penalty's at its own best λ, against the smallest of them. */
export function judgeErrors(candidates: readonly Candidate[]): Comparison | null {
  const [winner, ...rest] = [...candidates].sort((a, b) => a.error - b.error);
  if (winner === undefined) return null;
  return { winner, others: rest.map((candidate) => ({ candidate, ...differenceOf(candidate, winner) })) };
}

export interface Fewest {
  readonly penalty: PenaltyName;
  readonly kept: number;
  readonly lambda: number;
  readonly error: number;
}

/** For each penalty the fewest features with which its cross-validated error is still at most `limit`; of equal counts the smallest error. Without those that never get there. */
export function fewestWithin(fits: readonly PenaltyFit[], curveOf: (penalty: PenaltyName) => ErrorCurve | null, limit: number): Fewest[] {
  return fits.flatMap((fit): Fewest[] => {
    const curve = curveOf(fit.penalty);
    let found: Fewest | null = null;
    curve?.lambdas.forEach((lambda, l) => {
      const error = curve.mean[l] ?? Infinity;
      if (error > limit) return;
      const kept = keptAt(fit, lambda);
      if (found === null || kept < found.kept || (kept === found.kept && error < found.error)) found = { penalty: fit.penalty, kept, lambda, error };
    });
    return found === null ? [] : [found];
  });
}

/** Whether the mean of `a` − `b`, pair by pair, is more than its standard error away from 0. */
export function differsPairwise(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  const differences = Array.from(a, (value, i) => value - (b[i] ?? NaN));
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (differences.length - 1);
  return Math.abs(mean) > Math.sqrt(variance / differences.length);
}

function keptAt(fit: PenaltyFit, lambda: number): number {
  return fit.weightsAt(lambda).reduce((count, weight) => (weight === 0 ? count : count + 1), 0);
}
