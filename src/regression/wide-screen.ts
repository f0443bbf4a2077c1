import { type Kernels, strideOf } from "../math/kernels/kernels";
import { dot } from "../math/vector";
import type { WideDesign } from "./wide-design";

/** All p columns in int16, so that one pass over them says for several residuals at once which columns cannot matter. */
export interface WideScreen {
  readonly kernels: Kernels;
  readonly design: WideDesign;
  /** y as a panel. */
  readonly target: number;
  /** p, Xᵀy. */
  readonly correlations: Float64Array;
  /** p: how far rounding moves xⱼᵀr. */
  readonly rounding: Float64Array;
  /** p rounded up; the columns past the last one are zeros. */
  readonly capacity: number;
  readonly integers: number;
  readonly records: number;
  readonly residualIntegers: number;
  readonly residualRecords: number;
  /** `capacity` signed bounds on |xⱼᵀr| for each residual, and a row to work in. */
  readonly bounds: number;
  readonly scratch: number;
  readonly found: number;
}

/** Residuals in one pass: at eight the integers of X are read seldom enough to wait for them no longer. */
export const batchSize = 8;
/** As in `follow`: as a share of ‖xⱼ‖·‖y‖. */
const gradientRounding = 1e-14;
/** Columns that are brought into the arena at a time: some 100 kB for a hundred rows. */
const blockColumns = 128;

/** Reads X once: scales, integers and Xᵀy come from the same pass. `y` has n values. */
export function createScreen(kernels: Kernels, design: WideDesign, y: Float64Array): WideScreen {
  const { arena } = kernels;
  const { rows, columns: p } = design;
  const stride = strideOf(rows);
  const capacity = Math.ceil(p / 4) * 4;
  const target = arena.reserve(8 * stride);
  arena.float64(target, stride).fill(0).set(y);
  const integers = arena.reserve(2 * stride * capacity);
  const records = arena.reserve(24 * capacity);
  const residualIntegers = arena.reserve(2 * stride * batchSize);
  const residualRecords = arena.reserve(24 * batchSize);
  const bounds = arena.reserve(8 * capacity * batchSize);
  const scratch = arena.reserve(8 * capacity);
  const found = arena.reserve(4 * capacity);
  const mark = arena.mark();
  const panel = arena.reserve(8 * stride * blockColumns);
  const products = arena.reserve(8 * capacity);
  const block = arena.float64(panel, stride * blockColumns).fill(0);
  arena.float64(records, 3 * capacity).fill(0);
  for (let from = 0; from < capacity; from += blockColumns) {
    const here = Math.min(blockColumns, capacity - from);
    const real = Math.min(here, p - from);
    for (let j = 0; j < real; j++) design.columnInto(from + j, block, j * stride);
    block.fill(0, real * stride, here * stride);
    kernels.quantise(panel, stride, here, integers + 2 * stride * from, records + 8 * from, capacity);
    kernels.transposeTimes(panel, stride, here, target, 1, products + 8 * from);
  }
  const correlations = arena.float64(products, p).slice();
  const length = Math.sqrt(kernels.dot(target, target, stride));
  const rounding = arena.float64(records + 16 * capacity, p).map((size) => gradientRounding * size * length);
  arena.release(mark);
  return { kernels, design, target, correlations, rounding, capacity, integers, records, residualIntegers, residualRecords, bounds, scratch, found };
}

/** Fills `bounds` for `count` residuals, a panel. */
export function screenResiduals(screen: WideScreen, residuals: number, count: number): void {
  const { kernels, design, capacity, residualIntegers, residualRecords } = screen;
  const stride = strideOf(design.rows);
  kernels.quantise(residuals, stride, count, residualIntegers, residualRecords, count);
  kernels.screen(screen.integers, stride, capacity, screen.records, residualIntegers, count, residualRecords, 1, screen.bounds);
}

export interface Violation {
  readonly column: number;
  /** |xⱼᵀr|. */
  readonly size: number;
}

/** Columns other than the active ones (not 0 in `active`) with |xⱼᵀr| above the limit: what the bounds leave open is computed in full. */
export function violations(screen: WideScreen, row: number, at: { residual: Float64Array; limit: number; active: Uint8Array }): Violation[] {
  const { kernels, design, capacity, found } = screen;
  const count = kernels.beyond(screen.bounds + 8 * capacity * row, design.columns, at.limit, found);
  const violating: Violation[] = [];
  const column = new Float64Array(design.rows);
  for (const index of kernels.arena.int32(found, count)) {
    if (at.active[index] !== 0) continue;
    design.columnInto(index, column, 0);
    const size = Math.abs(dot(column, at.residual));
    if (size > at.limit) violating.push({ column: index, size });
  }
  return violating;
}

/** Columns expected beyond `limit`, by a straight line through the bounds of the last two rows up to `row`, `ahead` times their distance further on. */
export function expected(screen: WideScreen, row: number, { limit, ahead }: { limit: number; ahead: number }): Violation[] {
  const { kernels, design, capacity, scratch, found } = screen;
  const { arena } = kernels;
  const last = screen.bounds + 8 * capacity * row;
  arena.float64(scratch, capacity).set(arena.float64(last, capacity));
  if (row > 0) {
    kernels.axpy(ahead, last, scratch, capacity);
    kernels.axpy(-ahead, last - 8 * capacity, scratch, capacity);
  }
  const count = kernels.beyond(scratch, design.columns, limit, found);
  const values = arena.float64(scratch, capacity);
  return Array.from(arena.int32(found, count), (index) => ({ column: index, size: Math.abs(values[index]!) }));
}
