import { type Kernels, strideOf } from "../math/kernels/kernels";
import type { WideDesign } from "./wide-design";

/** The columns that the homotopy looks at, side by side in the arena, the waiting ones before the active ones; it only grows. */
export interface WideWorkingSet {
  readonly kernels: Kernels;
  readonly design: WideDesign;
  readonly stride: number;
  /** Columns of the design. */
  readonly columns: number[];
  /** How many of them have no weight: those whose correlations are watched. */
  waiting: number;
  /** p, by position: 1 for a waiting column that was refused as a combination of the active ones. */
  readonly refused: Uint8Array;
  /** p: the position of a column in `columns`, −1 for those outside. */
  readonly positions: Int32Array;
  room: number;
  /** Has room for one more column, over which two are exchanged. */
  panel: number;
  /** Xᵀr of the waiting columns. */
  correlations: number;
  /** How fast these fall with the bound. */
  falls: number;
}

export function emptyWorkingSet(kernels: Kernels, design: WideDesign): WideWorkingSet {
  const { rows, columns } = design;
  const positions = new Int32Array(columns).fill(-1);
  const set: WideWorkingSet = { kernels, design, stride: strideOf(rows), columns: [], waiting: 0, refused: new Uint8Array(columns), positions, room: 0, panel: 0, correlations: 0, falls: 0 };
  makeRoom(set, Math.min(columns, rows + 256));
  return set;
}

/** Where a working column is. */
export function placeOf({ panel, stride, positions }: WideWorkingSet, index: number): number {
  return panel + 8 * stride * positions[index]!;
}

/** Adds columns that wait, where they are not in yet; correlations are to be computed anew. */
export function join(set: WideWorkingSet, wanted: readonly number[]): void {
  const { kernels, design, stride, columns, positions } = set;
  const added = wanted.filter((index) => positions[index]! < 0);
  if (columns.length + added.length > set.room) makeRoom(set, Math.min(design.columns, 2 * (columns.length + added.length)));
  for (const index of added) {
    positions[index] = columns.length;
    columns.push(index);
    design.columnInto(index, kernels.arena.float64(placeOf(set, index), stride).fill(0), 0);
    wait(set, index);
  }
}

/** A waiting column becomes an active one. */
export function activate(set: WideWorkingSet, index: number): void {
  exchange(set, set.positions[index]!, --set.waiting);
}

/** An active column waits again; its correlation is to be computed anew. */
export function wait(set: WideWorkingSet, index: number): void {
  exchange(set, set.positions[index]!, set.waiting++);
}

/** All wait, and none is refused. */
export function waitAll(set: WideWorkingSet): void {
  set.waiting = set.columns.length;
  set.refused.fill(0);
}

function exchange({ kernels, stride, columns, positions, refused, room, panel, correlations }: WideWorkingSet, a: number, b: number): void {
  if (a === b) return;
  const { arena } = kernels;
  const held = arena.float64(panel, stride * (room + 1));
  held.copyWithin(stride * room, stride * a, stride * (a + 1));
  held.copyWithin(stride * a, stride * b, stride * (b + 1));
  held.copyWithin(stride * b, stride * room);
  const known = arena.float64(correlations, columns.length);
  [known[a], known[b]] = [known[b]!, known[a]!];
  [refused[a], refused[b]] = [refused[b]!, refused[a]!];
  [columns[a], columns[b]] = [columns[b]!, columns[a]!];
  positions[columns[a]] = a;
  positions[columns[b]] = b;
}

function makeRoom(set: WideWorkingSet, room: number): void {
  const { arena } = set.kernels;
  const filled = set.columns.length * set.stride;
  const panel = arena.reserve(8 * set.stride * (room + 1));
  arena.float64(panel, filled).set(arena.float64(set.panel, filled));
  Object.assign(set, { room, panel, correlations: arena.reserve(8 * room), falls: arena.reserve(8 * room) });
}

/** Xᵀr of all waiting columns, from the residual itself. */
export function correlate({ kernels, stride, waiting, panel, correlations }: WideWorkingSet, residual: number): void {
  kernels.transposeTimes(panel, stride, waiting, residual, 1, correlations);
}
