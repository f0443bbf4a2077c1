import { column, columnsOf } from "../math/products";
import { symmetricEigen } from "../math/symmetric-eigen";
import { addScaled, dot, maxAbs } from "../math/vector";
import type { ActiveSet } from "./active-set";
import type { Moments } from "./least-squares";
import { needsColumns, smallestLeastSquares } from "./smallest-least-squares";

/**
 * Where (G_AA + λ(1−ρ)I)⁻¹(c_A − λρs) goes as λ → 0: G⁺c, less ρ/(1−ρ) times the part of s that G does not see. Eigenvalues up to
 * 4·k·ε times the largest count as 0; where some have few digits left, the columns are asked if they are at hand.
 */
export function limitAtZero(moments: Moments, l1Ratio: number, { indices, signs }: Pick<ActiveSet, "indices" | "signs">): Float64Array {
  const { gram, correlations } = moments;
  const k = indices.length;
  const inner = Float64Array.from({ length: k * k }, (_, at) => gram.values[indices[Math.floor(at / k)]! * gram.rows + indices[at % k]!]!);
  const { values, vectors } = symmetricEigen({ values: inner, rows: k, columns: k });
  const c = Float64Array.from(indices, (j) => correlations[j]!);
  const s = Float64Array.from(signs);
  const unseen = -l1Ratio / (1 - l1Ratio);
  if (needsColumns(values) && moments.x) {
    const { weights, seen } = smallestLeastSquares(columnsOf(moments.x, indices), c);
    const part = seen(s);
    return weights.map((weight, i) => weight + unseen * (s[i]! - part[i]!));
  }
  const smallest = 4 * k * Number.EPSILON * maxAbs(values);
  const limit = new Float64Array(k);
  values.forEach((value, m) => {
    const direction = column(vectors, m);
    addScaled(limit, value > smallest ? dot(direction, c) / value : unseen * dot(direction, s), direction);
  });
  return limit;
}
