import { dualGap, gradientOf, type DualGap, meanResiduals, withBalancedIntercepts } from "./dual-gap";
import { newtonProblem } from "./newton-problem";
import { type NewtonProblem, stateAt, scoresOf, type NewtonState } from "./newton-state";
import { strengthAt } from "./newton-walk";
import type { CheckedProblem } from "./problem";

/** What given weights of a log-loss come to (p, for "softmax" k×p, class after class), each time with the intercepts that suit them best. */
export interface ClassMeasures {
  loss(weights: Float64Array): number;
  /** One; for "softmax" k that sum to 0. */
  intercepts(weights: Float64Array): Float64Array;
  /** (1/n)·xⱼᵀ(y − p̂) for each weight: how fast the loss falls as it grows. Written into `out` and returned. */
  slopes(weights: Float64Array, out: Float64Array): Float64Array;
  /** Objective and duality gap at λ and ρ of the engine's scale. */
  gap(weights: Float64Array, at: { readonly lambda: number; readonly l1Ratio: number }): DualGap;
}

/** Weights are those of the standardised features. */
export function classMeasures(checked: CheckedProblem): ClassMeasures {
  const { problem } = newtonProblem(checked);
  const { blocks } = problem.loss;
  const count = blocks * problem.design.columns.length;
  const values = new Float64Array(count + blocks);
  const shares = Float64Array.from({ length: blocks }, (_, k) => checked.y.reduce((rows, label) => rows + Number(label === k), 0) / checked.y.length);
  /** Those of the last weights that were asked for: others are seldom far from them. */
  let intercepts = problem.loss.emptyIntercepts;

  const balanced = (weights: Float64Array): NewtonState => {
    values.set(weights);
    if (blocks === 1) {
      values[count] = 0;
      values[count] = bestIntercept(scoresOf(problem, values), checked.y);
      return stateAt(problem, values.slice());
    }
    values.set(intercepts, count);
    const near = stateAt(problem, values.slice());
    approachIntercepts(problem, near, shares);
    const state = withBalancedIntercepts(problem, near);
    intercepts = state.values.slice(count);
    return state;
  };
  return {
    loss: (weights) => balanced(weights).point.value,
    intercepts(weights) {
      const own = balanced(weights).values.slice(count);
      const middle = blocks === 1 ? 0 : own.reduce((sum, value) => sum + value, 0) / blocks;
      return own.map((value) => value - middle);
    },
    slopes(weights, out) {
      gradientOf(problem, balanced(weights).point.residuals, out);
      return out;
    },
    gap: (weights, { lambda, l1Ratio }) => dualGap(problem, balanced(weights), strengthAt(lambda, l1Ratio)),
  };
}

/** Newton's method takes over once each class is predicted as often as it occurs, to within this share of it. */
const nearEnough = 0.1;
const mostApproaches = 500;
/** A class that is predicted less often than this gets only so far in one step. */
const rarest = 1e-12;

/**
 * Moves softmax intercepts by ln(how often a class occurs / how often it is predicted): the minimum of a bound that touches the loss
 * where it stands, so that every step lowers it, from anywhere.
 */
function approachIntercepts({ loss }: NewtonProblem, { values, scores, point }: NewtonState, shares: Float64Array): void {
  const { rows: n, blocks } = loss;
  const first = values.length - blocks;
  for (let round = 0; round < mostApproaches; round++) {
    const rests = meanResiduals(loss, point.residuals);
    if (rests.every((rest, k) => Math.abs(rest) <= nearEnough * shares[k]!)) return;
    rests.forEach((rest, k) => {
      const step = Math.log(shares[k]! / Math.max(shares[k]! - rest, rarest));
      values[first + k]! += step;
      for (let i = k * n; i < (k + 1) * n; i++) scores[i]! += step;
    });
    loss.evaluate(scores, point);
  }
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
