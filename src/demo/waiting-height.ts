import type { BlockSpec } from "./spec/block-spec";
import type { ViewName } from "./views/view";

/** Title, controls and sentence of a block, in CSS pixels; on a phone they take more lines. */
const around = 185;
const aroundNarrow = 270;
/** Views about as high as they are drawn beside a note of usual width; those that are not here grow with the features. */
const usual: Partial<Record<ViewName, number>> = { formula: 170, geometry: 410, path: 310, error: 340, distribution: 300, fit: 415, threshold: 270, interpret: 330, stability: 400, rows: 340, table: 700, verdict: 300 };
const mostRows = 30;

/** Views with a panel for each penalty, which stand below each other where two have no room. In CSS pixels. */
const panelled: readonly ViewName[] = ["geometry", "path", "error", "distribution", "proof", "interpret", "stability", "rows", "table"];
const twoPanels = 410;

export interface WaitingBlock {
  readonly features: number;
  readonly penalties: number;
  /** Of the block's place, in CSS pixels; 0 where it is not known yet. */
  readonly width: number;
}

/** How high a block will be, so that what is below it hardly moves when it is drawn. */
export function waitingHeight({ views, height }: BlockSpec, { features, penalties, width }: WaitingBlock): number {
  const isNarrow = width > 0 && width < twoPanels;
  const stacked = isNarrow ? penalties : 1;
  const rows = Math.min(mostRows, features) * (11 * penalties + 9) + 70;
  const heightOf = (view: ViewName): number => {
    if (view === "weights") return rows;
    const usualHeight = view === "proof" ? 17 * Math.min(24, features) + 200 : (usual[view] ?? 60);
    return (usualHeight + Math.max(0, (height ?? 0) - 236)) * (panelled.includes(view) ? stacked : 1);
  };
  return views.reduce((sum, view) => sum + heightOf(view), isNarrow ? aroundNarrow : around);
}
