import type { BuiltInName } from "../../data/built-in";
import type { MissingRule } from "../../data/missing-values";
import type { LossName, PenaltyName } from "../../regression/note-objective";
import type { LanguageCode } from "../../language/language";
import type { Match } from "../match";
import type { ViewName } from "../views/view";
import type { OwnData } from "./own-data";

export type Aim = "predict" | "few" | "stable";

/** What the text of a `regularization` block asks for, defaults filled in except where they depend on the data. */
export interface BlockSpec {
  readonly data: BuiltInName | OwnData;
  readonly target?: string;
  readonly features?: readonly string[];
  /** What becomes of rows in which a feature has no value. */
  readonly missing: MissingRule;
  /** By how many rows the features come before the target. */
  readonly lag: number;
  /** Absent: what fits the target, numbers, two classes or more. */
  readonly loss?: LossName;
  /** Share of the rows that are held out and never fitted. */
  readonly test: number;
  readonly penalties: readonly PenaltyName[];
  /** What is held equal between the penalties. */
  readonly match: Match;
  /** λ in the note's formula; absent: λmax(L1)/10, rounded to two digits. */
  readonly lambda?: number;
  /** ρ of the note's elastic-net formula, 0 to 1. */
  readonly mix: number;
  readonly views: readonly ViewName[];
  /** Of the cross-validation. */
  readonly folds: number;
  /** Of everything that is drawn by chance. */
  readonly seed: number;
  /** What `verdict` judges by. */
  readonly aim: Aim;
  /** Whether the reader is asked to guess before the views are shown. */
  readonly predict: boolean;
  readonly standardize: boolean;
  /** Height of a plot in CSS pixels; absent: from the width. */
  readonly height?: number;
  readonly caption?: string;
  readonly language?: LanguageCode;
  readonly name?: string;
}
