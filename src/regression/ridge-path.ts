import { addCombination } from "../math/column-combination";
import { dot } from "../math/vector";
import { column } from "../math/products";
import { eigenvalueRounding, symmetricEigen } from "../math/symmetric-eigen";
import { checkLambda } from "./lambda";
import type { Moments } from "./least-squares";
import { leastSquaresLimit } from "./limit-at-zero";
import type { Path } from "./path";

/**
 * w(λ) = Q(D + λI)⁻¹Qᵀc from one eigendecomposition G = QDQᵀ; p² multiplications for each λ afterwards.
 * Eigenvalues up to 4·p·ε times the largest may be 0 (that is how far rounding moves them). Under a λ no larger than that they take
 * no part; λ = 0 gives the least-squares solution of smallest norm (`leastSquaresLimit`). The weight of a constant column is exactly 0.
 */
export function ridgePath(moments: Moments): Path {
  const p = moments.gram.columns;
  const eigen = symmetricEigen(moments.gram);
  const { values, vectors } = eigen;
  const smallest = eigenvalueRounding(values);
  const directions: Float64Array[] = [];
  const constant: number[] = [];
  const [projections, along] = [new Float64Array(p), new Float64Array(p)];
  for (let m = 0; m < p; m++) {
    const direction = column(vectors, m);
    directions.push(direction);
    projections[m] = dot(direction, moments.correlations);
    if (moments.gram.values[m * p + m] === 0) constant.push(m);
  }
  let limit: Float64Array | undefined;
  return {
    l1Ratio: 0,
    lambdaMax: Infinity,
    knots: new Float64Array(0),
    coefficientsAt(lambda, out = new Float64Array(p)) {
      checkLambda(lambda);
      out.fill(0);
      if (lambda === Infinity) return out;
      if (lambda === 0) out.set((limit ??= leastSquaresLimit(eigen, moments)));
      else {
        for (let m = 0; m < p; m++) {
          const curvature = values[m]!;
          along[m] = curvature <= smallest && lambda <= smallest ? 0 : projections[m]! / (Math.max(0, curvature) + lambda);
        }
        addCombination(out, along, directions);
      }
      for (const j of constant) out[j] = 0;
      return out;
    },
  };
}
