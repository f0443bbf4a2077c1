import type { Model } from "../model";

/** λ at which a path is looked at to find its extremes: between knots weights turn only gently. */
const looks = 60;

/** The smallest and largest weight that any penalty reaches at any λ, with 0 inside: the scale that stays put while λ moves. */
export function weightDomain({ fits, lambdaRange: { min, max } }: Model): [number, number] {
  let [low, high] = [0, 0];
  for (const fit of fits) {
    const lambdas = [0, ...Array.from({ length: looks + 1 }, (_, i) => min * (max / min) ** (i / looks)), ...fit.knots];
    for (const lambda of lambdas) {
      for (const weight of fit.weightsAt(lambda)) {
        low = Math.min(low, weight);
        high = Math.max(high, weight);
      }
    }
  }
  return low === 0 && high === 0 ? [-1, 1] : [low, high];
}
