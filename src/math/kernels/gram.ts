import type { Matrix } from "../matrix";
import { strideOf, withKernels } from "./kernels";

/** Numbers of a block of rows: with the Gram matrix of 200 columns it fills a second-level cache. */
const blockSize = 2 ** 16;

/** XᵀX · scale, p×p and exactly symmetric, from blocks of rows, so that the arena holds one block and the result. */
export function blockedGram(x: Matrix, scale = 1): Matrix {
  const { rows, columns: p } = x;
  if (p === 0) return { values: new Float64Array(0), rows: 0, columns: 0 };
  const values = overBlocks({ rows, columns: p }, ({ block, stride, from, to }) => {
    for (let j = 0; j < p; j++) {
      block.set(x.values.subarray(j * rows + from, j * rows + to), j * stride);
      block.fill(0, j * stride + to - from, (j + 1) * stride);
    }
  });
  for (let i = 0; i < p; i++) {
    for (let j = i; j < p; j++) values[i * p + j] = values[j * p + i] = values[i * p + j]! * scale;
  }
  return { values, rows: p, columns: p };
}

/** What the columns of X (n×p), less a shift each, have to do with each other and with y. */
export interface ShiftedProducts {
  /** (p+1)², the products of the shifted columns and, last, y; only entries (i, j) with i ≤ j, at i(p+1) + j, are defined. */
  readonly products: Float64Array;
  /** p, the sums of the shifted columns. */
  readonly sums: Float64Array;
}

/** The shifted columns are never stored but for one block of rows. `shifts` has p values. */
export function shiftedProducts(x: Matrix, y: Float64Array, shifts: Float64Array): ShiftedProducts {
  const { rows, columns: p } = x;
  const sums = new Float64Array(p);
  const products = overBlocks({ rows, columns: p + 1 }, ({ block, stride, from, to }) => {
    for (let j = 0; j < p; j++) {
      sums[j]! += shiftInto(block, { values: x.values, from: j * rows + from, length: to - from, shift: shifts[j]!, at: j * stride });
      block.fill(0, j * stride + to - from, (j + 1) * stride);
    }
    block.set(y.subarray(from, to), p * stride);
    block.fill(0, p * stride + to - from, (p + 1) * stride);
  });
  return { products, sums };
}

/** Writes values − shift from `at` on; returns their sum. */
function shiftInto(block: Float64Array, { values, from, length, shift, at }: { values: Float64Array; from: number; length: number; shift: number; at: number }): number {
  // Two sums do not wait for each other.
  let even = 0;
  let odd = 0;
  let i = 0;
  for (; i + 1 < length; i += 2) {
    const first = values[from + i]! - shift;
    const second = values[from + i + 1]! - shift;
    block[at + i] = first;
    block[at + i + 1] = second;
    even += first;
    odd += second;
  }
  if (i < length) even += block[at + i] = values[from + i]! - shift;
  return even + odd;
}

interface Block {
  /** A panel of rows `from` to `to`, to be filled; below its last row zeros are wanted. */
  readonly block: Float64Array;
  readonly stride: number;
  readonly from: number;
  readonly to: number;
}

/** The products of all columns over all rows, a block of rows at a time; above the diagonal only. */
function overBlocks({ rows, columns }: { rows: number; columns: number }, fill: (block: Block) => void): Float64Array {
  const height = Math.min(strideOf(rows), Math.max(64, strideOf(blockSize / columns)));
  return withKernels((kernels) => {
    const { arena } = kernels;
    const panel = arena.reserve(8 * height * columns);
    const out = arena.reserve(8 * columns * columns);
    const block = arena.float64(panel, height * columns);
    const products = arena.float64(out, columns * columns);
    products.fill(0);
    for (let from = 0; from < rows; from += height) {
      const to = Math.min(rows, from + height);
      const stride = strideOf(to - from);
      fill({ block, stride, from, to });
      kernels.gram(panel, stride, columns, out);
    }
    return products.slice();
  });
}
