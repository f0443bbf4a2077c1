import { entropyTerm, meanEntropy } from "./entropy";
import type { Loss } from "./loss";

/** ln(1 + e^(−sη)) with s = ±1 for the classes 1 and 0. */
export function logisticLoss(y: Float64Array): Loss {
  const n = y.length;
  const positives = y.reduce((sum, label) => sum + label, 0);
  return {
    rows: n,
    blocks: 1,
    classes: y,
    scale: Math.LN2,
    emptyIntercepts: Float64Array.of(Math.log(positives / (n - positives))),
    evaluate(scores, point) {
      const { residuals, losses } = point;
      let sum = 0;
      for (let i = 0; i < n; i++) {
        const margin = y[i] === 1 ? scores[i]! : -scores[i]!;
        // e^(−|margin|) never overflows; the residual is formed without subtracting from 1.
        const small = Math.exp(-Math.abs(margin));
        const missing = (margin > 0 ? small : 1) / (1 + small);
        const loss = Math.log1p(small) + (margin < 0 ? -margin : 0);
        residuals[i] = y[i] === 1 ? missing : -missing;
        losses[i] = loss;
        sum += loss;
      }
      point.value = sum / n;
    },
    curvature(residuals, _k, _l, out) {
      for (let i = 0; i < n; i++) {
        const missing = Math.abs(residuals[i]!);
        out[i] = missing * (1 - missing);
      }
    },
    dualValue: (scores, point, share) => meanEntropy(scores, point, { share, missing: (i) => Math.abs(point.residuals[i]!) }),
    dualValueNear(residuals) {
      let sum = 0;
      for (let i = 0; i < n; i++) {
        const missing = Math.min(1, Math.max(0, y[i] === 1 ? residuals[i]! : -residuals[i]!));
        residuals[i] = y[i] === 1 ? missing : -missing;
        sum += entropyTerm(missing) + entropyTerm(1 - missing);
      }
      return sum / n;
    },
  };
}
