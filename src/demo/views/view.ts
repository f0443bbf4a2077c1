/** The views of this version, in the order in which they are offered. */
export const viewNames = ["formula", "geometry", "weights", "distribution", "path", "error", "fit", "threshold", "proof", "interpret", "stability", "table", "verdict", "optimizer", "network"] as const;
export type ViewName = (typeof viewNames)[number];

/** Views that bring their own data: a block with nothing else fits no table. */
export const ownDataViews: readonly ViewName[] = ["optimizer", "network"];
