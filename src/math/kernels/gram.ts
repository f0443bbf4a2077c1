import type { Matrix } from "../matrix";
import { type Kernels, strideOf, withKernels } from "./kernels";

/** Numbers of a block of rows: with the Gram matrix of 200 columns it fills a second-level cache. */
const blockSize = 2 ** 16;

/** XᵀX · scale, p×p and exactly symmetric, from blocks of rows, so that the arena holds one block and the result. */
export function blockedGram(x: Matrix, scale = 1): Matrix {
  const { columns: p } = x;
  const values = new Float64Array(p * p);
  if (p > 0) overBlocks({ x }, values);
  for (let i = 0; i < p; i++) {
    for (let j = i; j < p; j++) values[i * p + j] = values[j * p + i] = values[i * p + j]! * scale;
  }
  return { values, rows: p, columns: p };
}

/** What the columns of X (n×p) and the target y after them, less a shift each, have to do with each other. */
export interface ShiftedProducts {
  /** p², of the shifted columns of X; only entries (i, j) with i ≤ j, at i·p + j, are defined. */
  readonly products: Float64Array;
  /** p + 1, of all shifted columns with y; yᵀy is the last. */
  readonly withTarget: Float64Array;
  /** p + 1, the sums of the shifted columns. */
  readonly sums: Float64Array;
}

interface ShiftedColumns {
  readonly x: Matrix;
  readonly y: Float64Array;
  /** p + 1. */
  readonly shifts: Float64Array;
}

/** Written into `found`. The shifted columns are never stored but for one block of rows. */
export function shiftedProducts(columns: ShiftedColumns, { products, withTarget, sums }: ShiftedProducts): void {
  const q = columns.shifts.length;
  withTarget.fill(0);
  sums.fill(0);
  overBlocks(columns, products, (kernels, panel, stride) => {
    const { arena } = kernels;
    const mark = arena.mark();
    const [shiftsAt, foundAt] = [arena.reserve(8 * q), arena.reserve(16 * q)];
    arena.float64(shiftsAt, q).set(columns.shifts);
    kernels.shift(panel, stride, q, stride, shiftsAt, foundAt);
    kernels.transposeTimes(panel, stride, q, panel + 8 * stride * (q - 1), 1, foundAt + 8 * q);
    const own = arena.float64(foundAt, 2 * q);
    for (let j = 0; j < q; j++) {
      sums[j]! += own[j]!;
      withTarget[j]! += own[q + j]!;
    }
    arena.release(mark);
  });
}

/**
 * Writes the products of the columns of x over all rows, a block of rows at a time; above the diagonal only. The blocks are changed
 * by `work`: panels of x and y, their stride the next even number, so that a last row may have been added, of `shifts` or zeros.
 */
function overBlocks({ x, y, shifts }: { x: Matrix } & Partial<ShiftedColumns>, products: Float64Array, work?: (kernels: Kernels, panel: number, stride: number) => void): void {
  const { values, rows, columns } = x;
  const count = y ? columns + 1 : columns;
  const height = Math.min(rows, Math.max(64, strideOf(blockSize / count)));
  withKernels((kernels) => {
    const { arena } = kernels;
    const panel = arena.reserve(8 * ((height + 1) * count + 2));
    const out = arena.reserve(8 * columns * columns);
    arena.float64(out, columns * columns).fill(0);
    for (let from = 0; from < rows; from += height) {
      const to = Math.min(rows, from + height);
      const stride = to - from + ((to - from) % 2);
      // With the two zeros that `transposeTimes` wants.
      const block = arena.float64(panel, stride * count + 2).fill(0, stride * count);
      if (stride === rows) block.set(values);
      else for (let j = 0; j < columns; j++) block.set(values.subarray(j * rows + from, j * rows + to), j * stride);
      if (y) block.set(y.subarray(from, to), columns * stride);
      if (stride > to - from) for (let j = 0; j < count; j++) block[(j + 1) * stride - 1] = shifts?.[j] ?? 0;
      work?.(kernels, panel, stride);
      kernels.gram(panel, stride, columns, out);
    }
    products.set(arena.float64(out, columns * columns));
  });
}
