import type { ColumnStore } from "../math/column-lists";
import { emptyPoint, type Loss, type LossPoint } from "./loss";
import type { StandardDesign } from "./standard-design";

/** What the Newton solver works on. */
export interface NewtonProblem {
  readonly design: StandardDesign;
  /** The columns of the design and, last, one of ones. */
  readonly store: ColumnStore;
  readonly loss: Loss;
  /** Whether each block has an intercept of its own. */
  readonly intercept: boolean;
}

/** λρ and λ(1−ρ). */
export interface Strength {
  readonly l1: number;
  readonly l2: number;
}

/** A point with everything that is known there. Coordinates as in `Coordinates`. */
export interface NewtonState {
  /** blocks·p weights, then one intercept for each block. */
  readonly values: Float64Array;
  /** blocks·n. */
  readonly scores: Float64Array;
  readonly point: LossPoint;
}

/** The point without features. */
export function emptyState(problem: NewtonProblem): NewtonState {
  const { design, loss, intercept } = problem;
  const weights = loss.blocks * design.columns.length;
  const values = new Float64Array(weights + loss.blocks);
  if (intercept) values.set(loss.emptyIntercepts, weights);
  return stateAt(problem, values);
}

/** Scores and loss at given values, computed from the data. */
export function stateAt(problem: NewtonProblem, values: Float64Array): NewtonState {
  const state: NewtonState = { values, scores: scoresOf(problem, values), point: emptyPoint(problem.loss) };
  problem.loss.evaluate(state.scores, state.point);
  return state;
}

/** η = b + Xw, blocks·n; weights that are zero cost nothing. */
export function scoresOf({ design, loss, store }: NewtonProblem, values: Float64Array): Float64Array {
  const { rows: n, blocks } = loss;
  const p = design.columns.length;
  const scores = new Float64Array(n * blocks);
  for (let k = 0; k < blocks; k++) {
    const block = scores.subarray(k * n, (k + 1) * n).fill(values[blocks * p + k]!);
    const list = store.list();
    const weights: number[] = [];
    for (let j = 0; j < p; j++) {
      const weight = values[k * p + j]!;
      if (weight === 0) continue;
      weights.push(weight);
      list.add(j);
    }
    list.addTo(block, weights);
  }
  return scores;
}

/** λρ‖w‖₁ + λ(1−ρ)/2·‖w‖² of the first `count` values. */
export function penaltyOf(values: Float64Array, count: number, { l1, l2 }: Strength): number {
  let norm1 = 0;
  let norm2 = 0;
  for (let at = 0; at < count; at++) {
    const weight = values[at]!;
    norm1 += Math.abs(weight);
    norm2 += weight * weight;
  }
  return l1 * norm1 + (l2 / 2) * norm2;
}
