import { dualGap, gradientOf, type DualGap } from "./dual-gap";
import { newtonProblem } from "./newton-problem";
import { stateAt, scoresOf, type NewtonState } from "./newton-state";
import { strengthAt } from "./newton-walk";
import type { CheckedProblem } from "./problem";

/** What given weights of the logistic loss come to, each time with the intercept that suits them best. */
export interface LogisticMeasures {
  loss(weights: Float64Array): number;
  intercept(weights: Float64Array): number;
  /** (1/n)·xⱼᵀ(y − p̂) for each feature: how fast the loss falls as a weight grows. Written into `out` and returned. */
  slopes(weights: Float64Array, out: Float64Array): Float64Array;
  /** Objective and duality gap at λ and ρ of the engine's scale. */
  gap(weights: Float64Array, at: { readonly lambda: number; readonly l1Ratio: number }): DualGap;
}

/** Weights are those of the standardised features. */
export function logisticMeasures(checked: CheckedProblem): LogisticMeasures {
  const { problem } = newtonProblem(checked);
  const p = problem.design.columns.length;
  const values = new Float64Array(p + 1);

  const interceptOf = (weights: Float64Array): number => {
    values.set(weights);
    values[p] = 0;
    return bestIntercept(scoresOf(problem, values), checked.y);
  };
  const balanced = (weights: Float64Array): NewtonState => {
    values[p] = interceptOf(weights);
    return stateAt(problem, values.slice());
  };
  return {
    loss: (weights) => balanced(weights).point.value,
    intercept: interceptOf,
    slopes(weights, out) {
      gradientOf(problem, balanced(weights).point.residuals, out);
      return out;
    },
    gap: (weights, { lambda, l1Ratio }) => dualGap(problem, balanced(weights), strengthAt(lambda, l1Ratio)),
  };
}

/** Beyond this a score says a class with a probability that rounds to 1. */
const certain = 40;
const mostSteps = 100;

/** The root of Σ(y − p̂(η + b)), which falls as b grows: Newton's steps, halved into the bracket where they leave it. */
function bestIntercept(scores: Float64Array, y: Float64Array): number {
  let low = -certain;
  let high = certain;
  for (const score of scores) {
    low = Math.min(low, -certain - score);
    high = Math.max(high, certain - score);
  }
  let intercept = 0;
  for (let step = 0; step < mostSteps; step += 1) {
    let rest = 0;
    let curvature = 0;
    for (let i = 0; i < scores.length; i++) {
      const probability = 1 / (1 + Math.exp(-scores[i]! - intercept));
      rest += y[i]! - probability;
      curvature += probability * (1 - probability);
    }
    if (rest > 0) low = intercept;
    else high = intercept;
    const next = intercept + rest / curvature;
    const inside = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(inside - intercept) <= 4 * Number.EPSILON * Math.max(1, Math.abs(intercept))) return inside;
    intercept = inside;
  }
  return intercept;
}
