import { polylinePath } from "../../plot/polyline";
import type { StopScale } from "../../plot/stop-scale";
import type { PenaltyFit } from "../model";

/** Pixels between two samples of a line; knots are added, so that its corners are where they are. */
const spacing = 2.5;

export interface PathLinesOptions {
  readonly fit: PenaltyFit;
  readonly features: number;
  readonly x: StopScale;
  readonly y: (weight: number) => number;
  /** Ends of the axis in pixels. */
  readonly left: number;
  readonly right: number;
  /** Whether at λ = 0 there is nothing to draw: the weights grow without end. */
  readonly endless?: boolean;
}

/** Path data of every weight against λ; empty for a weight that is 0 at each of them. */
export function pathLines({ fit, features, x, y, left, right, endless = false }: PathLinesOptions): string[] {
  const lines = Array.from({ length: features }, (): [number, number][] => []);
  const min = x.invert(x.start);
  const max = x.invert(right);
  const count = Math.ceil((right - x.start) / spacing);
  const sampled = Array.from({ length: count + 1 }, (_, i) => x.invert(x.start + (i / count) * (right - x.start)));
  const inside = [...fit.knots].filter((knot) => knot > min && knot < max);
  const lambdas = [...new Set([...sampled, ...inside])].sort((a, b) => a - b);
  const weights = new Float64Array(features);
  const add = (lambda: number, at: number) => fit.weightsAt(lambda, weights).forEach((weight, j) => lines[j]?.push([at, y(weight)]));
  if (!endless) add(0, left);
  for (const lambda of lambdas) add(lambda, x(lambda));
  const zero = y(0);
  return lines.map((line) => (line.every(([, at]) => at === zero) ? "" : polylinePath(line)));
}
