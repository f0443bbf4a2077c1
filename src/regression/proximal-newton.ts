import { createCurvature } from "./curvature";
import { dualGap, freeBlocks, scaledDualGap, type ScaledGap } from "./dual-gap";
import { createLineSearch } from "./line-search";
import { createModel } from "./model-step";
import type { NewtonProblem, NewtonState, Strength } from "./newton-state";
import { watchedGradient } from "./watched-gradient";

export interface Minimum {
  /** As far as the solver knows it. */
  readonly dualityGap: number;
  readonly steps: number;
  /** By coordinate, where the last step was headed; zeros where there was none. */
  readonly lastStep: Float64Array;
}

export interface Goal {
  /** Largest gap as a share of the loss without features. */
  readonly tolerance: number;
  /** l1 of the solution that the point comes from. */
  readonly lastL1: number;
}

/** Steps at one λ. Some ten are common, separable classes at a vanishing λ take thirty. */
const mostSteps = 300;
/** An older curvature that leaves more than this of the violation is worth nothing. */
const slowestRate = 0.7;
/** What is expected of a curvature that has just been taken. */
const freshRate = 0.2;
/** Steps in a row that promise less than rounding: nothing more is to be gained. */
const mostIdle = 3;
/** Intercepts that owe less than this share of the goal need not be balanced to tell the gap. */
const balanced = 0.05;

/**
 * Minimises mean loss + l1·‖w‖₁ + l2/2·‖w‖² by proximal Newton steps (Lee, Sun & Saunders 2014), each an exact minimum of the quadratic
 * model over the weights that are not zero and those that violate their bound. The curvature of the model may be older than the
 * point: it is taken anew when that costs less than the steps it saves. `state` moves, and everything is kept for the next λ.
 */
export function createNewton(problem: NewtonProblem, state: NewtonState): (strength: Strength, goal: Goal) => Minimum {
  const { design, loss } = problem;
  const { rows: n, blocks } = loss;
  const weights = blocks * design.columns.length;
  const curvature = createCurvature({ loss, columns: design.columns, store: problem.store });
  const gradient = watchedGradient(problem, state);
  const modelStep = createModel(curvature, state, { gradient: gradient.values, weights });
  const move = createLineSearch(problem, state);
  /** What a step with the curvature at hand leaves of the violation, as last seen. */
  let rate = freshRate;
  gradient.updateAll();

  /** Whether a new curvature, after which two or three steps do, costs less than going on at the present rate. Costs are multiplications. */
  function worthRefreshing(wanted: number, members: number): boolean {
    if (curvature.version === 0 || rate >= slowestRate) return true;
    const stepsLeft = Math.log(Math.min(0.5, wanted)) / Math.log(Math.max(1e-6, rate));
    const step = n * (gradient.size + members + 20 * blocks) + members * members;
    const anew = (members * members * n) / 2 + members * n * blocks + members ** 3 / 6;
    return stepsLeft * step > anew + 2.5 * step;
  }

  function gapOfAll(strength: Strength): ScaledGap {
    gradient.updateAll();
    return scaledDualGap(problem, state, { gradient: gradient.values, ...strength });
  }

  return (strength, { tolerance, lastL1 }) => {
    const { l1, l2 } = strength;
    const goal = tolerance * loss.scale;
    // The gap is first told from what is at hand; what it leaves out is small.
    let aim = goal / 2;
    const unpenalised = l1 === 0 && l2 === 0;
    let lastStep = new Float64Array(weights + blocks);
    let lastViolation = 0;
    let lastPromised = Infinity;
    let idle = 0;
    let step = 0;
    // The sequential strong rule (Tibshirani et al. 2012): only these are likely to matter; the rest is checked at the end.
    if (l1 > 0) gradient.watch(Math.max(0, 2 * l1 - lastL1));
    else gradient.watchBlocks(unpenalised ? freeBlocks(loss) : blocks);
    for (; step < mostSteps && idle < mostIdle; step++) {
      if (step > 0) gradient.update();
      const { violation, cost, members } = gradient.inspect(strength);
      if (unpenalised && (state.point.value <= goal || members.length === 0)) return { dualityGap: members.length === 0 ? 0 : state.point.value, steps: step, lastStep };
      if (!unpenalised && (cost <= aim || violation <= 0 || state.point.value <= goal)) {
        const near = gapOfAll(strength);
        if (near.dualityGap <= aim) {
          // As long as intercepts count little, the bound holds even if theirs is many times too small.
          if (near.imbalance <= balanced * goal) return { dualityGap: near.dualityGap, steps: step, lastStep };
          const { dualityGap } = dualGap(problem, state, strength);
          if (dualityGap <= goal) return { dualityGap, steps: step, lastStep };
          aim /= 4;
        }
        if (gradient.watch(l1)) {
          lastViolation = 0;
          continue;
        }
      }
      if (lastViolation > 0) rate = violation / lastViolation;
      // Without a penalty the model alone tells what is left, and only a fresh one can be believed.
      const left = unpenalised ? lastPromised : cost;
      const refresh = (unpenalised && left <= aim) || worthRefreshing(left > 0 ? aim / left : 1, members.length);
      if (refresh) {
        curvature.refresh(state.point.residuals, members);
        rate = freshRate;
      } else for (const member of members) curvature.join(member);

      const next = modelStep(strength);
      lastStep = next.change.slice();
      const moved = move(next, strength);
      lastPromised = next.promised;
      if (unpenalised && refresh && next.promised <= goal / 2) {
        const { dualityGap } = dualGap(problem, state, strength);
        if (dualityGap <= goal) return { dualityGap, steps: step, lastStep };
      }
      lastViolation = moved === "full" ? violation : 0;
      if (moved !== "full") rate = 1;
      idle = refresh && (moved === "none" || next.promised <= Number.EPSILON * goal) ? idle + 1 : 0;
    }
    return { dualityGap: dualGap(problem, state, strength).dualityGap, steps: step, lastStep };
  };
}
