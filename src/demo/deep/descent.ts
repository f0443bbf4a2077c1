import type { Moments } from "../../regression/least-squares";
import { softThreshold } from "../../network/proximal-step";

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
export function objectiveOf(method: DescentMethod, { gram, correlations, meanSquare }: Moments, lambda: number, w: ArrayLike<number>): number {
  let sum = meanSquare;
  for (let j = 0; j < w.length; j += 1) {
    const weight = w[j] ?? 0;
    let slope = -2 * (correlations[j] ?? 0);
    for (let k = 0; k < w.length; k += 1) slope += (gram.values[j * gram.columns + k] ?? 0) * (w[k] ?? 0);
    sum += weight * slope + lambda * (method === "l2" ? weight * weight : Math.abs(weight));
  }
  return sum;
}

function slopeOf({ gram, correlations }: Moments, w: readonly number[], j: number): number {
  let slope = -(correlations[j] ?? 0);
  w.forEach((weight, k) => (slope += (gram.values[j * gram.columns + k] ?? 0) * weight));
  return 2 * slope;
}

function gradientStepOf(method: "subgradient" | "proximal" | "l2", { moments, lambda, rate }: Pick<DescentOptions, "moments" | "lambda" | "rate">, w: readonly number[]): number[] {
  return w.map((weight, j) => {
    const slope = slopeOf(moments, w, j);
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
  const rest = own * (w[j] ?? 0) - slopeOf(moments, w, j) / 2;
  return w.map((weight, k) => (k === j ? softThreshold(rest, lambda / 2) / own : weight));
}
