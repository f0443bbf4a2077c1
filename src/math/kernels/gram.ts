import type { Matrix } from "../matrix";
import { type Kernels, strideOf, withKernels } from "./kernels";

/** Numbers of a block of rows: with the Gram matrix of 200 columns it fills a second-level cache. */
const blockSize = 2 ** 16;

/** XᵀX · scale, p×p and exactly symmetric, from blocks of rows, so that the arena holds one block and the result. */
export function blockedGram(x: Matrix, scale = 1): Matrix {
  const { columns: p } = x;
  const values = new Float64Array(p * p);
  if (p > 0) overBlocks(x, values);
  for (let i = 0; i < p; i++) {
    for (let j = i; j < p; j++) values[i * p + j] = values[j * p + i] = values[i * p + j]! * scale;
  }
  return { values, rows: p, columns: p };
}

/** What the columns of X (n×p), less a shift each, have to do with each other and with y. */
export interface ShiftedProducts {
  /** p², of the shifted columns; only entries (i, j) with i ≤ j, at i·p + j, are defined. */
  readonly products: Float64Array;
  /** p, of the shifted columns with y. */
  readonly withTarget: Float64Array;
  /** p, the sums of the shifted columns. */
  readonly sums: Float64Array;
}

/** Written into `found`. The shifted columns are never stored but for one block of rows; `shifts` has p values. */
export function shiftedProducts({ x, y, shifts }: { x: Matrix; y: Float64Array; shifts: Float64Array }, { products, withTarget, sums }: ShiftedProducts): void {
  const { columns: p } = x;
  withTarget.fill(0);
  sums.fill(0);
  const work = ({ kernels, panel, stride, from, to }: Block) => {
    const { arena } = kernels;
    const mark = arena.mark();
    const [shiftsAt, foundAt] = [arena.reserve(8 * p), arena.reserve(16 * p)];
    arena.float64(shiftsAt, p).set(shifts);
    const length = to - from;
    const block = arena.float64(panel, stride * (p + 1));
    // Of an odd number of rows the last is followed by one that comes to nothing.
    if (length % 2 === 1) for (let j = 0; j < p; j++) block[j * stride + length] = shifts[j]!;
    kernels.shift(panel, length + (length % 2), p, stride, shiftsAt, foundAt);
    const target = p * stride;
    block.set(y.subarray(from, to), target);
    block.fill(0, target + length);
    kernels.transposeTimes(panel, stride, p, panel + 8 * target, 1, foundAt + 8 * p);
    const own = arena.float64(foundAt, 2 * p);
    for (let j = 0; j < p; j++) {
      sums[j]! += own[j]!;
      withTarget[j]! += own[p + j]!;
    }
    arena.release(mark);
  };
  overBlocks(x, products, { more: 1, work });
}

interface Block {
  readonly kernels: Kernels;
  /** The columns' rows `from` to `to`, with zeros below the last, and room for more columns. */
  readonly panel: number;
  readonly stride: number;
  readonly from: number;
  readonly to: number;
}

/** Writes the products of all columns over all rows, a block of rows at a time, changed by `work`, with room for `more` columns; above the diagonal only. */
function overBlocks({ values, rows, columns }: Matrix, products: Float64Array, { more = 0, work }: { more?: number; work?: (block: Block) => void } = {}): void {
  const height = Math.min(strideOf(rows), Math.max(64, strideOf(blockSize / (columns + more))));
  withKernels((kernels) => {
    const { arena } = kernels;
    const panel = arena.reserve(8 * height * (columns + more));
    const out = arena.reserve(8 * columns * columns);
    arena.float64(out, columns * columns).fill(0);
    for (let from = 0; from < rows; from += height) {
      const to = Math.min(rows, from + height);
      const stride = strideOf(to - from);
      const block = arena.float64(panel, stride * columns);
      for (let j = 0; j < columns; j++) {
        block.set(values.subarray(j * rows + from, j * rows + to), j * stride);
        block.fill(0, j * stride + to - from, (j + 1) * stride);
      }
      work?.({ kernels, panel, stride, from, to });
      kernels.gram(panel, stride, columns, out);
    }
    products.set(arena.float64(out, columns * columns));
  });
}
