import type { ErrorCurve } from "../curves";
import type { Model } from "../model";

/** Errors higher than this many times the error without features are cut off: seen to the end they would flatten all the rest. */
const highest = 1.6;

export interface ErrorDomain {
  readonly low: number;
  readonly high: number;
}

/** Errors that every panel of a block shows, so that heights can be compared between penalties. */
export function errorDomain(model: Model, curves: readonly (ErrorCurve | null)[]): ErrorDomain {
  const none = model.emptyError;
  const training = model.fits.map((fit) => model.trainingError(fit.weightsAt(0)));
  const held = model.held === undefined ? [] : [1, 0.1, 0].flatMap((share) => model.fits.map((fit) => model.held?.error(fit.weightsAt(share * model.lambdaRange.max)) ?? 0));
  const above = curves.map((curve) => (curve === null ? 0 : highestOf(curve)));
  const below = curves.map((curve) => (curve === null ? Infinity : extreme(curve, -1, Math.min)));
  const high = Math.min(Math.max(none, ...above, ...held), none * highest);
  const low = Math.max(0, Math.min(...training, ...held, ...below));
  const span = high - low || 1;
  return { low: Math.max(0, low - 0.04 * span), high: high + 0.03 * span };
}

/** The upper end of a curve's band. */
export function highestOf(curve: ErrorCurve): number {
  return extreme(curve, 1, Math.max);
}

function extreme({ mean, standardError }: ErrorCurve, errors: number, choose: (...values: number[]) => number): number {
  return mean.reduce((found, value, l) => choose(found, value + errors * (standardError[l] ?? 0)), mean[0] ?? 0);
}
