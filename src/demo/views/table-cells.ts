import type { Words } from "../../language/language";
import type { PenaltyName } from "../../regression/note-objective";

/** What a statement rests on: these data, a proof, or nothing that is shown here. */
export type Tag = "measured" | "mathematics" | "untested";

/** Figures that are computed from the data; the text of each is in `table-text`. */
export type Figure = "product" | "zeros" | "sizes" | "kept" | "errors" | "against" | "condition" | "squares" | "gap" | "pieces" | "overfit";

export interface Statement {
  readonly tag: Tag;
  readonly figure?: Figure;
  readonly claim?: keyof Words["demo"]["table"]["claims"];
}

export interface TableRow {
  readonly row: keyof Words["demo"]["table"]["rows"];
  readonly cells: Readonly<Record<PenaltyName, readonly Statement[]>>;
}

const measured = (...figures: Figure[]): Statement[] => figures.map((figure) => ({ tag: "measured", figure }));
const proved = (claim: NonNullable<Statement["claim"]>): Statement => ({ tag: "mathematics", claim });
const untested = (claim: NonNullable<Statement["claim"]>): Statement => ({ tag: "untested", claim });

/** Names of what is fitted: other ones for classes. */
export const modelClaims: readonly Statement["claim"][] = ["lasso", "ridge", "elasticNet", "leastSquares"];

/** The rows of the note's table, in its order. */
export const tableRows: readonly TableRow[] = [
  { row: "definition", cells: { l1: measured("product"), l2: measured("product"), "elastic-net": measured("product"), none: [] } },
  {
    row: "distribution",
    cells: {
      l1: [proved("pullsToZero"), ...measured("zeros", "sizes")],
      l2: [proved("shrinksAll"), ...measured("zeros", "sizes")],
      "elastic-net": [proved("zerosAndShrinks"), ...measured("zeros", "sizes")],
      none: [proved("shrinksNothing"), ...measured("zeros", "sizes")],
    },
  },
  {
    row: "selection",
    cells: {
      l1: [proved("canSelect"), ...measured("kept")],
      l2: [proved("cannotSelect"), ...measured("kept")],
      "elastic-net": [proved("canSelect"), ...measured("kept")],
      none: [proved("cannotSelect"), ...measured("kept")],
    },
  },
  {
    row: "model",
    cells: {
      l1: [proved("lasso"), ...measured("errors")],
      l2: [proved("ridge"), ...measured("errors")],
      "elastic-net": [proved("elasticNet"), ...measured("errors")],
      none: [proved("leastSquares"), ...measured("errors")],
    },
  },
  {
    row: "advantage",
    cells: {
      l1: measured("overfit", "against"),
      l2: [...measured("condition", "squares", "overfit", "against"), untested("deepLearning")],
      "elastic-net": [...measured("overfit", "against"), untested("groups")],
      none: [proved("leastTraining"), ...measured("against")],
    },
  },
  {
    row: "drawback",
    cells: {
      l1: [proved("kink"), ...measured("gap", "pieces"), untested("flips")],
      l2: [proved("neverZero"), ...measured("zeros")],
      "elastic-net": [proved("twoSettings"), proved("kink"), ...measured("gap")],
      none: measured("overfit", "condition"),
    },
  },
];
