import type { Design } from "../../data/design";
import type { LeastSquares } from "../../regression/least-squares";
import { classMeasures, type ClassMeasures } from "../../regression/class-measures";
import { checkProblem } from "../../regression/problem";

/** The losses that tell classes apart. */
export type ClassLoss = "logistic" | "softmax";

/** Classes to be told apart, on features in the units that the weights are shown in. */
export interface ClassProblem {
  readonly loss: ClassLoss;
  /** Features and their scaling; the target is what the classes are written as. */
  readonly design: LeastSquares;
  /** n: 0, 1, … */
  readonly labels: Float64Array;
  /** What the labels are written as in the target. */
  readonly values: readonly number[];
  /** What they stand for in the data. */
  readonly names: readonly string[];
  /** p, for "softmax" p for each class. */
  readonly weights: number;
  readonly measures: ClassMeasures;
  /** The loss with all weights at 0: the entropy of the classes. */
  readonly emptyLoss: number;
  /** The smallest λ, with L1 and in either scale, that leaves no weight. */
  readonly steepest: number;
}

/** From here on weights are solved for and validated at fewer λ, and less exactly: of hundreds no single one is looked at so closely. */
export const manyWeights = 100;

/** More classes than these are numbers. */
export const mostClasses = 20;

/** The values of a target, ascending, as classes; null where they are fewer than two or too many, or one of them stands in a single row. */
export function classesIn(y: Float64Array): readonly number[] | null {
  const rows = new Map<number, number>();
  for (const value of y) rows.set(value, (rows.get(value) ?? 0) + 1);
  if (rows.size < 2 || rows.size > mostClasses) return null;
  // Left out with its fold, a class of one row would be unknown to the fit.
  return Math.min(...rows.values()) < 2 ? null : [...rows.keys()].sort((a, b) => a - b);
}

export interface ClassesOf {
  readonly loss: ClassLoss;
  readonly values: readonly number[];
  /** Of the target's values 0, 1, …, where they have any. */
  readonly names?: readonly string[] | undefined;
}

export function classProblem(design: LeastSquares, { y }: Design, { loss, values, names }: ClassesOf): ClassProblem {
  const labels = y.map((value) => values.indexOf(value));
  const shares = values.map((_, label) => labels.reduce((count, own) => count + Number(own === label), 0) / labels.length);
  const measures = classMeasures(checkProblem({ x: design.x, y: labels, loss, standardize: false }));
  const weights = design.x.columns * (loss === "softmax" ? values.length : 1);
  const none = new Float64Array(weights);
  return {
    loss,
    design,
    labels,
    values,
    names: values.map((value) => names?.[value] ?? String(value)),
    weights,
    measures,
    emptyLoss: shares.reduce((sum, share) => sum - share * Math.log(share), 0),
    steepest: steepestOf(measures.slopes(none, none.slice()), design),
  };
}

/** Slopes below this share of a feature's size are rounding. */
const rounding = 1e-13;

/** 0 where no feature has anything to do with the classes. */
function steepestOf(slopes: Float64Array, { gram: { values, columns } }: LeastSquares): number {
  return slopes.reduce((largest, slope, at) => {
    const size = Math.abs(slope);
    const j = at % columns;
    return size > rounding * Math.sqrt(values[j * columns + j] ?? 0) ? Math.max(largest, size) : largest;
  }, 0);
}

/** A weight's name: its feature's, for more than two classes with the class that it speaks for. */
export function weightNames({ loss, names }: ClassProblem, features: readonly string[]): readonly string[] {
  return loss === "softmax" ? names.flatMap((name) => features.map((feature) => `${feature} → ${name}`)) : features;
}
