import type { Model, PenaltyFit } from "../model";

/** The weights without a penalty; where they would grow without end, those at the smallest λ of the slider. */
export function unpenalised({ endless, lambdaRange }: Pick<Model, "endless" | "lambdaRange">, fit: PenaltyFit): Float64Array {
  return fit.weightsAt(endless ? lambdaRange.min : 0);
}
