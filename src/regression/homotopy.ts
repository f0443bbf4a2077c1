import { type ActiveSet, activeProduct, emptyActiveSet, leave, weightsAtBound, withRidge } from "./active-set";
import { type Bounded, takeIn } from "./direction";
import type { Moments } from "./least-squares";
import { gradientSize, smallestLambda, weightSize } from "./natural-size";
import { maxAbs } from "../math/vector";

/** The solutions on a stretch of λ where the active set and its signs stay the same. */
export interface Stretch {
  /** k weights of the active features at λ; at 0 their limit. */
  at(lambda: number): Float64Array;
  /** The largest λ < `from` at which a weight reaches zero or an idle feature its bound; 0 where there is none. */
  nextEvent(from: number): number;
}

/** A stretch as it was followed: λ from `upper` down to `lower`. */
export interface Piece {
  readonly upper: number;
  readonly lower: number;
  readonly active: Int32Array;
  /** +1 or −1 each. */
  readonly signs: Int8Array;
  /** Weights of the active features at `upper` and at `lower`; exactly 0 for one that enters or leaves there. */
  readonly start: Float64Array;
  readonly end: Float64Array;
}

export interface Followed {
  /** Descending, without gaps, from λmax to 0; empty where no feature goes with the target at all. */
  readonly pieces: readonly Piece[];
  readonly lambdaMax: number;
}

export interface StretchProblem {
  readonly moments: Moments;
  readonly l1Ratio: number;
  readonly set: ActiveSet;
  /** p: the side (+1, −1) on which an idle feature stands at its bound at the start of the stretch; 0 for the others. */
  readonly touching: Int8Array;
}

/** Rounding of a gradient, as a share of its natural size: features this close to the bound are at it. */
const gradientRounding = 1e-14;
/** Knots closer than this (relative) are one knot. */
const sameKnot = 1e-12;
/** A weight below this share of its natural size is zero up to rounding. */
const weightRounding = 1e-13;
/** Steps shorter than this share of λ are crowded: ties make a few of them in a row, rounding in a nearly singular G any number. */
const crowdedStep = 1e-9;
/** The worst known designs have 3^p/2 knots (Mairal & Yu 2012); data have a few for each feature. */
const mostKnots = 200_000;

/**
 * Follows the exact solutions as λ falls from λmax to 0 (for the lasso: Osborne, Presnell & Turlach 2000; Efron et al. 2004, §3.1).
 * What happens at a knot is decided from the weights and gradients there and not from the history: features with a weight stay
 * free, all that stand at the bound without one (entering, leaving or tied) go through `takeIn`. So ties need no case of their
 * own, and rounding in one step is mended at the next knot.
 */
export function follow(moments: Moments, l1Ratio: number, stretchOf: (problem: StretchProblem) => Stretch): Followed {
  const { gram, correlations } = moments;
  const largest = maxAbs(correlations);
  const lambdaMax = largest / l1Ratio;
  const pieces: Piece[] = [];
  if (largest === 0) return { pieces, lambdaMax };

  const weights = new Float64Array(gram.columns);
  const floor = smallestLambda(moments);
  let set = emptyActiveSet(moments, lambdaMax * (1 - l1Ratio));
  let lambda = lambdaMax;
  let crowded = 0;
  for (let knot = 0; lambda > 0; knot++) {
    if (knot === mostKnots) throw new RangeError(`moments: the path has more than ${mostKnots} knots`);
    const bounded = atBound(set, weights, lambda * l1Ratio);
    takeIn(set, bounded, (index, sign) => l1Ratio * sign + (1 - l1Ratio) * weights[index]!);

    const touching = new Int8Array(gram.columns);
    for (const { index, sign } of bounded) touching[index] = sign;
    for (const index of set.indices) touching[index] = 0;
    const stretch = stretchOf({ moments, l1Ratio, set, touching });
    const event = stretch.nextEvent(lambda);
    crowded = event > lambda * (1 - crowdedStep) ? crowded + 1 : 0;
    const next = Math.min(event, lambda * (1 - leastStep(crowded - 2 * gram.columns)));
    const lower = next > floor ? next : 0;
    const active = Int32Array.from(set.indices);
    const signs = Int8Array.from(set.signs);
    const start = Float64Array.from(active, (index) => weights[index]!);
    weights.fill(0);
    const reached = stretch.at(lower);
    active.forEach((index, i) => (weights[index] = reached[i]!));
    if (lower > 0) set = settle(set, { lambda: lower, l1Ratio, weights });
    addPiece(pieces, { upper: lambda, lower, active, signs, start, end: Float64Array.from(active, (index) => weights[index]!) });
    lambda = lower;
  }
  return { pieces, lambdaMax };
}

/** Relative: one rounding error, so that the walk moves on; doubled with every crowded step too many, so that it gets past any trouble. */
function leastStep(tooMany: number): number {
  return Math.min(1, 2 * Number.EPSILON * 2 ** Math.max(0, tooMany));
}

/** Features without a weight whose gradient stands at the bound; `set` holds those with one. */
function atBound(set: ActiveSet, weights: Float64Array, bound: number): Bounded[] {
  const { moments, indices } = set;
  const product = activeProduct(set, Float64Array.from(indices, (index) => weights[index]!));
  const isActive = new Set(indices);
  const bounded: Bounded[] = [];
  moments.correlations.forEach((correlation, index) => {
    const size = gradientSize(moments, index);
    if (size === 0 || isActive.has(index)) return;
    const gradient = correlation - product(index);
    if (Math.abs(gradient) >= bound - sameKnot * bound - gradientRounding * size) bounded.push({ index, sign: Math.sign(gradient) });
  });
  return bounded;
}

/**
 * Takes the features whose weights have reached zero out of the set, which comes back with the ridge of this λ. The other weights
 * are solved for anew: where features are nearly dependent, a weight that is zero to rounding still moves them.
 */
function settle(set: ActiveSet, at: { lambda: number; l1Ratio: number; weights: Float64Array }): ActiveSet {
  const { lambda, l1Ratio, weights } = at;
  const { moments } = set;
  const ridge = lambda * (1 - l1Ratio);
  const before = set.indices.length;
  for (let i = before - 1; i >= 0; i--) {
    const index = set.indices[i]!;
    if (weights[index]! * set.signs[i]! > weightRounding * weightSize(moments, index, ridge)) continue;
    weights[index] = 0;
    leave(set, i);
  }
  const settled = ridge === set.ridge ? set : withRidge(set, ridge);
  if (settled.indices.length === before) return settled;
  weightsAtBound(settled, lambda * l1Ratio).forEach((weight, i) => (weights[settled.indices[i]!] = weight));
  return settled;
}

/** Pieces on which nothing has changed are joined, so that every knot is a change. */
function addPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  const same = last?.active.length === piece.active.length && last.active.every((j, i) => j === piece.active[i] && last.signs[i] === piece.signs[i]);
  if (last && same) pieces[pieces.length - 1] = { ...piece, upper: last.upper, start: last.start };
  else pieces.push(piece);
}
