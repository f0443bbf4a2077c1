import type { LeastSquares, Moments } from "../regression/least-squares";
import type { PenaltyName } from "../regression/note-objective";

/** One penalty's solutions in the note's own scale: MSE + λ·penalty(w) on standardised features and target. */
export interface PenaltyFit {
  readonly penalty: PenaltyName;
  /** Smallest λ (note's scale) with all weights zero; Infinity for L2 and none. */
  readonly lambdaMax: number;
  /** λ (note's scale) where the set of non-zero weights changes, descending. */
  readonly knots: Float64Array;
  /** Weights (p) at any λ ≥ 0 of the note's formula; no solver runs. */
  weightsAt(lambda: number, out?: Float64Array): Float64Array;
  /** Σ|w|, Σw², ρΣ|w| + (1−ρ)Σw² or 0: the penalty's value without its λ. */
  penaltyOf(weights: Float64Array): number;
}

/** Everything the views of one block draw from: data already fitted, nothing that changes while λ moves. */
export interface Model {
  readonly dataName: string;
  readonly rows: number;
  readonly features: readonly string[];
  readonly target: string;
  readonly moments: Moments;
  /** Absent where the moments were set by hand (the dragged optimum of `two`). */
  readonly problem?: LeastSquares;
  readonly mix: number;
  readonly fits: readonly PenaltyFit[];
  /** The slider's range in the note's scale: 0 is a stop of its own below `min`. */
  readonly lambdaRange: { readonly min: number; readonly max: number; readonly initial: number };
  /** Mean squared error on the fitted rows (a share of the target's variance). */
  meanSquaredError(weights: Float64Array): number;
}
