/** The views of this version, in the order in which they are offered. */
export const viewNames = ["formula", "geometry", "weights", "distribution", "path", "error", "fit", "threshold", "proof", "interpret", "stability", "table", "verdict"] as const;
export type ViewName = (typeof viewNames)[number];
