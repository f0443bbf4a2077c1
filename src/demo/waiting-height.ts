import type { BlockSpec } from "./spec/block-spec";
import type { ViewName } from "./views/view";

/** Title, controls and sentence of a block, in CSS pixels. */
const around = 190;
/** Views about as high as they are drawn beside a note of usual width; those that are not here grow with the features. */
const usual: Partial<Record<ViewName, number>> = { formula: 170, path: 310, error: 340, distribution: 300, interpret: 330, table: 620, verdict: 300 };
const mostRows = 30;

/** How high a block will be, so that what is below it hardly moves when it is drawn. */
export function waitingHeight({ views, height }: BlockSpec, { features, penalties }: { features: number; penalties: number }): number {
  const rows = Math.min(mostRows, features) * (11 * penalties + 9) + 70;
  return views.reduce((sum, view) => sum + (view === "weights" ? rows : view === "proof" ? 17 * Math.min(24, features) + 180 : (usual[view] ?? 90) + Math.max(0, (height ?? 0) - 236)), around);
}
