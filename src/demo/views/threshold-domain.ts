import type { Model } from "../model";

/** Room around the outermost mark. */
const around = 1.12;
/** Unpenalised weights of correlated features may be this many times as large as what the features alone explain; larger ones are left out. */
const farthest = 3;

/** Half the side of the plane of weights, and how many unpenalised weights it does not hold. */
export function thresholdDomain({ fits, moments: { correlations } }: Model): { readonly reach: number; readonly outside: number } {
  const free = fits[0]?.weightsAt(0) ?? new Float64Array(0);
  const alone = correlations.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const largest = free.reduce((most, weight) => Math.max(most, Math.abs(weight)), alone);
  const reach = around * (alone > 0 ? Math.min(largest, farthest * alone) : largest || 1);
  return { reach, outside: free.filter((weight) => Math.abs(weight) > reach).length };
}
