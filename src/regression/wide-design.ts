import type { Kernels } from "../math/kernels/kernels";
import type { Matrix } from "../math/matrix";
import { column } from "../math/products";
import { checkSquare, isExact, scaledInto } from "./standardize";

/** Columns `from` … `from + count − 1`, and the places of what comes of them, as the kernels' `quantise` has it. */
interface Block {
  readonly from: number;
  readonly count: number;
  readonly stride: number;
  readonly integers: number;
  readonly records: number;
  readonly capacity: number;
  readonly target: number;
  readonly products: number;
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
  /** Rounds many to int16, and multiplies them with a target. */
  quantise(kernels: Kernels, block: Block): void;
}

export function wideDesign(x: Matrix, wanted: { center: boolean; scale: boolean }): WideDesign {
  const { rows, columns } = x;
  const means = new Float64Array(columns);
  const scales = new Float64Array(columns);
  const padded = 4 * Math.ceil(rows / 4);

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
    quantise(kernels, { from, count, stride, integers, records, capacity, target, products }) {
      const { arena } = kernels;
      const mark = arena.mark();
      const raw = arena.reserve(8 * Math.max(stride, padded * count));
      const measured = arena.float64(products + 8 * capacity, capacity + count);
      const byKernels = wanted.center && wanted.scale && rows > 0;
      if (byKernels) {
        const numbers = arena.float64(raw, padded * count);
        if (padded === rows) numbers.set(x.values.subarray(from * rows, (from + count) * rows));
        else {
          for (let j = 0; j < count; j++) {
            numbers.set(column(x, from + j), j * padded);
            numbers.fill(numbers[j * padded]!, j * padded + rows, (j + 1) * padded);
          }
        }
        kernels.quantise(raw, padded, count, rows, stride, integers, records, capacity, target, products);
      }
      for (let j = 0; j < count; j++) {
        if (byKernels && isStandardised(from + j, { rest: measured[j]!, squares: measured[capacity + j]! })) continue;
        const own = arena.float64(raw, stride).fill(0);
        columnInto(from + j, own, 0);
        kernels.quantise(raw, stride, 1, 0, stride, integers + 2 * stride * j, records + 8 * j, capacity, target, products + 8 * j);
      }
      arena.release(mark);
    },
  };
}
