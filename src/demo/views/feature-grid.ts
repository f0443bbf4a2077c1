/** A part of the grid: all features, or the true ones apart from the others. */
export type GridPart = "all" | "true" | "others";

export interface FeatureGrid {
  /** Side of a cell in pixels. */
  readonly cell: number;
  readonly height: number;
  /** Middle of each feature's cell, in the order of the features. */
  readonly places: readonly (readonly [number, number])[];
  readonly headings: readonly { readonly part: GridPart; readonly count: number; readonly y: number }[];
}

const heading = 17;
/** Between the two parts. */
const gap = 6;

/** Cells row by row; where the truth is known the true features come first, in a part of their own. */
export function featureGrid(truth: Float64Array | null, count: number, width: number): FeatureGrid {
  // Many small ones, or a few that are easy to hit.
  const cell = count > 150 ? 12 : count > 40 ? 15 : 20;
  const columns = Math.max(1, Math.floor(width / cell));
  const all = Array.from({ length: count }, (_, j) => j);
  const parts: readonly (readonly [GridPart, readonly number[]])[] = truth === null
    ? [["all", all]]
    : [["true", all.filter((j) => truth[j] !== 0)], ["others", all.filter((j) => truth[j] === 0)]];
  const places: [number, number][] = new Array<[number, number]>(count).fill([0, 0]);
  const headings: FeatureGrid["headings"][number][] = [];
  let y = 0;
  for (const [part, features] of parts) {
    if (features.length === 0) continue;
    if (y > 0) y += gap;
    headings.push({ part, count: features.length, y: y + heading - 5 });
    y += heading;
    features.forEach((feature, i) => (places[feature] = [(i % columns) * cell + cell / 2, y + Math.floor(i / columns) * cell + cell / 2]));
    y += Math.ceil(features.length / columns) * cell;
  }
  return { cell, height: y + 4, places, headings };
}
