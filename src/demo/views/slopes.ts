import { engineScale, type PenaltyName } from "../../regression/note-objective";
import { certificate } from "../../regression/certificate";
import type { LeastSquares, Moments } from "../../regression/least-squares";
import type { ClassProblem } from "../classes/class-problem";
import type { Model } from "../model";
import { l1Share } from "./shrinkage";

/** (2/n)xⱼᵀr for each feature (p): how fast the MSE falls as weight j grows. From the moments: 2(c − Gw). */
export function slopesOf({ gram: { values, columns }, correlations }: Moments, weights: Float64Array, out: Float64Array = new Float64Array(columns)): Float64Array {
  out.set(correlations);
  for (let k = 0; k < columns; k += 1) {
    const weight = weights[k] ?? 0;
    if (weight === 0) continue;
    for (let j = 0; j < columns; j += 1) out[j] = (out[j] ?? 0) - weight * (values[k * columns + j] ?? 0);
  }
  for (let j = 0; j < columns; j += 1) out[j] = 2 * (out[j] ?? 0);
  return out;
}

/** How fast the loss of a model falls as each weight grows (p): for classes (1/n)xⱼᵀ(y − p̂), half of what it would be for the MSE. */
export function lossSlopes({ classes, moments }: Pick<Model, "classes" | "moments">, weights: Float64Array, out: Float64Array): Float64Array {
  return classes === undefined ? slopesOf(moments, weights, out) : classes.measures.slopes(weights, out);
}

/** What holds a slope up: λρ, which a weight of 0 can lean on too, and 2λ(1−ρ)|w|, which needs a weight. */
export interface Hold {
  readonly bound: number;
  readonly ridge: number;
}

export function holdOf({ penalty, lambda, mix }: { penalty: PenaltyName; lambda: number; mix: number }, weight: number): Hold {
  if (penalty === "none") return { bound: 0, ridge: 0 };
  const rho = l1Share(penalty, mix);
  return { bound: lambda * rho, ridge: 2 * lambda * (1 - rho) * Math.abs(weight) };
}

export interface Gap {
  /** Loss + λ·penalty. */
  readonly objective: number;
  /** At most so much lower can the objective be with any other weights. */
  readonly gap: number;
  /** How far the slopes are from what they have to be. */
  readonly violation: number;
}

/** The engine's certificate in the note's scale. Squared loss: the engine's objective is half the note's. */
export function gapOf(problem: LeastSquares, weights: Float64Array, at: { penalty: PenaltyName; lambda: number; mix: number }): Gap {
  const { objective, dualityGap, kktResidual } = certificate(problem, weights, engineScale({ loss: "squared", ...at }));
  return { objective: 2 * objective, gap: 2 * dualityGap, violation: 2 * kktResidual };
}

/** The same for classes, where the note's objective is the engine's. */
export function classGapOf({ measures, loss }: ClassProblem, weights: Float64Array, at: { penalty: PenaltyName; lambda: number; mix: number }): Gap {
  const { objective, dualityGap } = measures.gap(weights, engineScale({ loss, ...at }));
  const violation = measures.slopes(weights, new Float64Array(weights.length)).reduce((largest, slope, j) => {
    const weight = weights[j] ?? 0;
    const { bound, ridge } = holdOf(at, weight);
    const own = weight === 0 ? Math.max(0, Math.abs(slope) - bound) : Math.abs(slope - Math.sign(weight) * (bound + ridge));
    return Math.max(largest, own);
  }, 0);
  return { objective, gap: dualityGap, violation };
}
