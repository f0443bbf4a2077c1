import { describe, expect, it } from "vitest";
import { crossValidate } from "../../src/regression/cross-validation";
import { fit, path } from "../../src/regression/regression";
import type { Problem } from "../../src/regression/problem";
import { ridgeLeaveOneOut } from "../../src/regression/ridge-leave-one-out";

const x = [
  [1, 2],
  [3, 5],
  [4, 1],
  [0, 2],
];
const y = [1, 0, 1, 0];
const good: Problem = { x, y };
const matrix = { values: Float64Array.from([1, 3, 4, 0, 2, 5, 1, 2]), rows: 4, columns: 2 };

describe("a bad problem throws an error that names the argument", () => {
  const bad: [string, RegExp, unknown, "RangeError" | "TypeError"][] = [
    ["no rows", /^x: there are no rows/, { x: [], y: [] }, "RangeError"],
    ["no columns", /^x: there are no columns/, { x: [[], [], [], []], y }, "RangeError"],
    ["rows of different length", /^x: row 1 has 1 values, row 0 has 2/, { x: [[1, 2], [3]], y: [1, 2] }, "RangeError"],
    ["a word in x", /^x: row 1 of column 0 is not a number/, { x: [[1], ["3"]], y: [1, 2] }, "TypeError"],
    ["NaN in x", /^x: NaN in row 1 of column 0/, { x: [[1], [NaN]], y: [1, 2] }, "RangeError"],
    ["an infinite x", /^x: Infinity in row 2/, { x: { ...matrix, values: matrix.values.map((v, i) => (i === 2 ? Infinity : v)) }, y }, "RangeError"],
    ["values that do not fill the matrix", /^x: 8 values do not fill 5 rows of 2/, { x: { ...matrix, rows: 5 }, y }, "RangeError"],
    ["values in a plain array", /^x: the values are not a Float64Array/, { x: { ...matrix, values: [1, 2] }, y }, "TypeError"],
    ["too few targets", /^y: 3 values for 4 rows/, { x, y: [1, 2, 3] }, "RangeError"],
    ["NaN in y", /^y: NaN in row 3/, { x, y: [1, 2, 3, NaN] }, "RangeError"],
    ["a word in y", /^y: row 0 is not a number/, { x, y: ["1", 2, 3, 4] }, "TypeError"],
    ["an unknown loss", /^loss: hinge is not/, { x, y, loss: "hinge" }, "RangeError"],
    ["ρ above 1", /^l1Ratio: 1.5 is not/, { x, y, l1Ratio: 1.5 }, "RangeError"],
    ["a tolerance of 0", /^tolerance: 0 is not/, { x, y, tolerance: 0 }, "RangeError"],
    ["a tolerance of 1", /^tolerance: 1 is not a number between 0 and 1$/, { x, y, tolerance: 1 }, "RangeError"],
    ["a tolerance below 0", /^tolerance: -0.1 is not/, { x, y, tolerance: -0.1 }, "RangeError"],
    ["one class", /^y: there is only one class, 1/, { x, y: [1, 1, 1, 1], loss: "logistic" }, "RangeError"],
    ["one class of several", /^y: there is only one class, 2/, { x, y: [2, 2, 2, 2], loss: "softmax" }, "RangeError"],
    ["half a class", /^y: 0.5 in row 1 is not a class/, { x, y: [1, 0.5, 1, 0], loss: "logistic" }, "RangeError"],
    ["class −1", /^y: -1 in row 1 is not a class/, { x, y: [1, -1, 1, 0], loss: "softmax" }, "RangeError"],
    ["a third class", /^y: 2 in row 1, but "logistic"/, { x, y: [1, 2, 1, 0], loss: "logistic" }, "RangeError"],
    ["a class without rows", /^y: no row has class 1/, { x, y: [0, 2, 2, 0], loss: "softmax" }, "RangeError"],
    ["a class number beyond the rows", /^y: class 1000000000 in row 1/, { x, y: [0, 1e9, 2, 0], loss: "softmax" }, "RangeError"],
  ];
  it.each(bad)("%s", (_, message, problem, name) => {
    for (const run of [() => fit({ ...(problem as Problem), lambda: 0.1 }), () => path(problem as Problem), () => crossValidate(problem as Problem)]) {
      expect(run).toThrow(message);
      expect(run).toThrow(expect.objectContaining({ name }));
    }
  });

  it.each([-1, NaN, Infinity])("λ = %d", (lambda) => {
    expect(() => fit({ ...good, lambda })).toThrow(/^lambda: /);
    expect(() => path(good).at(lambda)).toThrow(/^lambda: /);
    expect(() => path({ ...good, lambdas: [1, lambda] })).toThrow(/^lambda/);
    expect(() => crossValidate({ ...good, lambdas: [1, lambda], folds: 2 })).toThrow(/^lambdas: /);
  });

  it("grids without values, and counts and ratios that make none", () => {
    expect(() => path({ ...good, lambdas: [] })).toThrow(/^lambdas: there are none/);
    expect(() => path({ ...good, count: 0 })).toThrow(/^count: /);
    expect(() => path({ ...good, minRatio: 1 })).toThrow(/^minRatio: /);
  });

  it("folds that cannot be made", () => {
    for (const folds of [1, 5, 2.5, [1, 2], [1, 1, 1, 1]]) expect(() => crossValidate({ ...good, folds })).toThrow(/^folds: /);
    expect(() => crossValidate({ ...good, folds: [1, 2, NaN, 1] })).toThrow(new TypeError("folds: the id of row 2 is not a finite number"));
    expect(() => crossValidate({ ...good, folds: ["1", "2", "1", "2"] as unknown as number[] })).toThrow(new TypeError("folds: the id of row 0 is not a finite number"));
    expect(() => crossValidate({ ...good, seed: NaN, folds: 2 })).toThrow(/^seed: /);
    expect(() => crossValidate({ ...good, loss: "logistic", folds: [1, 2, 1, 2] })).toThrow(/^folds: all rows of class 1/);
  });

  it("leave-one-out with one row, or with a row that nothing is left to predict", () => {
    expect(() => ridgeLeaveOneOut({ x: [[1]], y: [1], lambdas: [1] })).toThrow(/^x: /);
    expect(() => ridgeLeaveOneOut({ x: [[1, 5], [2, 1], [0, 0]], y: [1, 2, 3], lambdas: [0] })).toThrow(/^lambdas: /);
  });
});

describe("a problem", () => {
  it("may give its features as rows or column-major", () => {
    const [byRow, byColumn] = [fit({ ...good, lambda: 0.05 }), fit({ x: matrix, y, lambda: 0.05 })];
    expect(byRow.coefficients).toEqual(byColumn.coefficients);
    expect(byRow.intercept).toBe(byColumn.intercept);
  });

  it("is left as it was", () => {
    const [before, target] = [matrix.values.slice(), y.slice()];
    for (const loss of ["squared", "logistic", "softmax"] as const) path({ x: matrix, y, loss, count: 5 });
    expect(matrix.values).toEqual(before);
    expect(y).toEqual(target);
  });
});
