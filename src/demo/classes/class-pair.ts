import { axesOf } from "../../plot/quadratic-form";
import { logisticSection, softmaxSection } from "../../regression/pair-section";
import type { ClassProblem } from "./class-problem";

/** The log-loss as a function of two weights, the others held where they are; of two classes each time with the best intercept. */
export interface ClassPair {
  /** Holds the other weights (p, for more than two classes k×p; those of the pair do not count). */
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

/** Newton steps for the least place; some five are common. */
const mostSteps = 60;
const leastCurvature = 1e-12;
/** A valley is looked along no farther than a hundred times its width. */
const flatter = 1e-4;

export function classPair({ design: { x }, labels, loss, measures }: ClassProblem, pair: readonly [number, number]): ClassPair {
  const section = loss === "softmax" ? softmaxSection({ x, labels }, pair, (weights) => measures.intercepts(weights)) : logisticSection({ x, labels }, pair);
  const look = (a: number, b: number) => section.look(a, b);
  return {
    hold: (weights) => section.hold(weights),
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
