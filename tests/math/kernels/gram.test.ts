import { afterEach, describe, expect, it } from "vitest";
import { blockedGram, shiftedProducts } from "../../../src/math/kernels/gram";
import { preferKernels } from "../../../src/math/kernels/kernels";
import { createRandom } from "../../../src/math/random";
import { gaussians, kinds } from "./support";

describe.each(kinds)("the Gram matrix by blocks of the %s kernels", (kind) => {
  afterEach(() => preferKernels(undefined));

  it.each([[1, 1], [3, 5], [67, 9], [4100, 40], [9000, 3], [5, 130], [0, 2], [4, 0]])("is XᵀX/n for %d × %d, exactly symmetric", (rows, columns) => {
    preferKernels(kind);
    const values = gaussians(createRandom(rows + columns), rows * columns);
    const gram = blockedGram({ values, rows, columns }, 1 / 7);
    expect([gram.rows, gram.columns, gram.values.length]).toEqual([columns, columns, columns ** 2]);
    for (let i = 0; i < columns; i++) {
      for (let j = 0; j <= i; j++) {
        let exact = 0;
        for (let t = 0; t < rows; t++) exact += values[i * rows + t]! * values[j * rows + t]!;
        expect(Math.abs(gram.values[i * columns + j]! - exact / 7)).toBeLessThanOrEqual(1e-12 * Math.max(1, rows));
        expect(gram.values[j * columns + i]).toBe(gram.values[i * columns + j]);
      }
    }
  });

  it.each([[1, 1], [3, 5], [67, 9], [4100, 40], [9001, 3], [5, 130], [0, 2]])("and of columns less a shift, with their sums and those with y, for %d × %d", (rows, columns) => {
    preferKernels(kind);
    const random = createRandom(rows + columns);
    const values = gaussians(random, rows * columns);
    const y = gaussians(random, rows);
    const shifts = gaussians(random, columns + 1);
    const overwritten = (length: number) => new Float64Array(length).fill(7);
    const [products, withTarget, sums] = [overwritten(columns ** 2), overwritten(columns + 1), overwritten(columns + 1)];
    shiftedProducts({ x: { values, rows, columns }, y, shifts }, { products, withTarget, sums });
    const shifted = (i: number, j: number) => (j < columns ? values[j * rows + i]! : y[i]!) - shifts[j]!;
    const close = (found: number, of: (i: number) => number) => {
      let exact = 0;
      for (let i = 0; i < rows; i++) exact += of(i);
      expect(Math.abs(found - exact)).toBeLessThanOrEqual(1e-11 * Math.max(1, rows));
    };
    for (let j = 0; j <= columns; j++) {
      close(sums[j]!, (i) => shifted(i, j));
      close(withTarget[j]!, (i) => shifted(i, j) * shifted(i, columns));
    }
    for (let j = 0; j < columns; j++) {
      for (let k = j; k < columns; k++) close(products[j * columns + k]!, (i) => shifted(i, j) * shifted(i, k));
    }
  });
});
