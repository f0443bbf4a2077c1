import type { BuiltInName } from "../../data/built-in";
import type { PenaltyName } from "../../regression/note-objective";
import type { LanguageCode } from "../../language/language";
import type { ViewName } from "../views/view";

/** What the text of a `regularization` block asks for, defaults filled in except where they depend on the data. */
export interface BlockSpec {
  readonly data: BuiltInName;
  readonly target?: string;
  readonly features?: readonly string[];
  readonly penalties: readonly PenaltyName[];
  /** λ in the note's formula; absent: λmax(L1)/10, rounded to two digits. */
  readonly lambda?: number;
  /** ρ of the note's elastic-net formula, 0 to 1. */
  readonly mix: number;
  readonly views: readonly ViewName[];
  readonly standardize: boolean;
  /** Height of a plot in CSS pixels; absent: from the width. */
  readonly height?: number;
  readonly caption?: string;
  readonly language?: LanguageCode;
  readonly name?: string;
}
