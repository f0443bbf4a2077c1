import type { Bounds } from "../../plot/plane";
import type { Model } from "../model";
import { pairLoss } from "./pair-loss";
import { stretch } from "./weight-domain";

/** Where the optimum of `two` can be dragged to, and what is seen of the plane: mostly the quadrant that it starts in. */
const movable: Bounds = { left: -0.55, right: 1.05, bottom: -0.55, top: 1.05 };
/** Share of the figure's size added around it; on the far side of 0 there is at least the larger share, so that balls are seen as balls. */
const around = 0.14;
const beyondZero = 0.3;
const looks = 24;

/**
 * What a panel shows: 0, every solution of every penalty, and every optimum of the pair's loss, at any λ; those at λ = 0 only up to
 * twice the size of all others.
 */
export function geometryBounds(model: Model, pair: readonly [number, number], movableOptimum: boolean): Bounds {
  if (movableOptimum) return movable;
  // Classes may have no place of least loss: there the solutions alone are shown.
  const loss = model.classes === undefined ? pairLoss(model.moments, pair) : null;
  // Where a plane tells classes apart, weights grow without end as λ falls.
  const { min, max } = model.endless ? { min: model.lambdaRange.initial / 3, max: model.lambdaRange.max } : model.lambdaRange;
  let [left, right, bottom, top] = [0, 0, 0, 0];
  const take = (a: number, b: number) => {
    [left, right, bottom, top] = [Math.min(left, a), Math.max(right, a), Math.min(bottom, b), Math.max(top, b)];
  };
  const takeAll = (weights: Float64Array, limit: number) => {
    const within = (value: number) => Math.min(limit, Math.max(-limit, value));
    take(within(weights[pair[0]] ?? 0), within(weights[pair[1]] ?? 0));
    const centre = loss?.centre(weights);
    if (centre !== undefined) take(within(centre[0]), within(centre[1]));
  };
  for (const fit of model.fits) for (let step = 0; step <= looks; step += 1) takeAll(fit.weightsAt(min * (max / min) ** (step / looks)), Infinity);
  const limit = stretch * Math.max(right, -left, top, -bottom) || Infinity;
  if (!model.endless) for (const fit of model.fits) takeAll(fit.weightsAt(0), limit);
  const size = Math.max(right - left, top - bottom) || 1;
  return {
    left: Math.min(left - around * size, -beyondZero * size),
    right: Math.max(right + around * size, beyondZero * size),
    bottom: Math.min(bottom - around * size, -beyondZero * size),
    top: Math.max(top + around * size, beyondZero * size),
  };
}
