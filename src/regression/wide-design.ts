import type { Kernels } from "../math/kernels/kernels";
import type { Matrix } from "../math/matrix";
import { column } from "../math/products";
import { checkSquare, isExact, scaledInto } from "./standardize";

/** Columns `from` … `from + count − 1` and a panel of so many. */
interface Block {
  readonly from: number;
  readonly count: number;
  readonly panel: number;
  readonly stride: number;
}

/** The features of a wide problem, centred and scaled whenever one is read: a copy of all would be the largest thing there is. */
export interface WideDesign {
  readonly rows: number;
  readonly columns: number;
  /** Of the columns that have been read. */
  readonly means: Float64Array;
  /** Standard deviations, 0 for a constant column (which reads as zeros); 1 where features are not standardised. */
  readonly scales: Float64Array;
  /**
   * Writes column j from out[at] on.
   * @throws RangeError where its values are too large or too small to square.
   */
  columnInto(j: number, out: Float64Array, at: number): void;
  /** Writes many into a panel that has zeros below its rows. */
  columnsInto(kernels: Kernels, block: Block): void;
}

export function wideDesign(x: Matrix, wanted: { center: boolean; scale: boolean }): WideDesign {
  const { rows, columns } = x;
  const means = new Float64Array(columns);
  const scales = new Float64Array(columns);
  const even = rows + (rows % 2);

  function columnInto(j: number, out: Float64Array, at: number): void {
    const { mean, scale, length } = scaledInto(out, at, x, j, wanted);
    checkSquare(scale * scale, "x", j);
    checkSquare(length, "x", j);
    means[j] = mean;
    scales[j] = scale;
  }

  /** By the kernels; false for a column that they have no digits left for. */
  function isStandardised(j: number, { rest, squares }: { rest: number; squares: number }): boolean {
    const first = x.values[j * rows]!;
    const deviation = Math.sqrt(squares / rows);
    if (!isExact(deviation, { first, rest })) return false;
    checkSquare(deviation * deviation, "x", j);
    means[j] = first + rest;
    scales[j] = deviation;
    return true;
  }

  return {
    rows,
    columns,
    means,
    scales,
    columnInto,
    columnsInto(kernels, { from, count, panel, stride }) {
      const { arena } = kernels;
      const mark = arena.mark();
      const raw = arena.reserve(8 * even * count);
      const records = arena.reserve(16 * count);
      const measured = arena.float64(records, 2 * count);
      const out = arena.float64(panel, stride * count);
      const byKernels = wanted.center && wanted.scale && rows > 0;
      if (byKernels) {
        const numbers = arena.float64(raw, even * count);
        if (even === rows) numbers.set(x.values.subarray(from * rows, (from + count) * rows));
        else {
          for (let j = 0; j < count; j++) {
            numbers.set(column(x, from + j), j * even);
            numbers[j * even + rows] = numbers[j * even]!;
          }
        }
        kernels.standardise(raw, even, count, rows, stride, panel, records);
      }
      for (let j = 0; j < count; j++) {
        if (!(byKernels && isStandardised(from + j, { rest: measured[2 * j]!, squares: measured[2 * j + 1]! }))) columnInto(from + j, out, j * stride);
        if (even !== rows) out[j * stride + rows] = 0;
      }
      arena.release(mark);
    },
  };
}
