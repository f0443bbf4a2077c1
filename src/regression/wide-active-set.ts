import { removeRow } from "../math/cholesky";
import { type Kernels, strideOf } from "../math/kernels/kernels";

/** The features whose weights are free, their columns side by side in the arena, and L of X_AᵀX_A = LLᵀ. */
export interface WideActiveSet {
  readonly kernels: Kernels;
  readonly stride: number;
  /** Columns of the design, in the order of the panel and of the rows of L. */
  readonly columns: number[];
  readonly signs: number[];
  /** Most features that can be in: min(n, p). */
  readonly room: number;
  readonly panel: number;
  readonly lower: number;
  /** L⁻¹·signs. */
  readonly forward: number;
  /** Of the `columns`, in the units of the problem. */
  readonly weights: number;
  readonly work: number;
  readonly rest: number;
}

/** As in `ActiveSet`: below the first share subtraction has lost its digits, below the second features count as one. */
const doubtfulPivot = 1e-8;
const smallestPivot = 1e-20;

export function emptyWideActiveSet(kernels: Kernels, { rows, columns }: { rows: number; columns: number }): WideActiveSet {
  const { arena } = kernels;
  const stride = strideOf(rows);
  const room = Math.min(rows, columns);
  return {
    kernels,
    stride,
    columns: [],
    signs: [],
    room,
    panel: arena.reserve(8 * stride * (room + 1)),
    lower: arena.reserve(4 * (room + 1) * (room + 2)),
    forward: arena.reserve(8 * (room + 1)),
    weights: arena.reserve(8 * (room + 1)),
    work: arena.reserve(8 * (room + 1)),
    rest: arena.reserve(8 * stride),
  };
}

/** Appends column `index`, which is a panel at `from`, with weight 0; false, and no change, where it is a combination of those that are in. O(nk). */
export function enterWide(set: WideActiveSet, { index, from, sign }: { index: number; from: number; sign: number }): boolean {
  const { kernels, stride, columns, signs, panel, lower, forward, weights } = set;
  const { arena } = kernels;
  const k = columns.length;
  if (k === set.room) return false;
  const place = panel + 8 * stride * k;
  arena.float64(place, stride).set(arena.float64(from, stride));
  const row = lower + 4 * k * (k + 1);
  kernels.transposeTimes(panel, stride, k, place, 1, row);
  kernels.solveLower(lower, k, row);
  const diagonal = kernels.dot(place, place, stride);
  let pivot = diagonal - kernels.dot(row, row, k);
  if (!(pivot > doubtfulPivot * diagonal)) pivot = measuredPivot(set, place, row);
  if (!(pivot > smallestPivot * diagonal)) return false;
  const root = Math.sqrt(pivot);
  arena.float64(row, k + 1)[k] = root;
  arena.float64(forward, k + 1)[k] = (sign - kernels.dot(row, forward, k)) / root;
  columns.push(index);
  signs.push(sign);
  arena.float64(weights, k + 1)[k] = 0;
  return true;
}

/** ‖x − X_A·b‖², b the regression on the active features: a sum of squares, so that nothing cancels. */
function measuredPivot(set: WideActiveSet, place: number, row: number): number {
  const { kernels, stride, columns, panel, lower, work, rest } = set;
  const { arena } = kernels;
  const k = columns.length;
  arena.float64(rest, stride).set(arena.float64(place, stride));
  const b = arena.float64(work, k);
  b.set(arena.float64(row, k));
  kernels.solveUpper(lower, k, work);
  // The second pass projects out what rounding has left of the others in the first.
  for (let pass = 0; pass < 2; pass++) {
    b.forEach((value, i) => (b[i] = -value));
    kernels.times(panel, stride, k, work, rest);
    kernels.transposeTimes(panel, stride, k, rest, 1, work);
    if (pass === 0) solveWide(set, work);
  }
  return kernels.dot(rest, rest, stride);
}

/** Takes out the feature at `position`. */
export function leaveWide(set: WideActiveSet, position: number): void {
  const { kernels, stride, columns, signs, panel, lower, forward, weights } = set;
  const { arena } = kernels;
  const k = columns.length;
  removeRow({ size: k, lower: arena.float64(lower, (k * (k + 1)) / 2) }, position);
  arena.float64(panel, stride * k).copyWithin(stride * position, stride * (position + 1));
  arena.float64(weights, k).copyWithin(position, position + 1);
  columns.splice(position, 1);
  signs.splice(position, 1);
  arena.float64(forward, k - 1).set(signs);
  kernels.solveLower(lower, k - 1, forward);
}

/** Solves X_AᵀX_A·z = signs. */
export function solveSigns({ kernels, columns, lower, forward }: WideActiveSet, out: number): void {
  const k = columns.length;
  kernels.arena.float64(out, k).set(kernels.arena.float64(forward, k));
  kernels.solveUpper(lower, k, out);
}

/** Solves X_AᵀX_A·z = rhs in place. */
export function solveWide({ kernels, columns, lower }: WideActiveSet, rhs: number): void {
  kernels.solveLower(lower, columns.length, rhs);
  kernels.solveUpper(lower, columns.length, rhs);
}

/** r = y − X_A·w, at `residual`. */
export function residualOf({ kernels, stride, columns, panel, weights, work }: WideActiveSet, target: number, residual: number): void {
  const { arena } = kernels;
  arena.float64(residual, stride).set(arena.float64(target, stride));
  const negative = arena.float64(work, columns.length);
  arena.float64(weights, columns.length).forEach((value, i) => (negative[i] = -value));
  kernels.times(panel, stride, columns.length, work, residual);
}
