import type { Design } from "../../data/design";
import type { LeastSquares } from "../../regression/least-squares";
import { logisticMeasures, type LogisticMeasures } from "../../regression/logistic-measures";
import { checkProblem } from "../../regression/problem";

/** Two classes to be told apart, on features in the units that the weights are shown in. */
export interface ClassProblem {
  /** Features and their scaling; the target is 0 and 1. */
  readonly design: LeastSquares;
  /** n, 0 or 1. */
  readonly labels: Float64Array;
  /** What the labels 0 and 1 stand for in the data. */
  readonly names: readonly [string, string];
  readonly measures: LogisticMeasures;
  /** The loss with all weights at 0: the entropy of the classes. */
  readonly emptyLoss: number;
  /** The smallest λ, with L1 and in either scale, that leaves no weight. */
  readonly steepest: number;
}

/** The two values of a target, ascending; null where it has not two, or where one of them stands in a single row. */
export function twoClasses(y: Float64Array): readonly [number, number] | null {
  const values = [...new Set(y)].sort((a, b) => a - b);
  const [first, second] = values;
  if (first === undefined || second === undefined || values.length > 2) return null;
  const ones = y.reduce((count, value) => count + Number(value === second), 0);
  // Left out with its fold, a class of one row would be unknown to the fit.
  return Math.min(ones, y.length - ones) < 2 ? null : [first, second];
}

/** `names` are those of the target's values 0, 1, …, where they have any. */
export function classProblem(design: LeastSquares, { y }: Design, [first, second]: readonly [number, number], names?: readonly string[]): ClassProblem {
  const labels = y.map((value) => Number(value === second));
  const share = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  return {
    design,
    labels,
    names: [names?.[first] ?? String(first), names?.[second] ?? String(second)],
    measures: logisticMeasures(checkProblem({ x: design.x, y: labels, loss: "logistic", standardize: false })),
    emptyLoss: -share * Math.log(share) - (1 - share) * Math.log1p(-share),
    steepest: design.correlations.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) / Math.abs(second - first),
  };
}
