import type { Matrix } from "../math/matrix";
import { column } from "../math/products";
import { addScaled } from "../math/vector";

/** A mean log-loss at a place of the plane of two weights, its slopes and second derivatives there. */
export interface PairPoint {
  value: number;
  da: number;
  db: number;
  aa: number;
  ab: number;
  bb: number;
}

/** The mean log-loss as a function of two weights, all others held: convex. */
export interface PairSection {
  /** Holds the other weights (p, for more than two classes k×p); those of the pair do not count. */
  hold(weights: Float64Array): void;
  /** The same object at every call: read, do not keep. */
  look(a: number, b: number): PairPoint;
}

export interface Labelled {
  /** n×p. */
  readonly x: Matrix;
  /** n: 0, 1, … */
  readonly labels: Float64Array;
}

/** Newton steps for an intercept; some five are common. */
const mostSteps = 60;
const settled = 1e-7;
/** The first step of an intercept is no longer than this, each that falls short of the minimum twice as long: far out, where probabilities are 0 or 1, the loss hardly curves. */
const firstReach = 4;
const leastCurvature = 1e-12;

/** Of two classes, each time with the best intercept: the derivatives are those of the loss without it. */
export function logisticSection({ x, labels }: Labelled, [first, second]: readonly [number, number]): PairSection {
  const n = x.rows;
  const [xa, xb] = [column(x, first), column(x, second)];
  const held = new Float64Array(n);
  let intercept = 0;
  const seen: PairPoint = { value: 0, da: 0, db: 0, aa: 0, ab: 0, bb: 0 };
  return {
    hold(weights) {
      held.fill(0);
      addColumns(held, x, weights, (j) => j === first || j === second);
    },
    look(a, b) {
      // The best intercept is between these.
      let low = -Infinity;
      let high = Infinity;
      let reach = firstReach;
      for (let step = 0; ; step += 1) {
        let value = 0;
        let factors = 1;
        let rest = 0;
        let da = 0;
        let db = 0;
        let h = 0;
        let ha = 0;
        let hb = 0;
        let aa = 0;
        let ab = 0;
        let bb = 0;
        for (let i = 0; i < n; i += 1) {
          const u = xa[i]!;
          const v = xb[i]!;
          const score = held[i]! + a * u + b * v + intercept;
          const small = Math.exp(-Math.abs(score));
          const probability = (score > 0 ? 1 : small) / (1 + small);
          const off = labels[i]! - probability;
          value += Math.max(score, 0) - labels[i]! * score;
          // One logarithm for many rows.
          factors *= 1 + small;
          if (factors > 1e300) {
            value += Math.log(factors);
            factors = 1;
          }
          rest += off;
          da -= off * u;
          db -= off * v;
          const curve = probability * (1 - probability);
          h += curve;
          ha += curve * u;
          hb += curve * v;
          aa += curve * u * u;
          ab += curve * u * v;
          bb += curve * v * v;
        }
        value += Math.log(factors);
        const inverse = 1 / Math.max(h, leastCurvature * n);
        const move = rest * inverse;
        if (Math.abs(move) < settled || step === mostSteps) {
          return Object.assign(seen, {
            value: value / n, da: da / n, db: db / n,
            aa: (aa - ha * ha * inverse) / n, ab: (ab - ha * hb * inverse) / n, bb: (bb - hb * hb * inverse) / n,
          });
        }
        if (rest > 0) low = intercept;
        else high = intercept;
        const next = intercept + Math.max(-reach, Math.min(reach, move));
        if (Math.abs(move) > reach) reach *= 2;
        intercept = next > low && next < high ? next : (low + high) / 2;
      }
    },
  };
}

/** Of more than two classes, with the intercepts that `interceptsOf` gives to the held weights (k): those of all classes do not follow. */
export function softmaxSection({ x, labels }: Labelled, pair: readonly [number, number], interceptsOf: (weights: Float64Array) => Float64Array): PairSection {
  const { rows: n, columns: p } = x;
  const [first, second] = pair.map((at) => Math.floor(at / p)) as [number, number];
  const [xa, xb] = [column(x, pair[0] % p), column(x, pair[1] % p)];
  const isOne = first === second;
  /** Scores of the pair's classes without the pair, log Σexp of the others', and the score of a row's class where it is one of those. */
  const [scoresA, scoresB, others, own] = [new Float64Array(n), new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const scores = new Float64Array(n);
  const seen: PairPoint = { value: 0, da: 0, db: 0, aa: 0, ab: 0, bb: 0 };
  return {
    hold(weights) {
      others.fill(-Infinity);
      own.fill(0);
      interceptsOf(weights).forEach((intercept, label) => {
        scores.fill(intercept);
        addColumns(scores, x, weights.subarray(label * p, (label + 1) * p), (j) => pair.includes(label * p + j));
        if (label === first) scoresA.set(scores);
        else if (label === second) scoresB.set(scores);
        else {
          for (let i = 0; i < n; i += 1) {
            const score = scores[i]!;
            const larger = Math.max(others[i]!, score);
            others[i] = larger + Math.log(Math.exp(others[i]! - larger) + Math.exp(score - larger));
            if (labels[i] === label) own[i] = score;
          }
        }
      });
    },
    look(a, b) {
      let value = 0;
      let da = 0;
      let db = 0;
      let aa = 0;
      let ab = 0;
      let bb = 0;
      for (let i = 0; i < n; i += 1) {
        const u = xa[i]!;
        const v = xb[i]!;
        const scoreA = scoresA[i]! + a * u + (isOne ? b * v : 0);
        const scoreB = isOne ? -Infinity : scoresB[i]! + b * v;
        const largest = Math.max(scoreA, scoreB, others[i]!);
        const sizeA = Math.exp(scoreA - largest);
        const sizeB = Math.exp(scoreB - largest);
        const all = sizeA + sizeB + Math.exp(others[i]! - largest);
        const isA = labels[i] === first;
        const isB = labels[i] === second;
        value += largest + Math.log(all) - (isA ? scoreA : isB ? scoreB : own[i]!);
        const chanceA = sizeA / all;
        const chanceB = isOne ? chanceA : sizeB / all;
        da += (chanceA - Number(isA)) * u;
        db += (chanceB - Number(isB)) * v;
        aa += chanceA * (1 - chanceA) * u * u;
        bb += chanceB * (1 - chanceB) * v * v;
        ab += (isOne ? chanceA * (1 - chanceA) : -chanceA * chanceB) * u * v;
      }
      return Object.assign(seen, { value: value / n, da: da / n, db: db / n, aa: aa / n, ab: ab / n, bb: bb / n });
    },
  };
}

/** Adds x·w to the scores, without some columns. */
function addColumns(scores: Float64Array, x: Matrix, weights: Float64Array, isLeftOut: (j: number) => boolean): void {
  weights.forEach((weight, j) => {
    if (weight !== 0 && !isLeftOut(j)) addScaled(scores, weight, column(x, j));
  });
}
