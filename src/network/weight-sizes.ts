import type { Architecture } from "./layer";
import { layoutOf } from "./layout";

/** How many weights (biases apart) are exactly 0, not 0 but below 1e-8 in size, and larger. */
export interface WeightSizes {
  readonly total: number;
  readonly zero: number;
  readonly tiny: number;
}

export const tinySize = 1e-8;

export function weightSizes(architecture: Architecture, parameters: Float64Array): WeightSizes {
  let total = 0;
  let zero = 0;
  let tiny = 0;
  eachWeight(architecture, parameters, (weight) => {
    total += 1;
    if (weight === 0) zero += 1;
    else if (Math.abs(weight) < tinySize) tiny += 1;
  });
  return { total, zero, tiny };
}

/** Calls back with every weight, biases apart. */
export function eachWeight(architecture: Architecture, parameters: Float64Array, visit: (weight: number) => void): void {
  for (const { weights, biases } of layoutOf(architecture)) for (let j = weights; j < biases; j += 1) visit(parameters[j] as number);
}
