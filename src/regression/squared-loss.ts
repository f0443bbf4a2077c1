import { dot } from "../math/vector";
import type { Loss } from "./loss";

/** ½(y − η)². */
export function squaredLoss(y: Float64Array): Loss {
  const n = y.length;
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  const centered = y.map((value) => value - mean);
  const valueAt = (residuals: Float64Array, share: number) => (share * dot(y, residuals) - (share * share * dot(residuals, residuals)) / 2) / n;
  return {
    rows: n,
    blocks: 1,
    // 1 for a constant target: its fit is exact, any scale will do.
    scale: dot(centered, centered) / (2 * n) || 1,
    emptyIntercepts: Float64Array.of(mean),
    evaluate(scores, point) {
      const { residuals } = point;
      for (let i = 0; i < n; i++) residuals[i] = y[i]! - scores[i]!;
      point.value = dot(residuals, residuals) / (2 * n);
    },
    curvature: (_residuals, _k, _l, out) => void out.fill(1),
    dualValue: (_scores, { residuals }, share) => valueAt(residuals, share),
    dualValueNear: (residuals) => valueAt(residuals, 1),
  };
}
