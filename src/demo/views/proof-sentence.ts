import { formatNumber } from "../../plot/number-format";
import type { Solution } from "../frames";
import type { Scene } from "../scene";
import { holdOf } from "./slopes";

/** Digits beyond which two numbers that are not equal are not told apart any more. */
const mostDigits = 8;

/** Why a feature's weight is what it is: "sex is 0 because 0.11 ≤ 0.2." */
export function becauseOf({ model, words: { proof: say } }: Scene, { fit: { penalty }, lambda, weights }: Solution, slopes: Float64Array, feature: number): string {
  const name = model.features[feature] ?? "";
  const weight = weights[feature] ?? 0;
  const size = Math.abs(slopes[feature] ?? 0);
  const { bound, ridge } = holdOf({ penalty, lambda, mix: model.mix }, weight);
  const written = { feature: name, weight: formatNumber(weight), slope: formatNumber(size), bound: formatNumber(bound), ridge: formatNumber(ridge) };
  if (penalty === "none" || lambda === 0) return say.free(written);
  if (weight === 0) return say.zero({ ...written, ...apart(size, bound) });
  if (bound === 0) return say.ridge(written);
  return ridge === 0 ? say.kept(written) : say.keptBoth(written);
}

/** Both numbers with as many digits as it takes to see which is the smaller. */
function apart(slope: number, bound: number): { slope: string; bound: string } {
  for (let digits = 3; ; digits += 1) {
    const written = { slope: formatNumber(slope, digits), bound: formatNumber(bound, digits) };
    if (written.slope !== written.bound || digits >= mostDigits) return written;
  }
}

/** The feature that a panel speaks of while none is marked: the zero that is nearest to its bound, else the largest weight. */
export function tellingFeature(weights: Float64Array, slopes: Float64Array): number {
  let [zero, kept] = [-1, 0];
  weights.forEach((weight, j) => {
    if (weight === 0 && (zero < 0 || Math.abs(slopes[j] ?? 0) > Math.abs(slopes[zero] ?? 0))) zero = j;
    if (Math.abs(weight) > Math.abs(weights[kept] ?? 0)) kept = j;
  });
  return zero < 0 ? kept : zero;
}
