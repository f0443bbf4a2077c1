/** The views of this version, in the order in which they are offered. */
export const viewNames = ["formula", "geometry", "weights", "path"] as const;
export type ViewName = (typeof viewNames)[number];
