import { inverseDiagonal, solveFactored } from "../math/cholesky";
import { dot } from "../math/vector";
import { type ActiveSet, activeProduct, weightsAtBound, withRidge } from "./active-set";
import { limitAtZero } from "./limit-at-zero";
import { gradientSize, smallestLambda, weightSize } from "./natural-size";
import type { Stretch, StretchProblem } from "./homotopy";

/** Longest step as a share of λ; see `Motion` for what it does to the curvature. */
const longestStep = 1 / 4;
const curvatureGrowth = (4 / 3) ** 3;
/** The diagonal of M⁻¹ is computed anew after a step further than this. */
const nearby = 0.9;
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
      return placing(set, shifted)(weights);
    },
    nextEvent(from) {
      const floor = smallestLambda(moments);
      let motion = motionAt(problem, from);
      const watched = slacksOf(problem).filter((slack) => !slack.touching || slack.at(motion).slope < -slopeRounding);
      // Down to which λ each slack is known to stay ≥ 0; looked at again only there.
      const safeTo = watched.map(() => from);
      for (let steps = 0; motion.lambda > floor; steps++) {
        const { lambda } = motion;
        let next = (1 - longestStep) * lambda;
        watched.forEach((slack, i) => {
          if (safeTo[i]! >= lambda) safeTo[i] = lambda - Math.min(longestStep * lambda, safeStep(slack, motion));
          next = Math.max(next, safeTo[i]!);
        });
        if (lambda - next <= arrived * lambda || steps === mostSteps) return next;
        motion = motionAt(problem, next, motion);
      }
      return 0;
    },
  };
}

/**
 * The active weights at one λ and how they move. With M = G_AA + κλI: w = M⁻¹(c − λρs), w′ = −M⁻¹(ρs + κw), w″ = −2κM⁻¹w′. In the
 * eigenvectors of G_AA, w″ has components e/(d + κλ)³ with constant e and d ≥ 0: over a step down to (1 − ¼)λ none grows by more
 * than (4/3)³, and neither do the norms of w″ that bound what is watched:
 * - |wᵢ″| ≤ √((M⁻¹)ᵢᵢ · 4κ²w′ᵀM⁻¹w′), which scales with the units of feature i as ‖w″‖ would not;
 * - |(G_jA·w″)| ≤ √(G_jj · w″ᵀG_AA·w″).
 */
interface Motion {
  readonly lambda: number;
  /** k. */
  readonly weights: Float64Array;
  /** k, dw/dλ. */
  readonly velocity: Float64Array;
  /** k, bound on |w″| for the whole step. */
  readonly bends: Float64Array;
  /** The same for the gradient of a feature of length 1. */
  readonly gradientBend: number;
  /** j ↦ (G_{·A}·w)_j and its derivative. */
  readonly fitted: (j: number) => number;
  readonly fittedSlope: (j: number) => number;
  /** k, the diagonal of M⁻¹ at this or an earlier, larger `lambda`: it grows no faster than 1/λ. */
  readonly reach: { readonly lambda: number; readonly inverse: Float64Array };
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

function motionAt(problem: StretchProblem, lambda: number, earlier?: Motion): Motion {
  const { l1Ratio, set } = problem;
  const kappa = 1 - l1Ratio;
  const { shifted, weights } = solutionAt(problem, lambda);
  const { indices, signs, factor } = shifted;
  const velocity = solveFactored(factor, weights.map((weight, i) => -l1Ratio * signs[i]! - kappa * weight));
  const acceleration = solveFactored(factor, velocity.map((value) => -2 * kappa * value));
  const product = activeProduct(shifted, acceleration);
  const squared = acceleration.reduce((sum, value, i) => sum + value * product(indices[i]!), 0);
  const energy = Math.max(0, -2 * kappa * dot(velocity, acceleration));
  const place = placing(set, shifted);
  const near = earlier && earlier.reach.lambda * nearby < lambda;
  const reach = near ? earlier.reach : { lambda, inverse: place(inverseDiagonal(factor)) };
  const scale = (reach.lambda / lambda) * energy;
  return {
    lambda,
    weights: place(weights),
    velocity: place(velocity),
    bends: reach.inverse.map((value) => curvatureGrowth * Math.sqrt(value * scale)),
    gradientBend: curvatureGrowth * Math.sqrt(Math.max(0, squared)),
    fitted: activeProduct(shifted, weights),
    fittedSlope: activeProduct(shifted, velocity),
    reach,
  };
}

/** Brings values of the shifted set to the positions of `set`; features that it had to leave out (dependent to rounding) get 0. */
function placing(set: ActiveSet, shifted: ActiveSet): (values: Float64Array) => Float64Array {
  if (shifted.indices.length === set.indices.length) return (values) => values;
  const positions = shifted.indices.map((index) => set.indices.indexOf(index));
  return (values) => {
    const all = new Float64Array(set.indices.length);
    positions.forEach((position, t) => (all[position] = values[t]!));
    return all;
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
      at: ({ weights, velocity, bends }) => ({ value: sign * weights[i]!, slope: sign * velocity[i]!, bend: bends[i]! }),
      size: weightSize(moments, index, set.ridge),
      touching: false,
    };
  });
  for (let j = 0; j < gram.rows; j++) {
    const norm = Math.sqrt(gram.values[j * gram.rows + j]!);
    if (active.has(j) || norm === 0) continue;
    for (const side of [1, -1]) {
      slacks.push({
        at: ({ lambda, fitted, fittedSlope, gradientBend }) => ({
          value: lambda * l1Ratio - side * (correlations[j]! - fitted(j)),
          slope: l1Ratio + side * fittedSlope(j),
          bend: norm * gradientBend,
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
