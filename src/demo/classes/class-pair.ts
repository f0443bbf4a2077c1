import { column } from "../../math/products";
import { axesOf } from "../../plot/quadratic-form";
import type { ClassProblem } from "./class-problem";

/** The log-loss of two classes as a function of two weights, the others held where they are, each time with the best intercept. */
export interface ClassPair {
  /** Holds the other weights (p; those of the pair do not count). */
  hold(weights: Float64Array): void;
  valueAt(a: number, b: number): number;
  /** Where the loss is least within `reach` of 0, and how it curves there; `isInside` where it is least of all. */
  least(reach: number): LeastPlace;
  /** `count` points around `least`, in order, where the loss is `level`, none farther from it than `reach`. */
  contour(from: LeastPlace, level: number, options: { count: number; reach: number }): (readonly [number, number])[];
}

export interface LeastPlace {
  readonly a: number;
  readonly b: number;
  readonly value: number;
  /** √det of the second derivatives: a contour's level is about value + ½·curvature·radius². */
  readonly curvature: number;
  /** Along the flattest and the steepest way: so much longer one than the other that a contour's points stand neither too far apart nor all on its far ends. */
  readonly long: readonly [number, number];
  readonly steep: readonly [number, number];
  readonly isInside: boolean;
}

/** Newton steps for an intercept, and for the least place; some five are common. */
const mostSteps = 60;
const settled = 1e-7;
/** A step of an intercept is no longer than this: far out, where probabilities are 0 or 1, the loss hardly curves. */
const longestStep = 4;
const leastCurvature = 1e-12;
/** A valley is looked along no farther than a hundred times its width. */
const flatter = 1e-4;

export function classPair({ design, labels }: ClassProblem, [first, second]: readonly [number, number]): ClassPair {
  const { x } = design;
  const n = x.rows;
  const [xa, xb] = [column(x, first), column(x, second)];
  const held = new Float64Array(n);
  let intercept = 0;
  /** Value, slopes and profiled second derivatives at the last place. */
  const seen = { value: 0, da: 0, db: 0, aa: 0, ab: 0, bb: 0 };

  function look(a: number, b: number): typeof seen {
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
      const move = Math.max(-longestStep, Math.min(longestStep, rest / Math.max(h, leastCurvature * n)));
      if (Math.abs(move) < settled || step === mostSteps) {
        const inverse = 1 / Math.max(h, leastCurvature * n);
        return Object.assign(seen, {
          value: value / n, da: da / n, db: db / n,
          aa: (aa - ha * ha * inverse) / n, ab: (ab - ha * hb * inverse) / n, bb: (bb - hb * hb * inverse) / n,
        });
      }
      intercept += move;
    }
  }

  return {
    hold(weights) {
      held.fill(0);
      weights.forEach((weight, j) => {
        if (weight === 0 || j === first || j === second) return;
        const own = column(x, j);
        for (let i = 0; i < n; i += 1) held[i]! += weight * own[i]!;
      });
    },
    valueAt: (a, b) => look(a, b).value,
    least(reach) {
      let [a, b] = [0, 0];
      for (let step = 0; ; step += 1) {
        const { value, da, db, aa, ab, bb } = look(a, b);
        const { larger, smaller, angle } = axesOf({ aa, ab, bb });
        const isClear = smaller > leastCurvature;
        const determinant = aa * bb - ab * ab;
        const [ma, mb] = isClear ? [-(bb * da - ab * db) / determinant, -(aa * db - ab * da) / determinant] : [-da, -db];
        const isInside = Math.hypot(ma, mb) < 1e-7 * reach;
        const isBeyond = Math.hypot(a, b) > reach;
        if (isInside || isBeyond || step === mostSteps) {
          const [steepest, flattest] = [Math.max(larger, leastCurvature), Math.max(smaller, flatter * larger, leastCurvature)];
          const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
          const [l, s] = [flattest ** -0.25, steepest ** -0.25];
          return { a, b, value, curvature: Math.sqrt(steepest * flattest), long: [l * cos, l * sin], steep: [-s * sin, s * cos], isInside };
        }
        // Steps that would lead beyond a tenth of the picture are cut: classes that a plane tells apart have no least place.
        const cut = Math.min(1, (0.1 * reach) / Math.hypot(ma, mb));
        [a, b] = [a + cut * ma, b + cut * mb];
      }
    },
    contour({ a, b, value, curvature, long, steep }, level, { count, reach }) {
      let r = Math.sqrt(Math.max(0, 2 * (level - value))) * curvature ** -0.25;
      return Array.from({ length: count }, (_, k) => {
        const angle = (2 * Math.PI * k) / count;
        const [u, v] = [0, 1].map((axis) => Math.cos(angle) * (long[axis] ?? 0) + Math.sin(angle) * (steep[axis] ?? 0)) as [number, number];
        const farthest = reach / Math.hypot(u, v);
        r = Math.min(r, farthest);
        // Convex along the ray: from beyond the level Newton's steps come back to it and never pass it.
        for (let step = 0; step < mostSteps; step += 1) {
          const { value: here, da, db } = look(a + r * u, b + r * v);
          const slope = da * u + db * v;
          const next = slope > 0 ? Math.min(farthest, Math.max(0, r - (here - level) / slope)) : farthest;
          const isDone = Math.abs(next - r) < 2e-3 * next;
          r = next;
          if (isDone) break;
        }
        return [a + r * u, b + r * v] as const;
      });
    },
  };
}
