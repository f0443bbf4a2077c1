import { withKernels } from "../math/kernels/kernels";
import { type Memory, memory } from "../math/vector";
import { freeFeatures, type Line } from "./free-features";
import { checkLambda } from "./lambda";
import { lassoPath } from "./lasso-path";
import type { Moments } from "./least-squares";
import { smallestLambda } from "./natural-size";
import type { Path } from "./path";
import { pieceAt } from "./piece-at";

/** Events closer than this (relative) may be one: a tie, for which signs and order must be found with care. */
const tie = 1e-9;
/** Common paths have one to three knots for each feature. */
const knotsPerFeature = 10;
/** Knots that there is room for at first. */
const firstRoom = 256;

/** A path that is straight between its knots, or room for one. */
interface Polyline {
  /** m+1: descending, the last is 0. */
  readonly ends: Float64Array;
  /** (m+1)×p (or more, which do not count): the weights at each. */
  readonly weights: Float64Array;
}

/** All lasso solutions, as `lassoPath` has them: by a plain walk where no two features are tied or nearly dependent, else by that. */
export function briskLassoPath(moments: Moments, vector?: Memory): Path {
  const line = walk(moments, vector);
  if (!line) return lassoPath(moments);
  const p = moments.gram.columns;
  const { ends, weights } = line;
  const knots = ends.subarray(0, -1);
  const lambdaMax = ends[0]!;
  let piece = 0;
  return {
    l1Ratio: 1,
    lambdaMax,
    knots,
    coefficientsAt(lambda, out = new Float64Array(p)) {
      checkLambda(lambda);
      if (lambda >= lambdaMax) return out.fill(0);
      // Most ask next for a λ of the same piece.
      if (!(lambda <= ends[piece]! && lambda > ends[piece + 1]!)) piece = pieceAt(knots, lambda);
      const upper = ends[piece]!;
      const share = (upper - lambda) / (upper - ends[piece + 1]!);
      for (let j = 0, at = piece * p; j < p; j++, at++) out[j] = weights[at]! + share * (weights[at + p]! - weights[at]!);
      return out;
    },
  };
}

/** What changes at a knot: a feature enters with a sign, or (sign 0) one leaves. */
interface Event {
  readonly lambda: number;
  readonly feature: number;
  readonly sign: number;
}

/**
 * The lasso homotopy (Osborne, Presnell & Turlach 2000) with nothing but its two events; undefined where one cannot be told from the
 * next. On each piece w_A = u − λv with u = G_AA⁻¹c_A, v = G_AA⁻¹s, solved for anew, so that no error is carried along.
 */
function walk(moments: Moments, vector?: Memory): Polyline | undefined {
  return withKernels((kernels) => {
    const { correlations } = moments;
    const p = correlations.length;
    const candidatesAt = kernels.arena.reserve(16 * p);
    const set = freeFeatures(kernels, moments);
    const { place } = set;
    const candidates = kernels.arena.float64(candidatesAt, 2 * p);
    const floor = smallestLambda(moments);
    let event = first(correlations);
    if (!event) return undefined;
    let { ends, weights } = roomFor(Math.min(2 * p + 2, firstRoom), p, vector);
    ends[0] = event.lambda;
    let count = 1;
    for (let knot = 0; knot < knotsPerFeature * p + 10; knot++) {
      if (event.sign === 0) set.leave(event.feature);
      else if (!set.enter(event.feature, event.sign)) return undefined;
      if (set.size() === 0) return undefined;
      const line = set.line();
      const next = nextEvent(moments, { line, place, last: event, floor, candidates });
      if (!next) return undefined;
      const lambda = next.lambda > floor ? next.lambda : 0;
      const leaving = lambda > 0 && next.sign === 0 ? next.feature : -1;
      const { u, v } = line;
      if (count === ends.length) ({ ends, weights } = twiceAsLong({ ends, weights }));
      const start = count * p;
      for (let i = 0; i < set.size(); i++) {
        const feature = set.active[i]!;
        if (feature !== leaving) weights[start + feature] = u[i]! - lambda * v[i]!;
      }
      ends[count++] = lambda;
      if (lambda === 0) return { ends: ends.subarray(0, count), weights };
      event = next;
    }
    return undefined;
  });
}

function roomFor(count: number, p: number, vector = memory(count * (1 + p))): Polyline {
  return { ends: vector(count), weights: vector(count * p) };
}

function twiceAsLong({ ends, weights }: Polyline): Polyline {
  const longer = roomFor(2 * ends.length, weights.length / ends.length);
  longer.ends.set(ends);
  longer.weights.set(weights);
  return longer;
}

interface Place {
  readonly line: Line;
  /** p: the place of a feature among the free ones, or −1. */
  readonly place: Int32Array;
  /** The event that the line starts at. */
  readonly last: Event;
  readonly floor: number;
  /** 2p, overwritten. */
  readonly candidates: Float64Array;
}

/** The next event below the last; λ = 0 where there is none; undefined where it is not clear which comes next. */
function nextEvent({ correlations }: Moments, { line: { u, v, fitted, slopes }, place, last, floor, candidates }: Place): Event | undefined {
  for (let j = 0; j < correlations.length; j++) {
    const at = place[j]!;
    const offset = correlations[j]! - fitted[j]!;
    const slope = slopes[j]!;
    candidates[2 * j] = at >= 0 ? u[at]! / v[at]! : offset / (1 - slope);
    candidates[2 * j + 1] = at >= 0 ? 0 : -offset / (1 + slope);
  }
  const below = last.lambda * (1 - tie);
  const above = last.lambda * (1 + tie);
  let lambda = 0;
  let second = 0;
  let found = -1;
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i]!;
    if (candidate > below) {
      // Above, it is past; about here, only the feature that has just changed may be, and only where it came from.
      if (candidate < above && i >> 1 !== last.feature) return undefined;
    } else if (candidate > lambda) {
      second = lambda;
      lambda = candidate;
      found = i;
    } else if (candidate > second) second = candidate;
  }
  // The feature that has just changed must move away from its bound.
  const at = place[last.feature]!;
  if (at >= 0 && last.sign !== 0 && -v[at]! * last.sign >= 0) return undefined;
  if (lambda > floor && lambda - second <= tie * lambda) return undefined;
  const feature = found >> 1;
  return { lambda, feature, sign: place[feature]! >= 0 ? 0 : 1 - 2 * (found & 1) };
}

/** The feature that correlates most; undefined where there is none or two do. */
function first(correlations: Float64Array): Event | undefined {
  let lambda = 0;
  let second = 0;
  let feature = -1;
  for (let j = 0; j < correlations.length; j++) {
    const size = Math.abs(correlations[j]!);
    if (size > lambda) {
      second = lambda;
      lambda = size;
      feature = j;
    } else second = Math.max(second, size);
  }
  return lambda - second > tie * lambda ? { lambda, feature, sign: Math.sign(correlations[feature]!) } : undefined;
}
