import type { PenaltyName } from "../../regression/note-objective";

/** The penalty of the note's formula, without its λ. */
export const penaltyTex: Record<PenaltyName, string> = {
  none: "0",
  l1: "\\textstyle\\sum_i |w_i|",
  l2: "\\textstyle\\sum_i w_i^2",
  "elastic-net": "\\textstyle\\bigl(\\rho\\sum_i |w_i| + (1-\\rho)\\sum_i w_i^2\\bigr)",
};
