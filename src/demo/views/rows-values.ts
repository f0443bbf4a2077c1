import { column } from "../../math/products";
import { addScaled } from "../../math/vector";
import type { LeastSquares } from "../../regression/least-squares";

/** What a fit makes of its own rows, in the units in which the target was written. */
export interface RowValues {
  /** n. */
  readonly measured: Float64Array;
  /** n predictions of these weights (p), written into `out` and returned. */
  predict(weights: Float64Array, out: Float64Array): Float64Array;
}

export function rowValues({ x, y, scaling: { targetMean, targetScale } }: LeastSquares): RowValues {
  return {
    measured: y.map((value) => targetMean + targetScale * value),
    predict(weights, out) {
      out.fill(targetMean);
      weights.forEach((weight, j) => {
        if (weight !== 0) addScaled(out, targetScale * weight, column(x, j));
      });
      return out;
    },
  };
}

/** More dots than these run into each other, and cost time in every frame. */
const mostDots = 1000;

/** The rows that are drawn: all, or as many taken evenly. */
export function drawnRows(n: number): number[] {
  const count = Math.min(n, mostDots);
  return Array.from({ length: count }, (_, at) => Math.floor((at * n) / count));
}

/** The place in the list of the nearest dot to a pointer, within `reach` pixels of it; −1 where none is that near. */
export function nearestDot(dots: readonly (readonly [number, number])[], [x, y]: readonly [number, number], reach: number): number {
  let nearest = -1;
  let least = reach;
  dots.forEach(([dotX, dotY], at) => {
    const away = Math.hypot(dotX - x, dotY - y);
    if (away > least) return;
    least = away;
    nearest = at;
  });
  return nearest;
}
