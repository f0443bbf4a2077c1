import { solveFactored } from "../math/cholesky";
import { type ActiveSet, activeProduct, placed, weightsAtBound, withRidge } from "./active-set";
import { type Bends, createBends } from "./curved-bends";
import { limitAtZero } from "./limit-at-zero";
import { gradientSize, smallestLambda, weightSize } from "./natural-size";
import type { Stretch, StretchProblem } from "./homotopy";

/** The event is reached where the next step towards it would be shorter than this share of λ. */
const arrived = 1e-14;
/** Some ten steps reach an event or the next quarter; far more means that G is singular to rounding, and the walk goes on from here. */
const mostSteps = 1000;
/** A slack may fall below zero by this share of its natural size: that much is rounding. */
const slackRounding = 1e-14;
/** An idle feature on its bound that does not leave it faster than this runs along it. */
const slopeRounding = 1e-9;

/**
 * An elastic-net stretch: (G_AA + κλI)·w = c_A − λρs with κ = 1−ρ, a curve in λ. Events are found by Newton steps shortened by a
 * bound on the curvature, so that no step can pass an event, not even two that undo each other, and the last steps still close in
 * quadratically. What the bound rests on is exact, so no event can be missed.
 */
export function curvedStretch(problem: StretchProblem): Stretch {
  const { moments, l1Ratio, set } = problem;
  return {
    at(lambda) {
      if (lambda === 0) return limitAtZero(moments, l1Ratio, set);
      const { shifted, weights } = solutionAt(problem, lambda);
      return placed(set, shifted, weights);
    },
    nextEvent(from) {
      const floor = smallestLambda(moments);
      const motionAt = createMotion(problem);
      let motion = motionAt(from);
      const watched = slacksOf(problem).filter((slack) => !slack.touching || slack.at(motion).slope < -slopeRounding);
      // Down to which λ each slack is known to stay ≥ 0; looked at again only there.
      const safeTo = watched.map(() => from);
      for (let steps = 0; motion.lambda > floor; steps++) {
        const { lambda, bends } = motion;
        let next = (1 - bends.longest) * lambda;
        watched.forEach((slack, i) => {
          if (safeTo[i]! >= lambda) safeTo[i] = lambda - Math.min(bends.longest * lambda, safeStep(slack, motion));
          next = Math.max(next, safeTo[i]!);
        });
        if (lambda - next <= arrived * lambda || steps === mostSteps) return next;
        if (next <= floor) return 0;
        motion = motionAt(next);
      }
      return 0;
    },
  };
}

/** The active weights at one λ and how they move. */
interface Motion {
  readonly lambda: number;
  /** k. */
  readonly weights: Float64Array;
  /** k, dw/dλ. */
  readonly velocity: Float64Array;
  readonly bends: Bends;
  /** j ↦ (G_{·A}·w)_j and its derivative. */
  readonly fitted: (j: number) => number;
  readonly fittedSlope: (j: number) => number;
}

/** The solution at one λ, over the features that are independent there. */
interface Solution {
  readonly shifted: ActiveSet;
  readonly weights: Float64Array;
}

function solutionAt({ l1Ratio, set }: StretchProblem, lambda: number): Solution {
  const shifted = withRidge(set, lambda * (1 - l1Ratio));
  return { shifted, weights: weightsAtBound(shifted, lambda * l1Ratio) };
}

function createMotion(problem: StretchProblem): (lambda: number) => Motion {
  const { l1Ratio, set } = problem;
  const kappa = 1 - l1Ratio;
  const bendsAt = createBends(problem);
  return (lambda) => {
    const { shifted, weights } = solutionAt(problem, lambda);
    const { signs, factor } = shifted;
    const velocity = solveFactored(factor, weights.map((weight, i) => -l1Ratio * signs[i]! - kappa * weight));
    const acceleration = solveFactored(factor, velocity.map((value) => -2 * kappa * value));
    return {
      lambda,
      weights: placed(set, shifted, weights),
      velocity: placed(set, shifted, velocity),
      bends: bendsAt({ lambda, shifted, velocity, acceleration }),
      fitted: activeProduct(shifted, weights),
      fittedSlope: activeProduct(shifted, velocity),
    };
  };
}

/** What must stay ≥ 0 on the stretch. */
interface Slack {
  at(motion: Motion): { value: number; slope: number; bend: number };
  /** Size that rounding is measured against. */
  readonly size: number;
  /** An idle feature that starts on this bound. If it does not move inwards, it depends on the active ones and goes with them. */
  readonly touching: boolean;
}

function slacksOf({ moments, l1Ratio, set, touching }: StretchProblem): Slack[] {
  const { gram, correlations } = moments;
  const active = new Set(set.indices);
  const slacks = set.indices.map((index, i): Slack => {
    const sign = set.signs[i]!;
    return {
      at: ({ weights, velocity, bends }) => ({ value: sign * weights[i]!, slope: sign * velocity[i]!, bend: bends.weights[i]! }),
      size: weightSize(moments, index, set.ridge),
      touching: false,
    };
  });
  for (let j = 0; j < gram.rows; j++) {
    if (active.has(j) || gram.values[j * gram.rows + j] === 0) continue;
    for (const side of [1, -1]) {
      slacks.push({
        at: ({ lambda, fitted, fittedSlope, bends }) => ({
          value: lambda * l1Ratio - side * (correlations[j]! - fitted(j)),
          slope: l1Ratio + side * fittedSlope(j),
          bend: bends.gradient(j),
        }),
        size: gradientSize(moments, j),
        touching: touching[j] === side,
      });
    }
  }
  return slacks;
}

/** A length by which λ can fall without the slack passing through zero: the largest h with value − slope·h − ½·bend·h² ≥ 0. */
function safeStep(slack: Slack, motion: Motion): number {
  const { value, slope, bend } = slack.at(motion);
  const left = Math.max(0, value + slackRounding * slack.size);
  const root = Math.sqrt(slope * slope + 2 * bend * left);
  if (slope > 0) return (2 * left) / (slope + root);
  return bend === 0 ? Infinity : (root - slope) / bend;
}
