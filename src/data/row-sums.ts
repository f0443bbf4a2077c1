import { blockedGram } from "../math/kernels/gram";

/** What is kept of the rows of a table that is too large to hold. */
export interface RowSums {
  /** c: the columns that were summed. */
  readonly names: readonly string[];
  /** c: taken away from each column before anything was summed. */
  readonly origin: Float64Array;
  /** For each part of the rows (c+1)×(c+1): the sums of squares and products of [1, columns…]. */
  readonly parts: readonly Float64Array[];
  /** c: rows in which the column has no value; they are in no part. Of the columns of one text only the first has them. */
  readonly gaps: Float64Array;
}

/** Two to six, ten, twelve and more folds are unions of as many parts each. */
export const partCount = 60;
/** Rows of a part that are summed at a time. */
const batch = 256;

/** Sums rows one by one; `origin` is near each column's mean, so that columns far from 0 lose no digits. */
export function rowAdder(origin: Float64Array): { add(part: number, row: Float64Array): void; sums(): Float64Array[] } {
  const q = origin.length + 1;
  const parts = Array.from({ length: partCount }, () => ({ sum: new Float64Array(q * q), rows: 0, values: new Float64Array(batch * q).fill(1, 0, batch) }));
  const flush = (part: (typeof parts)[number]): void => {
    // Rows that are not there count for nothing.
    for (let a = 0; a < q; a++) part.values.fill(0, a * batch + part.rows, (a + 1) * batch);
    const { values } = blockedGram({ values: part.values, rows: batch, columns: q });
    for (let at = 0; at < values.length; at++) part.sum[at]! += values[at]!;
    part.values.fill(1, 0, batch);
    part.rows = 0;
  };
  return {
    add(index, row) {
      const part = parts[index]!;
      for (let a = 1; a < q; a++) part.values[a * batch + part.rows] = row[a - 1]! - origin[a - 1]!;
      if (++part.rows === batch) flush(part);
    },
    sums() {
      parts.forEach(flush);
      return parts.map(({ sum }) => sum);
    },
  };
}

/** The sums over some parts of the products of [1, columns…], each column times its factor: (c+1)×(c+1) for c chosen columns. */
export function sumsOver(sums: RowSums, parts: readonly number[], columns: readonly { readonly at: number; readonly factor: number }[]): Float64Array {
  const all = sums.names.length + 1;
  const chosen = [{ at: -1, factor: 1 }, ...columns];
  const q = chosen.length;
  const values = new Float64Array(q * q);
  for (const index of parts) {
    const part = sums.parts[index]!;
    for (let a = 0; a < q; a++) for (let b = 0; b < q; b++) values[a * q + b]! += part[(chosen[a]!.at + 1) * all + chosen[b]!.at + 1]! * chosen[a]!.factor * chosen[b]!.factor;
  }
  return values;
}
