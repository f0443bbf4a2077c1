import { type Kernels, strideOf } from "../math/kernels/kernels";
import type { Matrix } from "../math/matrix";
import { column } from "../math/products";

/** The columns that the homotopy looks at, side by side in the arena; it only grows. */
export interface WideWorkingSet {
  readonly kernels: Kernels;
  readonly x: Matrix;
  /** Columns of x. */
  readonly columns: number[];
  /** p: the position of a column of x in `columns`, −1 for those outside. */
  readonly positions: Int32Array;
  room: number;
  panel: number;
  /** Xᵀr of the working columns. */
  correlations: number;
  /** How fast these fall with the bound. */
  falls: number;
}

export function emptyWorkingSet(kernels: Kernels, x: Matrix): WideWorkingSet {
  const set: WideWorkingSet = { kernels, x, columns: [], positions: new Int32Array(x.columns).fill(-1), room: 0, panel: 0, correlations: 0, falls: 0 };
  makeRoom(set, Math.min(x.columns, x.rows + 256));
  return set;
}

/** Adds the columns of x that are not in yet; correlations are to be computed anew. */
export function join(set: WideWorkingSet, wanted: readonly number[]): void {
  const { kernels, x, columns, positions } = set;
  const stride = strideOf(x.rows);
  const added = wanted.filter((index) => positions[index]! < 0);
  if (columns.length + added.length > set.room) makeRoom(set, Math.min(x.columns, 2 * (columns.length + added.length)));
  for (const index of added) {
    kernels.arena.float64(set.panel + 8 * stride * columns.length, stride).fill(0).set(column(x, index));
    positions[index] = columns.length;
    columns.push(index);
  }
}

function makeRoom(set: WideWorkingSet, room: number): void {
  const { arena } = set.kernels;
  const filled = set.columns.length * strideOf(set.x.rows);
  const panel = arena.reserve(8 * strideOf(set.x.rows) * room);
  arena.float64(panel, filled).set(arena.float64(set.panel, filled));
  Object.assign(set, { room, panel, correlations: arena.reserve(8 * room), falls: arena.reserve(8 * room) });
}

/** Xᵀr of all working columns, from the residual itself. */
export function correlate({ kernels, x, columns, panel, correlations }: WideWorkingSet, residual: number): void {
  kernels.transposeTimes(panel, strideOf(x.rows), columns.length, residual, 1, correlations);
}
