import { leastSquares } from "../regression/standardize";
import { modelFromMoments } from "./build-model";
import type { Model } from "./model";

/**
 * The same features with target values `y` (n, in the model's own units: standardised as the data had them), as when points are
 * dragged. The slider keeps its range, so that nothing jumps; without the rows nothing can be moved.
 */
export function withMovedPoints(model: Model, y: readonly number[]): Model {
  const { problem, lambdaRange } = model;
  if (problem === undefined || y.length !== problem.y.length) return model;
  const moved = leastSquares(problem.x, Float64Array.from(y), { standardize: false }).withScaling(problem.scaling);
  return { ...modelFromMoments(model, moved), problem: moved, lambdaRange };
}
