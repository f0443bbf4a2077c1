import type { Architecture } from "./layer";
import { type Filter, filtersOf, layoutOf } from "./layout";
import { type Penalty, sharesOf } from "./penalty";

/** argmin ½(w − z)² + threshold·|w|. */
export function softThreshold(z: number, threshold: number): number {
  return z > threshold ? z - threshold : z < -threshold ? z + threshold : 0;
}

/**
 * What the corner of a penalty makes of parameters that a gradient step has moved: argmin Σ(w − z)²/(2ηⱼ) + penalty(w), in place,
 * where ηⱼ is the size of the step that parameter j took: the metric of the optimiser.
 */
export function proximalStep(penalty: Penalty, architecture: Architecture, parameters: Float64Array, sizes: Float64Array): void {
  const { lambda, kind } = penalty;
  if (kind === "group") {
    for (const filter of filtersOf(architecture)) shrinkFilter(parameters, sizes, filter, lambda * Math.sqrt(filter.length + 1));
    return;
  }
  const weight = lambda * sharesOf(penalty).absolute;
  if (weight === 0) return;
  for (const { weights, biases } of layoutOf(architecture)) {
    for (let j = weights; j < biases; j += 1) parameters[j] = softThreshold(parameters[j] as number, weight * (sizes[j] as number));
  }
}

/** Far more than the bracketed Newton steps below ever take. */
const mostRounds = 100;

/**
 * argmin Σ(w − z)²/(2ηⱼ) + weight·‖w‖ over one filter and its bias. It is 0 where ‖z/η‖ ≤ weight; elsewhere wⱼ = zⱼ·s/(s + weight·ηⱼ)
 * with the one length s = ‖w‖ that agrees with itself: Σ(zⱼ/(s + weight·ηⱼ))² = 1. With equal ηⱼ that is s = ‖z‖ − weight·η.
 */
function shrinkFilter(parameters: Float64Array, sizes: Float64Array, { start, length, bias }: Filter, weight: number): void {
  if (weight === 0) return;
  const places = Array.from({ length: length + 1 }, (_, k) => (k < length ? start + k : bias));
  let pull = 0;
  let low = 0;
  let high = 0;
  for (const j of places) {
    const z = parameters[j] as number;
    const size = sizes[j] as number;
    if (z !== 0) pull += (z / size) ** 2;
    high += z * z;
  }
  if (Math.sqrt(pull) <= weight) {
    for (const j of places) parameters[j] = 0;
    return;
  }
  high = Math.sqrt(high);
  // The sum falls and is convex in s, so Newton from the left comes to the root from the left; the bracket guards against rounding.
  let s = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    let value = -1;
    let slope = 0;
    for (const j of places) {
      const base = s + weight * (sizes[j] as number);
      const part = ((parameters[j] as number) / base) ** 2;
      value += part;
      slope -= (2 * part) / base;
    }
    if (value > 0) low = s;
    else high = s;
    const next = s - value / slope;
    const inside = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(inside - s) <= 1e-15 * high || high - low <= 1e-15 * high) break;
    s = inside;
  }
  for (const j of places) parameters[j] = ((parameters[j] as number) * s) / (s + weight * (sizes[j] as number));
}
