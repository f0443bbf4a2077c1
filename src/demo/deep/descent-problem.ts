import { builtIn } from "../../data/built-in";
import { designOf } from "../../data/design";
import type { LeastSquares } from "../../regression/least-squares";
import { leastSquares } from "../../regression/standardize";
import { penaltyFit } from "../penalty-fit";
import type { DescentMethod } from "./descent";

export interface DescentProblem {
  readonly problem: LeastSquares;
  /** The engine's exact minimum of the objective of a method. */
  readonly exact: (method: DescentMethod, lambda: number) => Float64Array;
}

/** One weight (x1 alone) or both of the made-up set `two`. */
export function descentProblem(weights: 1 | 2): DescentProblem {
  const design = designOf(builtIn("two"), { features: ["x1", "x2"].slice(0, weights) });
  if (!design.ok) throw new Error("two: its features are x1 and x2");
  const problem = leastSquares(design.x, design.y, { standardize: true, standardizeTarget: true });
  const fits = { l1: penaltyFit(problem, "l1", 1), l2: penaltyFit(problem, "l2", 0) };
  return { problem, exact: (method, lambda) => fits[method === "l2" ? "l2" : "l1"].weightsAt(lambda) };
}
