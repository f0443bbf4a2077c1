import { symmetricEigen } from "../../math/symmetric-eigen";
import { certificate } from "../../regression/certificate";
import type { LeastSquares, Moments } from "../../regression/least-squares";
import { engineScale } from "../../regression/note-objective";
import type { Solution } from "../frames";
import type { Model } from "../model";
import { largestKept } from "./truth-count";

/** More features than this and all eigenvalues would take longer than a reader waits. */
const mostFeatures = 100;

/** Smallest and largest curvature of the loss along any direction of the weights; null where there are too many features to look. */
export function curvatures({ gram }: Moments): { readonly smallest: number; readonly largest: number } | null {
  if (gram.columns > mostFeatures) return null;
  const { values } = symmetricEigen(gram);
  return { smallest: Math.max(0, values[0] ?? 0), largest: values.at(-1) ?? 0 };
}

/** (largest + λ)/(smallest + λ): what λΣw² makes of the condition number of the loss. */
export function conditionWith({ smallest, largest }: { smallest: number; largest: number }, lambda: number): number {
  // Eigenvalues below the rounding of the largest are 0.
  const least = smallest <= largest * gramRounding ? 0 : smallest;
  return (largest + lambda) / (least + lambda);
}
const gramRounding = 1e-14;

export interface SizeFigures {
  readonly zeros: number;
  readonly largest: number;
  /** Of all |w|, zeros with them. */
  readonly median: number;
  readonly sumOfSquares: number;
}

export function sizeFigures(weights: Float64Array): SizeFigures {
  const sizes = weights.map(Math.abs).sort();
  const middle = sizes.length / 2;
  const median = ((sizes[Math.ceil(middle) - 1] ?? 0) + (sizes[Math.floor(middle)] ?? 0)) / 2;
  return {
    zeros: weights.reduce((count, weight) => (weight === 0 ? count + 1 : count), 0),
    largest: sizes.at(-1) ?? 0,
    median,
    sumOfSquares: weights.reduce((sum, weight) => sum + weight * weight, 0),
  };
}

/** Names of the largest weights that are kept, and how many more there are. */
export function keptNames(features: readonly string[], weights: Float64Array, most: number): { readonly names: readonly string[]; readonly more: number } {
  const kept = weights.reduce((count, weight) => (weight === 0 ? count : count + 1), 0);
  const names = largestKept(weights, most).map((feature) => features[feature] ?? "");
  return { names, more: kept - names.length };
}

/** How far the drawn weights can be from the exact optimum: the duality gap as a share of the loss without features. */
export function gapOf(problem: LeastSquares, { fit, lambda, weights }: Solution, mix: number): number {
  return certificate(problem, weights, engineScale({ loss: "squared", penalty: fit.penalty, lambda, mix })).relativeGap;
}

/** The same of a model with rows, whatever its loss; null where there are no rows, or no weights are best. */
export function relativeGapOf({ problem, classes, mix, emptyError, endless }: Model, solution: Solution): number | null {
  if (problem !== undefined) return gapOf(problem, solution, mix);
  const { fit: { penalty }, lambda, weights } = solution;
  if (classes === undefined || (endless && (lambda === 0 || penalty === "none"))) return null;
  return classes.measures.gap(weights, engineScale({ loss: classes.loss, penalty, lambda, mix })).dualityGap / emptyError;
}
