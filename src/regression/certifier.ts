import { blockedGram } from "../math/kernels/gram";
import { certificate } from "./certificate";
import type { Fit } from "./fit";
import type { CheckedProblem } from "./problem";
import { standardDesign } from "./standard-design";
import { centredTarget } from "./standardize";

export type Certified = Pick<Fit, "objective" | "dualityGap">;

/**
 * Certifies weights of the squared loss that were found elsewhere. The certificates of a whole path cost ten times its solution,
 * and are seldom read: each is made when it is asked for, on data that are standardised at the first such question.
 */
export function certifier(checked: CheckedProblem): (weights: Float64Array, lambda: number) => Certified {
  let known: ReturnType<typeof standardised> | undefined;
  return (weights, lambda) => certificate((known ??= standardised(checked)), weights, { lambda, l1Ratio: checked.l1Ratio });
}

function standardised(checked: CheckedProblem) {
  const { x: raw, standardize, intercept } = checked;
  const { x } = standardDesign(raw, { standardize, intercept });
  const { y } = centredTarget(checked);
  const meanSquare = y.reduce((sum, value) => sum + value * value, 0) / y.length;
  return {
    x,
    y,
    meanSquare,
    /** Looked at for λ = 0 alone. */
    get gram() {
      return blockedGram(x, 1 / x.rows);
    },
  };
}
