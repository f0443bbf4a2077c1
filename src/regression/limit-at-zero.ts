import { column, columnsOf } from "../math/products";
import { symmetricEigen } from "../math/symmetric-eigen";
import { addScaled, dot, maxAbs } from "../math/vector";
import type { ActiveSet } from "./active-set";
import type { Moments } from "./least-squares";
import { doubtAbout } from "./doubt";

/**
 * Where (G_AA + λ(1−ρ)I)⁻¹(c_A − λρs) goes as λ → 0: G⁺c, less ρ/(1−ρ) times the part of s that G does not see. Eigenvalues up to
 * 4·k·ε times the largest count as 0; about those with few digits the columns are asked, if they are at hand.
 */
export function limitAtZero(moments: Moments, l1Ratio: number, { indices, signs }: Pick<ActiveSet, "indices" | "signs">): Float64Array {
  const { gram, correlations } = moments;
  const k = indices.length;
  const inner = Float64Array.from({ length: k * k }, (_, at) => gram.values[indices[Math.floor(at / k)]! * gram.rows + indices[at % k]!]!);
  const eigen = symmetricEigen({ values: inner, rows: k, columns: k });
  const { values, vectors } = eigen;
  const c = Float64Array.from(indices, (j) => correlations[j]!);
  const s = Float64Array.from(signs);
  const unseen = -l1Ratio / (1 - l1Ratio);
  const limit = new Float64Array(k);
  let first = 0;
  if (moments.x) {
    const doubt = doubtAbout(eigen, columnsOf(moments.x, indices));
    first = doubt.count;
    limit.set(doubt.weights(c));
    if (l1Ratio > 0) addScaled(limit, unseen, doubt.unseen(s));
  }
  const smallest = 4 * k * Number.EPSILON * maxAbs(values);
  for (let m = first; m < k; m++) {
    const direction = column(vectors, m);
    addScaled(limit, values[m]! > smallest ? dot(direction, c) / values[m]! : unseen * dot(direction, s), direction);
  }
  return limit;
}
