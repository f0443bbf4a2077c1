import type { Architecture } from "./layer";
import { filtersOf, layoutOf } from "./layout";

/**
 * What is added to the mean cross-entropy, in the note's scale (`weights` are all but the biases):
 * `l2` λΣw², as a part of the loss; `decay` nothing: each step shrinks the weights by ηλ, apart from the loss (Loshchilov, Hutter
 * 2019); `l1` λΣ|w|; `elastic` λ(ρΣ|w| + (1−ρ)Σw²); `group` λΣ√m‖f‖ over the filters f, of m numbers with their bias.
 */
export type NetworkPenalty = "none" | "l2" | "decay" | "l1" | "group" | "elastic";

export const networkPenalties = ["none", "l2", "decay", "l1", "group", "elastic"] as const satisfies readonly NetworkPenalty[];

export interface Penalty {
  readonly kind: NetworkPenalty;
  readonly lambda: number;
  /** ρ of the elastic net. */
  readonly mix: number;
}

/** The share of λ that falls to Σ|w|, and to Σw² in the loss. */
export function sharesOf({ kind, mix }: Penalty): { readonly absolute: number; readonly square: number } {
  if (kind === "elastic") return { absolute: mix, square: 1 - mix };
  return { absolute: kind === "l1" ? 1 : 0, square: kind === "l2" ? 1 : 0 };
}

/** What a penalty adds to the loss, its λ included. */
export function penaltyValue(penalty: Penalty, architecture: Architecture, parameters: Float64Array): number {
  const { lambda, kind } = penalty;
  if (kind === "group") {
    let sum = 0;
    for (const { start, length, bias } of filtersOf(architecture)) {
      let squares = (parameters[bias] ?? 0) ** 2;
      for (let j = start; j < start + length; j += 1) squares += (parameters[j] ?? 0) ** 2;
      sum += Math.sqrt((length + 1) * squares);
    }
    return lambda * sum;
  }
  const { absolute, square } = sharesOf(penalty);
  let sum = 0;
  for (const { weights, biases } of layoutOf(architecture)) {
    for (let j = weights; j < biases; j += 1) {
      const w = parameters[j] ?? 0;
      sum += absolute * Math.abs(w) + square * w * w;
    }
  }
  return lambda * sum;
}

/** Adds the slope of the part that has one everywhere, Σw²; what has a corner at 0 is left to the proximal step. */
export function addSmoothSlope(penalty: Penalty, architecture: Architecture, parameters: Float64Array, gradient: Float64Array): void {
  const factor = 2 * penalty.lambda * sharesOf(penalty).square;
  if (factor === 0) return;
  for (const { weights, biases } of layoutOf(architecture)) {
    for (let j = weights; j < biases; j += 1) gradient[j] = (gradient[j] as number) + factor * (parameters[j] as number);
  }
}
