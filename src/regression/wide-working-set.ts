import { type Kernels, strideOf } from "../math/kernels/kernels";
import type { WideDesign } from "./wide-design";

/** The columns that the homotopy looks at, side by side in the arena; it only grows. */
export interface WideWorkingSet {
  readonly kernels: Kernels;
  readonly design: WideDesign;
  readonly stride: number;
  /** Columns of the design. */
  readonly columns: number[];
  /** p: the position of a column in `columns`, −1 for those outside. */
  readonly positions: Int32Array;
  room: number;
  panel: number;
  /** Xᵀr of the working columns. */
  correlations: number;
  /** How fast these fall with the bound. */
  falls: number;
}

export function emptyWorkingSet(kernels: Kernels, design: WideDesign): WideWorkingSet {
  const { rows, columns } = design;
  const positions = new Int32Array(columns).fill(-1);
  const set: WideWorkingSet = { kernels, design, stride: strideOf(rows), columns: [], positions, room: 0, panel: 0, correlations: 0, falls: 0 };
  makeRoom(set, Math.min(columns, rows + 256));
  return set;
}

/** Where a working column is. */
export function placeOf({ panel, stride, positions }: WideWorkingSet, index: number): number {
  return panel + 8 * stride * positions[index]!;
}

/** Adds the columns that are not in yet; correlations are to be computed anew. */
export function join(set: WideWorkingSet, wanted: readonly number[]): void {
  const { kernels, design, stride, columns, positions } = set;
  const added = wanted.filter((index) => positions[index]! < 0);
  if (columns.length + added.length > set.room) makeRoom(set, Math.min(design.columns, 2 * (columns.length + added.length)));
  for (const index of added) {
    positions[index] = columns.length;
    columns.push(index);
    design.columnInto(index, kernels.arena.float64(placeOf(set, index), stride).fill(0), 0);
  }
}

function makeRoom(set: WideWorkingSet, room: number): void {
  const { arena } = set.kernels;
  const filled = set.columns.length * set.stride;
  const panel = arena.reserve(8 * set.stride * room);
  arena.float64(panel, filled).set(arena.float64(set.panel, filled));
  Object.assign(set, { room, panel, correlations: arena.reserve(8 * room), falls: arena.reserve(8 * room) });
}

/** Xᵀr of all working columns, from the residual itself. */
export function correlate({ kernels, stride, columns, panel, correlations }: WideWorkingSet, residual: number): void {
  kernels.transposeTimes(panel, stride, columns.length, residual, 1, correlations);
}
