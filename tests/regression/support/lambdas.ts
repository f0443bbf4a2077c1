import type { Moments } from "../../../src/regression/least-squares";
import type { Path } from "../../../src/regression/path";

/** The λ that the tests walk down from: λmax, or for ridge, which has none, the largest correlation. */
export function topLambda(path: Path, { correlations }: Moments): number {
  return Number.isFinite(path.lambdaMax) ? path.lambdaMax : correlations.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

/** `count` values from `top` down to `top·ratio`, evenly spaced in log λ. */
export function logSpaced(top: number, ratio: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => top * ratio ** (i / (count - 1)));
}
