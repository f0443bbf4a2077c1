import { afterEach, describe, expect, it } from "vitest";
import { blockedGram } from "../../../src/math/kernels/gram";
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
});
