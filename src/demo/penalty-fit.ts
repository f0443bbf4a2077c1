import { pathOf } from "../compute/paths";
import type { Moments } from "../regression/least-squares";
import { engineScale, noteLambda, type PenaltyName } from "../regression/note-objective";
import type { PenaltyFit } from "./model";

/** The solutions of one penalty on these moments, in the note's scale. `mix` is ρ of the note's elastic-net formula. */
export function penaltyFit(moments: Moments, penalty: PenaltyName, mix: number): PenaltyFit {
  const note = { loss: "squared", penalty, mix } as const;
  const { l1Ratio } = engineScale({ ...note, lambda: 1 });
  const path = pathOf(moments, l1Ratio);
  const noteScale = (lambda: number) => noteLambda({ ...note, lambda });
  return {
    penalty,
    lambdaMax: l1Ratio > 0 ? noteScale(path.lambdaMax) : Infinity,
    knots: penalty === "none" ? new Float64Array(0) : path.knots.map(noteScale),
    // Without a penalty every λ is 0, an infinite one too.
    weightsAt: (lambda, out) => path.coefficientsAt(penalty === "none" ? 0 : engineScale({ ...note, lambda }).lambda, out),
    penaltyOf: (weights) => penaltyValue(weights, penalty, mix),
  };
}

/** Σ|w|, Σw², ρΣ|w| + (1−ρ)Σw² or 0. */
export function penaltyValue(weights: Float64Array, penalty: PenaltyName, mix: number): number {
  if (penalty === "none") return 0;
  const l1Share = penalty === "l1" ? 1 : penalty === "l2" ? 0 : mix;
  let absolutes = 0;
  let squares = 0;
  for (const weight of weights) {
    absolutes += Math.abs(weight);
    squares += weight * weight;
  }
  return l1Share * absolutes + (1 - l1Share) * squares;
}
