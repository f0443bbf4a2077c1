import { entropyTerm, meanEntropy } from "./entropy";
import type { Loss } from "./loss";

/** Below this ln(1 + s) is s − s²/2 to the last digit. */
const smallest = 2 ** -27;
const largestProduct = 1e300;

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
      const { residuals } = point;
      let sum = 0;
      let factors = 1;
      for (let i = 0; i < n; i++) {
        const margin = y[i] === 1 ? scores[i]! : -scores[i]!;
        // e^(−|margin|) never overflows; the residual is formed without subtracting from 1.
        const small = Math.exp(-Math.abs(margin));
        const missing = (margin > 0 ? small : 1) / (1 + small);
        residuals[i] = y[i] === 1 ? missing : -missing;
        if (margin < 0) sum -= margin;
        // One logarithm for many rows; what 1 + small would lose is added by itself.
        if (small < smallest) sum += small * (1 - small / 2);
        else factors *= 1 + small;
        if (factors > largestProduct) {
          sum += Math.log(factors);
          factors = 1;
        }
      }
      point.value = (sum + Math.log(factors)) / n;
    },
    curvature(residuals, _k, _l, out) {
      for (let i = 0; i < n; i++) {
        const missing = Math.abs(residuals[i]!);
        out[i] = missing * (1 - missing);
      }
    },
    dualValue: (scores, point, share) => 
      meanEntropy(scores, point, {
        n,
        share,
        missing: (i) => Math.abs(point.residuals[i]!),
        loss(i) {
          const missing = Math.abs(point.residuals[i]!);
          return missing <= 0.5 ? -Math.log1p(-missing) : Math.abs(scores[i]!) - Math.log(missing);
        },
      }),
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
