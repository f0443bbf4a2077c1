import { stopScale } from "./stop-scale";

/** `value` moved by a share of the scale, halting at both ends of the gap: from the smallest value down to 0 and back up is one step. */
export function stepValue(value: number, step: number, { min, max }: { readonly min: number; readonly max: number }): number {
  const scale = stopScale({ min, max, range: [0, 1] });
  const from = scale(value);
  const to = from + step;
  if (from < scale.start) return step > 0 ? min : 0;
  if (to < scale.start) return from > scale.start ? min : 0;
  return scale.invert(to);
}
