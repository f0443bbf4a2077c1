import type { Moments } from "../../regression/least-squares";
import { softThreshold } from "../../network/proximal-step";
import { meanSquaredError } from "../mean-squared-error";
import { slopesOf } from "../views/slopes";

/** Three ways to the minimum of MSE + λΣ|w|, and gradient descent on MSE + λΣw². */
export const descentMethods = ["subgradient", "proximal", "coordinate", "l2"] as const;
export type DescentMethod = (typeof descentMethods)[number];

export interface DescentOptions {
  readonly moments: Moments;
  readonly lambda: number;
  /** η. */
  readonly rate: number;
  readonly start: readonly number[];
  readonly steps: number;
}

/** Farther out a descent has gone astray for good; its line ends there. */
const astray = 1e3;

/** The weights after 0, 1, 2 … steps; fewer than asked for where the steps are so large that they lead away. */
export function descend(method: DescentMethod, { moments, lambda, rate, start, steps }: DescentOptions): number[][] {
  const trail = [[...start]];
  for (let step = 0; step < steps; step += 1) {
    const w = trail[step] as number[];
    const next = method === "coordinate" ? coordinateStep(moments, lambda, w, step) : gradientStepOf(method, { moments, lambda, rate }, w);
    if (next.some((weight) => !(Math.abs(weight) < astray))) break;
    trail.push(next);
  }
  return trail;
}

/** MSE + λΣ|w|, or with λΣw² for `l2`. */
export function objectiveOf(method: DescentMethod, moments: Moments, lambda: number, w: ArrayLike<number>): number {
  const weights = Float64Array.from(w);
  return meanSquaredError(moments, weights) + lambda * weights.reduce((sum, weight) => sum + (method === "l2" ? weight * weight : Math.abs(weight)), 0);
}

function gradientStepOf(method: "subgradient" | "proximal" | "l2", { moments, lambda, rate }: Pick<DescentOptions, "moments" | "lambda" | "rate">, w: readonly number[]): number[] {
  const falls = slopesOf(moments, Float64Array.from(w));
  return w.map((weight, j) => {
    const slope = -(falls[j] ?? NaN);
    switch (method) {
      case "subgradient":
        return weight - rate * (slope + lambda * Math.sign(weight));
      case "proximal":
        return softThreshold(weight - rate * slope, rate * lambda);
      case "l2":
        return weight - rate * (slope + 2 * lambda * weight);
    }
  });
}

/** The best value of one weight while the others stand; one weight a step, in turn. */
function coordinateStep(moments: Moments, lambda: number, w: readonly number[], step: number): number[] {
  const j = step % w.length;
  const own = moments.gram.values[j * moments.gram.columns + j] ?? 1;
  const rest = own * (w[j] ?? 0) + (slopesOf(moments, Float64Array.from(w))[j] ?? NaN) / 2;
  return w.map((weight, k) => (k === j ? softThreshold(rest, lambda / 2) / own : weight));
}
