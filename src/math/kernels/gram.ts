import type { Matrix } from "../matrix";
import { strideOf, withKernels } from "./kernels";

/** Numbers of a block of rows: with the Gram matrix of 200 columns it fills a second-level cache. */
const blockSize = 2 ** 16;

/** XᵀX · scale, p×p and exactly symmetric, from blocks of rows, so that the arena holds one block and the result. */
export function blockedGram(x: Matrix, scale = 1): Matrix {
  const { rows, columns: p } = x;
  if (p === 0) return { values: new Float64Array(0), rows: 0, columns: 0 };
  const height = Math.min(strideOf(rows), Math.max(64, strideOf(blockSize / p)));
  return withKernels((kernels) => {
    const { arena } = kernels;
    const panel = arena.reserve(8 * height * p);
    const out = arena.reserve(8 * p * p);
    const block = arena.float64(panel, height * p);
    arena.float64(out, p * p).fill(0);
    for (let from = 0; from < rows; from += height) {
      const here = Math.min(height, rows - from);
      const stride = strideOf(here);
      for (let j = 0; j < p; j++) {
        block.set(x.values.subarray(j * rows + from, j * rows + from + here), j * stride);
        block.fill(0, j * stride + here, (j + 1) * stride);
      }
      kernels.gram(panel, stride, p, out);
    }
    const values = arena.float64(out, p * p).slice();
    for (let i = 0; i < p; i++) {
      for (let j = i; j < p; j++) values[i * p + j] = values[j * p + i] = values[i * p + j]! * scale;
    }
    return { values, rows: p, columns: p };
  });
}
