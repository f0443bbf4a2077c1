import type { PenaltyFit } from "../model";

/** A λ at which, going up, a weight becomes exactly zero. */
export interface ZeroPoint {
  readonly feature: number;
  readonly lambda: number;
}

/** Looks between every two knots, where the set of zeros does not change; none for penalties without knots (L2, none). */
export function zeroPoints(fit: PenaltyFit): ZeroPoint[] {
  const ascending = [...new Set(fit.knots)].filter((knot) => knot > 0).reverse();
  const found: ZeroPoint[] = [];
  ascending.forEach((lambda, index) => {
    const below = fit.weightsAt((lambda + (ascending[index - 1] ?? 0)) / 2);
    const above = fit.weightsAt((lambda + (ascending[index + 1] ?? 2 * lambda)) / 2);
    below.forEach((weight, feature) => {
      if (weight !== 0 && above[feature] === 0) found.push({ feature, lambda });
    });
  });
  return found;
}
