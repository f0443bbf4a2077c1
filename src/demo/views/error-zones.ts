import type { ErrorCurve } from "../curves";

/** Where the cross-validated error is more than one standard error above its smallest. Null: nowhere on that side. */
export interface ErrorZones {
  /** Below this λ the model follows the training rows too closely. */
  readonly overfitsBelow: number | null;
  /** Above this λ it is held too tightly. */
  readonly underfitsAbove: number | null;
}

/** Looks outwards from the best λ of a curve, on both sides to the first λ that is clearly worse. */
export function errorZones({ lambdas, mean, standardError, best }: ErrorCurve): ErrorZones {
  const at = Math.max(0, lambdas.indexOf(best));
  const limit = (mean[at] ?? NaN) + (standardError[at] ?? NaN);
  const within = (l: number) => (mean[l] ?? Infinity) <= limit;
  let [high, low] = [at, at];
  while (high > 0 && within(high - 1)) high -= 1;
  while (low < lambdas.length - 1 && within(low + 1)) low += 1;
  return {
    overfitsBelow: low === lambdas.length - 1 ? null : (lambdas[low] ?? null),
    underfitsAbove: high === 0 ? null : (lambdas[high] ?? null),
  };
}
