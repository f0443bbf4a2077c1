import { withKernels } from "../math/kernels/kernels";
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

/** The pieces of a path: on each, the weights of its features run straight from `start` to `end`. */
interface Pieces {
  /** m+1: upper ends of the m pieces, descending, and the lower end of the last, 0. */
  readonly knots: number[];
  /** m+1: where the features of each piece begin in the lists below, and where those of the last end. */
  readonly offsets: number[];
  readonly features: number[];
  readonly start: number[];
  readonly end: number[];
}

/** All lasso solutions, as `lassoPath` has them: by a plain walk where no two features are tied or nearly dependent, else by that. */
export function briskLassoPath(moments: Moments): Path {
  const pieces = walk(moments);
  if (!pieces) return lassoPath(moments);
  const p = moments.gram.columns;
  const { offsets, features, start, end } = pieces;
  const knots = new Float64Array(pieces.knots.length - 1);
  for (let piece = 0; piece < knots.length; piece++) knots[piece] = pieces.knots[piece]!;
  const lambdaMax = knots[0]!;
  return {
    l1Ratio: 1,
    lambdaMax,
    knots,
    coefficientsAt(lambda, out = new Float64Array(p)) {
      checkLambda(lambda);
      out.fill(0);
      if (lambda >= lambdaMax) return out;
      const piece = pieceAt(knots, lambda);
      const [upper, lower] = [pieces.knots[piece]!, pieces.knots[piece + 1]!];
      const share = (upper - lambda) / (upper - lower);
      for (let at = offsets[piece]!; at < offsets[piece + 1]!; at++) out[features[at]!] = start[at]! + share * (end[at]! - start[at]!);
      return out;
    },
  };
}

/** What changes at the end of a piece: a feature enters with a sign, or (sign 0) one leaves. */
interface Event {
  lambda: number;
  feature: number;
  sign: number;
}

/**
 * The lasso homotopy (Osborne, Presnell & Turlach 2000) with nothing but its two events; undefined where one cannot be told from the
 * next. On each piece w_A = u − λv with u = G_AA⁻¹c_A, v = G_AA⁻¹s, solved for anew, so that no error is carried along.
 */
function walk(moments: Moments): Pieces | undefined {
  return withKernels((kernels) => {
    const { correlations } = moments;
    const p = correlations.length;
    const weightsAt = kernels.arena.reserve(8 * p);
    const set = freeFeatures(kernels, moments);
    const weights = kernels.arena.float64(weightsAt, p).fill(0);
    const pieces: Pieces = { knots: [], offsets: [0], features: [], start: [], end: [] };
    const floor = smallestLambda(moments);
    let event = first(correlations);
    if (!event) return undefined;
    for (let knot = 0; knot < knotsPerFeature * p + 10; knot++) {
      if (event.sign === 0) set.leave(event.feature);
      else if (!set.enter(event.feature, event.sign)) return undefined;
      const k = set.size();
      if (k === 0) return undefined;
      const line = set.line();
      const next = nextEvent(moments, { line, place: set.place, last: event, floor });
      if (!next) return undefined;
      const lower = next.lambda > floor ? next.lambda : 0;
      for (let i = 0; i < k; i++) {
        const feature = set.active[i]!;
        const weight = lower > 0 && next.sign === 0 && next.feature === feature ? 0 : line.u[i]! - lower * line.v[i]!;
        pieces.features.push(feature);
        pieces.start.push(weights[feature]!);
        pieces.end.push(weight);
        weights[feature] = weight;
      }
      pieces.knots.push(event.lambda);
      pieces.offsets.push(pieces.features.length);
      if (lower === 0) {
        pieces.knots.push(0);
        return pieces;
      }
      event = next;
    }
    return undefined;
  });
}

interface Place {
  readonly line: Line;
  /** p: the place of a feature among the free ones, or −1. */
  readonly place: Int32Array;
  /** The event that the line starts at. */
  readonly last: Event;
  readonly floor: number;
}

/** The next event below the last; λ = 0 where there is none; undefined where it is not clear which comes next. */
function nextEvent({ gram, correlations }: Moments, { line: { u, v, fitted, slopes }, place, last, floor }: Place): Event | undefined {
  const p = correlations.length;
  const found: Event = { lambda: 0, feature: -1, sign: 0 };
  let second = 0;
  let clear = true;
  const below = last.lambda * (1 - tie);
  const above = last.lambda * (1 + tie);
  const meet = (lambda: number, feature: number, sign: number) => {
    if (lambda > below) {
      // Above, it is past; about here, only the feature that has just changed may be, and only where it came from.
      if (lambda < above && feature !== last.feature) clear = false;
    } else if (lambda > found.lambda) {
      second = found.lambda;
      found.lambda = lambda;
      found.feature = feature;
      found.sign = sign;
    } else if (lambda > second) second = lambda;
  };
  for (let j = 0; j < p; j++) {
    const at = place[j]!;
    if (at >= 0) {
      meet(u[at]! / v[at]!, j, 0);
      continue;
    }
    if (gram.values[j * p + j] === 0) continue;
    const offset = correlations[j]! - fitted[j]!;
    const slope = slopes[j]!;
    meet(offset / (1 - slope), j, 1);
    meet(-offset / (1 + slope), j, -1);
  }
  // The feature that has just changed must move away from its bound.
  const at = place[last.feature]!;
  if (at >= 0 && last.sign !== 0 && -v[at]! * last.sign >= 0) return undefined;
  const tied = found.lambda > floor && found.lambda - second <= tie * found.lambda;
  return clear && !tied ? found : undefined;
}

/** The feature that correlates most; undefined where there is none or two do. */
function first(correlations: Float64Array): Event | undefined {
  const found: Event = { lambda: 0, feature: -1, sign: 0 };
  let second = 0;
  correlations.forEach((correlation, j) => {
    const size = Math.abs(correlation);
    if (size > found.lambda) {
      second = found.lambda;
      [found.lambda, found.feature, found.sign] = [size, j, Math.sign(correlation)];
    } else second = Math.max(second, size);
  });
  return found.lambda - second > tie * found.lambda ? found : undefined;
}
