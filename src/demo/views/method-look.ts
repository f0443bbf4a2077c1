import type { DescentMethod } from "../deep/descent";

/** The colour of each method, by class. */
export const methodLook: Record<DescentMethod, string> = { subgradient: "reglab-subgradient", proximal: "reglab-l1", coordinate: "reglab-elastic-net", l2: "reglab-l2" };
