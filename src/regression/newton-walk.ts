import { emptyState, type NewtonProblem, penaltyOf, stateAt, type Strength } from "./newton-state";
import { createNewton } from "./proximal-newton";
import { createSmoothNewton } from "./smooth-newton";
import { isSeparated } from "./separation";

export interface WalkOptions {
  readonly l1Ratio: number;
  /** Largest gap as a share of the loss without features. */
  readonly tolerance: number;
  /** λ from which on there are no (for ridge, only small) weights. */
  readonly top: number;
  /** Whether the steps are those for many weights under nothing but an L2 penalty. */
  readonly smooth: boolean;
}

export interface Solved {
  /** blocks·p weights, then the intercepts. */
  readonly values: Float64Array;
  readonly separable: boolean;
}

/** A gap this far beyond the tolerance means that the steps did not lead to the solution, and none is returned. */
const worstGap = 1e-5;
/** On the way to a far λ the walk stops at every fourth of the one before. */
const approach = 1 / 4;
const approachTolerance = 1e-3;
/** Below this share of the top, stops change little. */
const lastStop = 1e-4;
/** Solutions that are kept as warm starts. */
const mostKnown = 400;

export function strengthAt(lambda: number, l1Ratio: number): Strength {
  return { l1: lambda * l1Ratio, l2: lambda * (1 - l1Ratio) };
}

/**
 * Solves a problem at one λ after another, each from the nearest larger one that is known; a falling λ also keeps the curvature.
 * @throws RangeError where the steps end with a gap far beyond the tolerance.
 */
export function newtonWalk(problem: NewtonProblem, { l1Ratio, tolerance, top, smooth }: WalkOptions): (lambda: number) => Solved {
  const { loss, design } = problem;
  const weights = loss.blocks * design.columns.length;
  const known = new Map([[Infinity, emptyState(problem).values]]);
  let walk = startFrom(Infinity);

  function startFrom(lambda: number) {
    const state = stateAt(problem, known.get(lambda)!.slice());
    return { state, newton: smooth ? createSmoothNewton(problem, state) : createNewton(problem, state), lambda };
  }

  function descend(lambda: number, wanted: number) {
    const minimum = walk.newton(strengthAt(lambda, l1Ratio), { tolerance: wanted, lastL1: Math.min(walk.lambda, top) * l1Ratio });
    walk.lambda = lambda;
    return minimum;
  }

  return (lambda) => {
    let nearest = Infinity;
    for (const other of known.keys()) if (other >= lambda && other < nearest) nearest = other;
    if (nearest !== walk.lambda) walk = startFrom(nearest);
    const furthest = Math.max(lambda, lastStop * top);
    for (let stop = approach * Math.min(walk.lambda, top); lambda > 0 && stop > furthest; stop *= approach) descend(stop, approachTolerance);
    const minimum = descend(lambda, tolerance);
    if (!(minimum.dualityGap <= Math.max(tolerance, worstGap) * loss.scale)) {
      throw new RangeError(`lambda: no solution at ${lambda} after ${minimum.steps} steps; the duality gap is ${minimum.dualityGap}`);
    }
    const values = walk.state.values.slice();
    if (known.size < mostKnown) known.set(lambda, values);
    const vanishing = penaltyOf(values, weights, strengthAt(lambda, l1Ratio)) <= tolerance * loss.scale;
    return { values, separable: vanishing && isSeparated(problem, walk.state, minimum.lastStep) };
  };
}
