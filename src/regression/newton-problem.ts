import { columnStore } from "../math/column-lists";
import type { Matrix } from "../math/matrix";
import { column } from "../math/products";
import { logisticLoss } from "./logistic-loss";
import type { NewtonProblem } from "./newton-state";
import type { CheckedProblem } from "./problem";
import { softmaxLoss } from "./softmax-loss";
import { squaredLoss } from "./squared-loss";
import { type StandardDesign, standardDesign } from "./standard-design";

export interface CenteredProblem {
  readonly problem: NewtonProblem;
  /** What was taken from the target beforehand; 0 for classes. */
  readonly targetMean: number;
}

/** On standardised features. The squared loss is centred and needs no intercept. */
export function newtonProblem(checked: CheckedProblem): CenteredProblem {
  const { x, y, loss, blocks, intercept } = checked;
  const design = standardDesign(x, checked);
  const store = storeOf(design.columns, x.rows);
  if (loss === "logistic") return { problem: { design, store, loss: logisticLoss(y), intercept }, targetMean: 0 };
  if (loss === "softmax") return { problem: { design, store, loss: softmaxLoss(y, blocks), intercept }, targetMean: 0 };
  const targetMean = intercept ? y.reduce((sum, value) => sum + value, 0) / y.length : 0;
  return { problem: { design, store, loss: squaredLoss(y.map((value) => value - targetMean)), intercept: false }, targetMean };
}

/** The same rows described by other columns. */
export function onColumns(problem: NewtonProblem, x: Matrix): NewtonProblem {
  const columns = Array.from({ length: x.columns }, (_, j) => column(x, j));
  const design: StandardDesign = { x, columns, means: new Float64Array(x.columns), scales: new Float64Array(x.columns).fill(1) };
  return { ...problem, design, store: storeOf(columns, x.rows) };
}

function storeOf(columns: readonly Float64Array[], rows: number) {
  return columnStore([...columns, new Float64Array(rows).fill(1)]);
}
