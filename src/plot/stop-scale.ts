import type { Scale } from "./linear-scale";

/** A logarithmic scale from `min` to `max` with a stop of its own for 0, which no logarithm reaches. */
export interface StopScale extends Scale {
  /** Where the logarithmic part begins. */
  readonly start: number;
}

export interface StopScaleOptions {
  readonly min: number;
  readonly max: number;
  readonly range: readonly [number, number];
  /** Share of the range between the stop and `min`. */
  readonly gap?: number;
}

/**
 * 0 maps to the start of the range, [min, max] logarithmically to the part behind the gap; values beyond either end are pinned.
 * Inside the gap the nearer end is meant, so that a pointer finds the stop without precision.
 */
export function stopScale({ min, max, range: [r0, r1], gap = 0.07 }: StopScaleOptions): StopScale {
  const start = r0 + (r1 - r0) * gap;
  const decades = Math.log(max / min);
  const scale = (value: number) => {
    if (!(value > 0)) return r0;
    if (value <= min) return start;
    return value >= max ? r1 : start + ((r1 - start) * Math.log(value / min)) / decades;
  };
  const invert = (position: number) => {
    const share = (position - start) / (r1 - start);
    if (share <= 0) return Math.abs(position - r0) < Math.abs(position - start) || (position - r0) / (r1 - r0) < 0 ? 0 : min;
    return share >= 1 ? max : min * Math.exp(share * decades);
  };
  return Object.assign(scale, { invert, start });
}
