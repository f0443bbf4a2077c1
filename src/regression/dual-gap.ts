import { maxAbs, sum } from "../math/vector";
import { createCurvature } from "./curvature";
import type { LossPoint } from "./loss";
import { type NewtonProblem, type NewtonState, penaltyOf, scoresOf, type Strength } from "./newton-state";
import { createSignSolver } from "./sign-quadratic";

/** The same, and what of the gap the intercepts owe that are not at their optimum. */
export interface ScaledGap extends DualGap {
  readonly imbalance: number;
}

export interface DualGap {
  /** Mean loss plus penalty. */
  readonly objective: number;
  /** ≥ objective − optimum. */
  readonly dualityGap: number;
}

/** Minus the derivatives of the mean loss by the weights, xⱼᵀr/n block after block; blocks·p, written to the start of `out`. */
export function gradientOf({ design, loss, store }: NewtonProblem, residuals: Float64Array, out: Float64Array): void {
  const { rows: n, blocks } = loss;
  const p = design.columns.length;
  const all = store.list();
  for (let j = 0; j < p; j++) all.add(j);
  for (let k = 0; k < blocks; k++) all.products(residuals.subarray(k * n, (k + 1) * n), { out: out.subarray(k * p, (k + 1) * p) });
  for (let at = 0; at < blocks * p; at++) out[at]! /= n;
}

/** n⁻¹ Σ r of each block: 0 where its intercept is optimal. */
export function meanResiduals({ rows: n, blocks }: { rows: number; blocks: number }, residuals: Float64Array): Float64Array {
  const means = new Float64Array(blocks);
  for (let k = 0; k < blocks; k++) means[k] = sum(residuals.subarray(k * n, (k + 1) * n)) / n;
  return means;
}

/**
 * The distance from the objective at `state` to the dual objective at residuals scaled until they are feasible, or at the residuals
 * themselves where the ridge part allows it. `gradient` belongs to the residuals. What the intercepts leave of Σr = 0 counts at
 * their size (and at least 1), as weak duality has it. A loss is never below 0, so neither is the optimum.
 */
export function scaledDualGap(problem: NewtonProblem, state: NewtonState, { gradient, l1, l2 }: Strength & { gradient: Float64Array }): ScaledGap {
  const { loss, intercept } = problem;
  const { values, scores, point } = state;
  const weights = loss.blocks * problem.design.columns.length;
  const objective = point.value + penaltyOf(values, weights, { l1, l2 });
  let steepest = 0;
  for (let at = 0; at < weights; at++) steepest = Math.max(steepest, Math.abs(gradient[at]! - l2 * values[at]!));
  const dual = (share: number) => {
    let conjugate = 0;
    if (l2 > 0) for (let at = 0; at < weights; at++) conjugate += Math.max(0, Math.abs(share * gradient[at]!) - l1) ** 2;
    return loss.dualValue(scores, point, share) - (l2 > 0 ? conjugate / (2 * l2) : 0);
  };
  const share = steepest > l1 ? l1 / steepest : 1;
  let bound = share > 0 ? dual(share) : 0;
  if (l2 > 0 && share < 1) bound = Math.max(bound, dual(1));
  const means = intercept ? meanResiduals(loss, point.residuals) : new Float64Array(0);
  const imbalance = means.reduce((sum, mean, k) => sum + Math.abs(mean) * (1 + Math.abs(values[weights + k]!)), 0);
  bound -= imbalance;
  return { objective, dualityGap: Math.max(0, objective - Math.max(0, bound)), imbalance };
}

/** An objective below this share of the loss without features is its own gap. */
const negligible = 1e-10;
/** Rounds of Newton's method that bring the intercepts to their optimum; three do. */
const balancingRounds = 20;

/** The gap of given values, computed from the data; `state` is not changed. */
export function dualGap(problem: NewtonProblem, state: NewtonState, strength: Strength): DualGap {
  const { loss, design } = problem;
  const weights = loss.blocks * design.columns.length;
  const objective = state.point.value + penaltyOf(state.values, weights, strength);
  if (strength.l1 === 0 && strength.l2 === 0) {
    const bound = objective > negligible * loss.scale ? Math.max(0, projectedBound(problem, state)) : 0;
    return { objective, dualityGap: Math.max(0, objective - bound) };
  }
  const balanced = problem.intercept ? withBalancedIntercepts(problem, state) : state;
  const gradient = new Float64Array(weights);
  gradientOf(problem, balanced.point.residuals, gradient);
  const atBalanced = scaledDualGap(problem, balanced, { gradient, ...strength });
  // The bound found from the balanced point holds for every point.
  return { objective, dualityGap: Math.max(0, atBalanced.dualityGap + objective - atBalanced.objective) };
}

