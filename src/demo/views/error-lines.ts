import { pixel, polylinePath } from "../../plot/polyline";
import type { StopScale } from "../../plot/stop-scale";
import type { ErrorCurve } from "../curves";
import type { PenaltyFit } from "../model";

type Scale = (value: number) => number;

/** Pixels between two samples of the training error, which bends only gently. */
const spacing = 4;

/** The error of every fit against λ (in training, or of rows held out), exact at every sample, with the stop at 0. */
export function fittedLine(errorOf: (weights: Float64Array) => number, fit: PenaltyFit, { x, y, left, right }: { x: StopScale; y: Scale; left: number; right: number }): string {
  const at = (lambda: number) => y(errorOf(fit.weightsAt(lambda)));
  const count = Math.max(1, Math.ceil((right - x.start) / spacing));
  const samples = Array.from({ length: count + 1 }, (_, i) => x.start + (i / count) * (right - x.start));
  return polylinePath([[left, at(0)], ...samples.map((position): [number, number] => [position, at(x.invert(position))])]);
}

/** Cross-validated error and the band of one standard error around it. One λ alone (no penalty) is drawn across the whole axis. */
export function validationLines(curve: ErrorCurve, { x, y, left, right }: { x: Scale; y: Scale; left: number; right: number }): { line: string; band: string } {
  const positions = curve.lambdas.length === 1 ? [right, left] : [...curve.lambdas].map(x);
  const value = (index: number, errors: number) => {
    const l = curve.lambdas.length === 1 ? 0 : index;
    return y((curve.mean[l] ?? NaN) + errors * (curve.standardError[l] ?? NaN));
  };
  const along = (errors: number) => positions.map((position, index): [number, number] => [position, value(index, errors)]);
  return { line: polylinePath(along(0)), band: `${polylinePath([...along(1), ...along(-1).reverse()])}Z` };
}

/** A mark's text stays inside the plot: its middle as near to `at` as the ends allow. */
export function inside(at: number, half: number, [left, right]: readonly [number, number]): number {
  return pixel(Math.min(right - half, Math.max(left + half, at)));
}
