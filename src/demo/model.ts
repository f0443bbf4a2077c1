import type { Table } from "../data/table";
import type { LeastSquares, Moments } from "../regression/least-squares";
import type { LossName, PenaltyName } from "../regression/note-objective";
import type { ClassProblem } from "./classes/class-problem";
import type { Curves } from "./curves";
import type { HeldOut } from "./held-out";
import type { LambdaRange } from "./slider-range";
import type { SpecProblem } from "./spec/problem";

/** One penalty's solutions in the note's own scale: MSE + λ·penalty(w) on standardised features and target, for classes mean cross-entropy + λ·penalty(w). */
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
  /** The data as they were written. */
  readonly table: Table;
  readonly rows: number;
  /** Which rows of the table were fitted. */
  readonly tableRows: readonly number[];
  /** What the weights are called: a column each, for more than two classes with the class that the weight speaks for. */
  readonly features: readonly string[];
  /** The columns of the data that they come from. */
  readonly columns: readonly string[];
  readonly target: string;
  /** The weight that each feature has in the truth that made-up data were drawn from; null where nobody knows. */
  readonly truth: Float64Array | null;
  /** What is minimised besides the penalty: the mean squared error, or for classes the mean cross-entropy. */
  readonly loss: LossName;
  /** Of the features and, where it is a number, the target. */
  readonly moments: Moments;
  /** Absent where no rows belong to the moments (the dragged optimum of `two`), or where they are not kept (`Table.sums`). */
  readonly problem?: LeastSquares;
  /** Where the target is a class. */
  readonly classes?: ClassProblem;
  /** Whether the weights grow without end where nothing is penalised: classes that a plane tells apart. */
  readonly endless: boolean;
  readonly mix: number;
  readonly fits: readonly PenaltyFit[];
  readonly lambdaRange: LambdaRange;
  readonly curves: Curves;
  /** Mean squared error on the fitted rows (a share of the target's variance). */
  trainingError(weights: Float64Array): number;
  /** The training error with all weights at 0. */
  readonly emptyError: number;
  /** Rows that were never fitted, where the block holds some out. */
  readonly held?: HeldOut;
}

export type BuiltModel = { readonly ok: true; readonly model: Model } | { readonly ok: false; readonly problem: SpecProblem };