/** The same weights with the best intercepts, or `state` itself where Newton's method does not get there from its own; it is not changed. */
export function withBalancedIntercepts(problem: NewtonProblem, state: NewtonState): NewtonState {
  const { design, loss, store } = problem;
  const { rows: n, blocks } = loss;
  const first = state.values.length - blocks;
  const moved: NewtonState = { values: state.values.slice(), scores: state.scores.slice(), point: clonePoint(state.point) };
  const coordinates = Array.from({ length: freeBlocks(loss) }, (_, k) => first + k);
  const curvature = createCurvature({ loss, columns: design.columns, store });
  const solve = createSignSolver(curvature);
  for (let round = 0; round < balancingRounds; round++) {
    const linear = meanResiduals(loss, moved.point.residuals);
    if (linear.every((mean) => Math.abs(mean) <= Number.EPSILON)) break;
    curvature.refresh(moved.point.residuals, coordinates);
    const step = new Float64Array(freeBlocks(loss));
    solve({ linear, x: step, l1: 0, l2: 0, isPenalised: () => false });
    for (let k = 0; k < step.length; k++) {
      moved.values[first + k]! += step[k]!;
      for (let i = k * n; i < (k + 1) * n; i++) moved.scores[i]! += step[k]!;
    }
    const before = moved.point.value;
    loss.evaluate(moved.scores, moved.point);
    if (!(moved.point.value <= before + 1e-12)) return state;
  }
  return moved;
}

function clonePoint({ value, residuals }: LossPoint): LossPoint {
  return { value, residuals: residuals.slice() };
}

/**
 * Without a penalty the dual point must not correlate with any feature: the residuals a Newton step ahead, r − W·(Xd), do not.
 * What rounding leaves counts at the size of the values.
 */
function projectedBound(problem: NewtonProblem, state: NewtonState): number {
  const { design, loss, intercept } = problem;
  const { blocks } = loss;
  const p = design.columns.length;
  const weights = blocks * p;
  const { residuals } = state.point;
  const gradient = new Float64Array(weights + blocks);
  gradientOf(problem, residuals, gradient);
  gradient.set(meanResiduals(loss, residuals), weights);
  const curvature = createCurvature({ loss, columns: design.columns, store: problem.store });
  curvature.refresh(residuals, unpenalisedMembers(problem));
  const step = new Float64Array(curvature.members.length);
  createSignSolver(curvature)({ linear: Float64Array.from(curvature.members, (at) => gradient[at]!), x: step, l1: 0, l2: 0, isPenalised: () => false });
  const direction = new Float64Array(weights + blocks);
  curvature.members.forEach((at, row) => (direction[at] = step[row]!));
  const ahead = residualsAhead(problem, residuals, direction);
  let bound = loss.dualValueNear(ahead);
  gradientOf(problem, ahead, gradient);
  for (let at = 0; at < weights; at++) bound -= Math.abs(gradient[at]! * state.values[at]!);
  if (intercept) meanResiduals(loss, ahead).forEach((mean, k) => (bound -= Math.abs(mean * state.values[weights + k]!)));
  return bound;
}

/** Every coordinate that has to move where nothing is penalised. */
function unpenalisedMembers({ design, loss, intercept }: NewtonProblem): number[] {
  const p = design.columns.length;
  const moving = Array.from({ length: p }, (_, j) => j).filter((j) => maxAbs(design.columns[j]!) > 0);
  const members = Array.from({ length: freeBlocks(loss) }, (_, k) => moving.map((j) => k * p + j)).flat();
  if (intercept) for (let k = 0; k < freeBlocks(loss); k++) members.push(loss.blocks * p + k);
  return members;
}

/** Softmax scores may all be moved together without any effect; what is not penalised is pinned in the last block. */
export function freeBlocks({ blocks }: { blocks: number }): number {
  return Math.max(1, blocks - 1);
}

/** Where the residuals go to first order as the values move by `direction`. */
function residualsAhead(problem: NewtonProblem, residuals: Float64Array, direction: Float64Array): Float64Array {
  const { loss } = problem;
  const { rows: n, blocks } = loss;
  const moved = scoresOf(problem, direction);
  const ahead = residuals.slice();
  const rowWeights = new Float64Array(n);
  for (let k = 0; k < blocks; k++) {
    for (let l = 0; l < blocks; l++) {
      loss.curvature(residuals, Math.max(k, l), Math.min(k, l), rowWeights);
      for (let i = 0; i < n; i++) ahead[k * n + i]! -= rowWeights[i]! * moved[l * n + i]!;
    }
  }
  return ahead;
}
