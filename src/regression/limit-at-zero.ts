import type { Matrix } from "../math/matrix";
import { column, columnsOf, principalSubmatrix } from "../math/products";
import { eigenvalueRounding, type SymmetricEigen, symmetricEigen } from "../math/symmetric-eigen";
import { addScaled, dot } from "../math/vector";
import type { ActiveSet } from "./active-set";
import { doubtAbout } from "./doubt";
import type { Moments } from "./least-squares";

/** Where (G_AA + λ(1−ρ)I)⁻¹(c_A − λρs) goes as λ → 0: the least-squares solution of smallest norm, less ρ/(1−ρ) times the part of s that G does not see. */
export function limitAtZero({ gram, correlations, x }: Moments, l1Ratio: number, { indices, signs }: Pick<ActiveSet, "indices" | "signs">): Float64Array {
  const own = { correlations: Float64Array.from(indices, (j) => correlations[j]!), ...(x && { x: columnsOf(x, indices) }) };
  return leastSquaresLimit(symmetricEigen(principalSubmatrix(gram, indices)), own, { share: -l1Ratio / (1 - l1Ratio), of: Float64Array.from(signs) });
}

/**
 * G⁺c from the eigenvectors of G, and, where that is wanted, a share of what G does not see of a vector. Eigenvalues up to 4·k·ε times
 * the largest count as 0; about those with few digits the columns are asked, if they are at hand.
 */
export function leastSquaresLimit(eigen: SymmetricEigen, { correlations, x }: { correlations: Float64Array; x?: Matrix }, unseen?: { share: number; of: Float64Array }): Float64Array {
  const { values, vectors } = eigen;
  const k = values.length;
  const doubt = x && doubtAbout(eigen, x);
  const limit = doubt ? doubt.weights(correlations) : new Float64Array(k);
  if (doubt && unseen) addScaled(limit, unseen.share, doubt.unseen(unseen.of));
  const smallest = eigenvalueRounding(values);
  for (let m = doubt?.count ?? 0; m < k; m++) {
    const direction = column(vectors, m);
    if (values[m]! > smallest) addScaled(limit, dot(direction, correlations) / values[m]!, direction);
    else if (unseen) addScaled(limit, unseen.share * dot(direction, unseen.of), direction);
  }
  return limit;
}
