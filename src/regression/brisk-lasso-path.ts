import { appendRow, emptyFactor, removeRow, solveFactored } from "../math/cholesky";
import type { Piece } from "./homotopy";
import { checkLambda } from "./lambda";
import { lassoPath } from "./lasso-path";
import type { Moments } from "./least-squares";
import { smallestLambda } from "./natural-size";
import type { Path } from "./path";
import { pieceAt } from "./piece-at";

/** Events closer than this (relative) may be one: a tie, for which signs and order must be found with care. */
const tie = 1e-9;
/** A new feature must keep this share of its length beside the active ones; below, products lose digits that `lassoPath` keeps. */
const leastPivot = 1e-6;
/** Common paths have one to three knots for each feature. */
const knotsPerFeature = 10;

/** All lasso solutions, as `lassoPath` has them: by a plain walk where no two features are tied or nearly dependent, else by that. */
export function briskLassoPath(moments: Moments): Path {
  const pieces = walk(moments);
  if (!pieces) return lassoPath(moments);
  const p = moments.gram.columns;
  const knots = Float64Array.from(pieces, (piece) => piece.upper);
  const lambdaMax = knots[0]!;
  return {
    l1Ratio: 1,
    lambdaMax,
    knots,
    coefficientsAt(lambda, out = new Float64Array(p)) {
      checkLambda(lambda);
      out.fill(0);
      if (lambda >= lambdaMax) return out;
      const { upper, lower, active, start, end } = pieces[pieceAt(knots, lambda)]!;
      const share = (upper - lambda) / (upper - lower);
      for (let i = 0; i < active.length; i++) out[active[i]!] = start[i]! + share * (end[i]! - start[i]!);
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
function walk({ gram, correlations, meanSquare, x }: Moments): Piece[] | undefined {
  const p = gram.columns;
  const g = gram.values;
  const factor = emptyFactor(Math.min(p, 64));
  const active: number[] = [];
  const signs: number[] = [];
  /** By feature: its place in `active`, or −1. */
  const place = new Int32Array(p).fill(-1);
  const weights = new Float64Array(p);
  const pieces: Piece[] = [];
  const floor = smallestLambda({ gram, correlations, meanSquare, ...(x && { x }) });

  let event = first(correlations);
  if (!event) return undefined;
  for (let knot = 0; knot < knotsPerFeature * p + 10; knot++) {
    if (!change(event)) return undefined;
    const k = active.length;
    const u = solveFactored(factor, Float64Array.from(active, (j) => correlations[j]!));
    const v = solveFactored(factor, Float64Array.from(signs));
    const upper = event.lambda;
    const next = nextEvent({ u, v, upper, last: event });
    if (!next) return undefined;
    const lower = next.lambda > floor ? next.lambda : 0;
    const start = new Float64Array(k);
    const end = new Float64Array(k);
    for (let i = 0; i < k; i++) {
      start[i] = weights[active[i]!]!;
      const weight = lower > 0 && next.sign === 0 && next.feature === active[i] ? 0 : u[i]! - lower * v[i]!;
      end[i] = weight;
      weights[active[i]!] = weight;
    }
    pieces.push({ upper, lower, active: Int32Array.from(active), signs: Int8Array.from(signs), start, end });
    if (lower === 0) return pieces;
    event = next;
  }
  return undefined;

  function change({ feature, sign }: Event): boolean {
    if (sign === 0) {
      const at = place[feature]!;
      removeRow(factor, at);
      active.splice(at, 1);
      signs.splice(at, 1);
      place[feature] = -1;
      for (let i = at; i < active.length; i++) place[active[i]!] = i;
      return active.length > 0;
    }
    const diagonal = g[feature * p + feature]!;
    const products = Float64Array.from(active, (other) => g[feature * p + other]!);
    if (!appendRow(factor, products, diagonal, (pivot) => (pivot > leastPivot * diagonal ? pivot : 0))) return false;
    place[feature] = active.length;
    active.push(feature);
    signs.push(sign);
    return true;
  }

  /** The next event below `upper`; λ = 0 where there is none; undefined where it is not clear which comes next. */
  function nextEvent({ u, v, upper, last }: { u: Float64Array; v: Float64Array; upper: number; last: Event }): Event | undefined {
    const found: Event = { lambda: 0, feature: -1, sign: 0 };
    let second = 0;
    let clear = true;
    const meet = (lambda: number, feature: number, sign: number) => {
      if (!(lambda > 0)) return;
      if (lambda > upper * (1 - tie)) {
        // Above, it is past; about here, only the feature that has just changed may be, and only where it came from.
        if (lambda < upper * (1 + tie) && feature !== last.feature) clear = false;
        return;
      }
      if (lambda > found.lambda) {
        second = found.lambda;
        [found.lambda, found.feature, found.sign] = [lambda, feature, sign];
      } else if (lambda > second) second = lambda;
    };
    for (let j = 0; j < p; j++) {
      const at = place[j]!;
      if (at >= 0) {
        meet(u[at]! / v[at]!, j, 0);
        continue;
      }
      if (g[j * p + j] === 0) continue;
      let offset = correlations[j]!;
      let slope = 0;
      const row = j * p;
      for (let i = 0; i < active.length; i++) {
        const product = g[row + active[i]!]!;
        offset -= product * u[i]!;
        slope += product * v[i]!;
      }
      meet(offset / (1 - slope), j, 1);
      meet(-offset / (1 + slope), j, -1);
    }
    // The feature that has just changed must move away from its bound.
    const at = place[last.feature]!;
    if (at >= 0 && last.sign !== 0 && -v[at]! * signs[at]! >= 0) return undefined;
    const tied = found.lambda > floor && found.lambda - second <= tie * found.lambda;
    return clear && !tied ? found : undefined;
  }
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
