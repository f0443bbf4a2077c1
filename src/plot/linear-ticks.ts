import { ticks } from "d3-array";

/** About `count` round values inside [min, max]. */
export function linearTicks(min: number, max: number, count: number): number[] {
  return ticks(min, max, count);
}
