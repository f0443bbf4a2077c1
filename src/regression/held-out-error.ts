import type { Matrix } from "../math/matrix";
import { column } from "../math/products";
import { addScaled } from "../math/vector";
import type { Fit } from "./fit";
import { emptyPoint } from "./loss";
import { logisticLoss } from "./logistic-loss";
import type { CheckedProblem } from "./problem";
import { softmaxLoss } from "./softmax-loss";

/** The problem of some of the rows. */
export function withRows(checked: CheckedProblem, rows: readonly number[]): CheckedProblem {
  return { ...checked, x: rowsOfMatrix(checked.x, rows), y: Float64Array.from(rows, (i) => checked.y[i]!) };
}

function rowsOfMatrix({ values, rows: n, columns }: Matrix, rows: readonly number[]): Matrix {
  const some = new Float64Array(rows.length * columns);
  for (let j = 0; j < columns; j++) rows.forEach((row, i) => (some[j * rows.length + i] = values[j * n + row]!));
  return { values: some, rows: rows.length, columns };
}

/** Mean squared error, or mean log-loss, of rows by a model in original units. */
export function meanError({ x, y, loss, blocks }: CheckedProblem, { intercept, coefficients }: Pick<Fit, "intercept" | "coefficients">): number {
  const n = y.length;
  const scores = new Float64Array(n * blocks);
  for (let k = 0; k < blocks; k++) {
    const block = scores.subarray(k * n, (k + 1) * n).fill(typeof intercept === "number" ? intercept : intercept[k]!);
    for (let j = 0; j < x.columns; j++) {
      const weight = coefficients[k * x.columns + j]!;
      if (weight !== 0) addScaled(block, weight, column(x, j));
    }
  }
  if (loss === "squared") return y.reduce((sum, value, i) => sum + (value - scores[i]!) ** 2, 0) / n;
  const classes = loss === "logistic" ? logisticLoss(y) : softmaxLoss(y, blocks);
  const point = emptyPoint(classes);
  classes.evaluate(scores, point);
  return point.value;
}
