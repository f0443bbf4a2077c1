import { describe, expect, it } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import { crossValidate } from "../../src/regression/cross-validation";
import { fit, path } from "../../src/regression/regression";
import { ridgeLeaveOneOut } from "../../src/regression/ridge-leave-one-out";

const random = createRandom(9);

/** Normal features but for one value. */
function spoilt(rows: number, columns: number, value: number) {
  const values = Float64Array.from({ length: rows * columns }, () => normal(random));
  values[3 * rows + 2] = value;
  return { values, rows, columns };
}

const sizes = [[20, 5], [10, 20], [10, 600]] as const;
const flags = [true, false];

describe.each([NaN, Infinity, -Infinity])("%d among the features", (value) => {
  it.each(["squared", "logistic", "softmax"] as const)("is found by whoever reads them, in every shape and with every penalty: %s", (loss) => {
    for (const [n, p] of sizes) {
      const x = spoilt(n, p, value);
      const y = Float64Array.from({ length: n }, (_, i) => (loss === "softmax" ? i % 3 : i % 2));
      const message = `x: ${value} in row 2 of column 3`;
      for (const l1Ratio of [0, 0.5, 1]) {
        for (const standardize of flags) {
          for (const intercept of flags) {
            const problem = { x, y, loss, l1Ratio, standardize, intercept };
            expect(() => fit({ ...problem, lambda: 0.1 })).toThrow(message);
            expect(() => path({ ...problem, count: 3 })).toThrow(message);
            expect(() => crossValidate({ ...problem, folds: 3, count: 3 })).toThrow(message);
          }
        }
      }
      if (loss === "squared") for (const intercept of flags) expect(() => ridgeLeaveOneOut({ x, y, intercept, lambdas: [1] })).toThrow(message);
    }
  });
});
