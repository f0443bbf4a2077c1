import { entropyTerm, meanEntropy } from "./entropy";
import type { Loss } from "./loss";

/** ln Σₖ e^(ηₖ − η_y), classes 0 … k−1. */
export function softmaxLoss(y: Float64Array, classes: number): Loss {
  const n = y.length;
  const counts = new Float64Array(classes);
  for (const label of y) counts[label]!++;
  const logs = counts.map(Math.log);
  const middle = logs.reduce((sum, value) => sum + value, 0) / classes;
  return {
    rows: n,
    blocks: classes,
    classes: y,
    scale: Math.log(classes),
    emptyIntercepts: logs.map((value) => value - middle),
    evaluate(scores, point) {
      const { residuals } = point;
      let total = 0;
      for (let i = 0; i < n; i++) {
        const own = y[i]! * n + i;
        let largest = scores[i]!;
        for (let at = n + i; at < scores.length; at += n) if (scores[at]! > largest) largest = scores[at]!;
        let others = 0;
        for (let at = i; at < scores.length; at += n) {
          if (at === own) continue;
          const share = Math.exp(scores[at]! - largest);
          residuals[at] = share;
          others += share;
        }
        const mine = Math.exp(scores[own]! - largest);
        const sum = others + mine;
        for (let at = i; at < scores.length; at += n) residuals[at]! /= -sum;
        residuals[own] = others / sum;
        // Where the own class leads, ln(1 + others) keeps the digits of a small loss.
        total += scores[own]! === largest ? Math.log1p(others) : Math.log(sum) + largest - scores[own]!;
      }
      point.value = total / n;
    },
    curvature(residuals, k, l, out) {
      const left = k * n;
      const right = l * n;
      for (let i = 0; i < n; i++) {
        const r = residuals[left + i]!;
        if (k === l) {
          const size = Math.abs(r);
          out[i] = size * (1 - size);
          continue;
        }
        const p = y[i] === k ? 1 - r : -r;
        const q = y[i] === l ? 1 - residuals[right + i]! : -residuals[right + i]!;
        out[i] = -p * q;
      }
    },
    dualValue: (scores, point, share) => 
      meanEntropy(scores, point, {
        n,
        share,
        missing: (i) => point.residuals[y[i]! * n + i]!,
        loss(i) {
          const own = y[i]! * n + i;
          let first = own;
          for (let at = i; at < scores.length; at += n) if (scores[at]! > scores[first]!) first = at;
          // Of the likeliest class no digit is lost.
          return first === own ? -Math.log1p(-point.residuals[own]!) : scores[first]! - scores[own]! - Math.log(-point.residuals[first]!);
        },
      }),
    dualValueNear(residuals) {
      let sum = 0;
      const q = new Float64Array(classes);
      for (let i = 0; i < n; i++) {
        let total = 0;
        for (let k = 0; k < classes; k++) {
          q[k] = Math.max(0, (y[i] === k ? 1 : 0) - residuals[k * n + i]!);
          total += q[k]!;
        }
        for (let k = 0; k < classes; k++) {
          const probability = q[k]! / total;
          residuals[k * n + i] = (y[i] === k ? 1 : 0) - probability;
          sum += entropyTerm(probability);
        }
      }
      return sum / n;
    },
  };
}
