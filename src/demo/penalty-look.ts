import type { MarkerShape } from "../plot/marker";
import type { PenaltyName } from "../regression/note-objective";

/** Each penalty has a colour (by class) and a shape; L1's and L2's are the shapes of their balls. */
export const penaltyLook: Record<PenaltyName, { readonly class: string; readonly shape: MarkerShape }> = {
  none: { class: "reglab-none", shape: "triangle" },
  l1: { class: "reglab-l1", shape: "diamond" },
  l2: { class: "reglab-l2", shape: "circle" },
  "elastic-net": { class: "reglab-elastic-net", shape: "square" },
};
