import type { Bounds } from "../../plot/plane";
import type { Model } from "../model";
import { pairLoss } from "./pair-loss";

/** Where the optimum of `two` can be dragged to, and what is seen of the plane: mostly the quadrant that it starts in. */
const movable: Bounds = { left: -0.55, right: 1.05, bottom: -0.55, top: 1.05 };
/** Share of the figure's size added around it; on the far side of 0 there is at least the larger share, so that balls are seen as balls. */
const around = 0.14;
const beyondZero = 0.3;
const looks = 24;

/** What a panel shows: 0, every solution of every penalty, and every optimum of the pair's loss, at any λ. */
export function geometryBounds(model: Model, pair: readonly [number, number], movableOptimum: boolean): Bounds {
  if (movableOptimum) return movable;
  const loss = pairLoss(model.moments, pair);
  const { min, max } = model.lambdaRange;
  let [left, right, bottom, top] = [0, 0, 0, 0];
  const take = (a: number, b: number) => {
    [left, right, bottom, top] = [Math.min(left, a), Math.max(right, a), Math.min(bottom, b), Math.max(top, b)];
  };
  for (const fit of model.fits) {
    for (let step = -1; step <= looks; step += 1) {
      const weights = fit.weightsAt(step < 0 ? 0 : min * (max / min) ** (step / looks));
      take(weights[pair[0]] ?? 0, weights[pair[1]] ?? 0);
      take(...loss.centre(weights));
    }
  }
  const size = Math.max(right - left, top - bottom) || 1;
  return {
    left: Math.min(left - around * size, -beyondZero * size),
    right: Math.max(right + around * size, beyondZero * size),
    bottom: Math.min(bottom - around * size, -beyondZero * size),
    top: Math.max(top + around * size, beyondZero * size),
  };
}
