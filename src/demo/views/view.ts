/** The views of this version, in the order in which they are offered. */
export const viewNames = ["formula", "geometry", "weights", "distribution", "path", "error", "fit", "threshold", "proof", "interpret", "stability", "rows", "table", "verdict", "optimizer", "network"] as const;
export type ViewName = (typeof viewNames)[number];

/** Views that bring their own data. */
export const ownDataNames = ["optimizer", "network"] as const satisfies readonly ViewName[];
export type OwnDataView = (typeof ownDataNames)[number];

export function hasOwnData(view: ViewName): view is OwnDataView {
  return ownDataNames.some((name) => name === view);
}

/** Whether a block with these views fits no table. */
export function needsNoTable(views: readonly ViewName[]): boolean {
  return views.every(hasOwnData);
}
