import { stopScale } from "../plot/stop-scale";
import { StopRange, type StopRangeProps } from "./stop-range";

export interface StopSliderProps extends Omit<StopRangeProps, "class" | "disabled"> {
  readonly ticks: readonly number[];
  readonly formatTick: (value: number) => string;
  /** A value worth finding back, marked on the track. */
  readonly mark?: number;
}

/** A `StopRange` with a scale. */
export function StopSlider({ label, min, max, ticks, formatTick, mark, input, onMove }: StopSliderProps) {
  const scale = stopScale({ min, max, range: [0, 1] });
  const at = (value: number) => ({ left: `${(scale(value) * 100).toFixed(2)}%` });
  return (
    <div class="reglab-slider">
      <div class="reglab-slider-track" aria-hidden="true">
        <span class="reglab-slider-line" style={{ left: `${(scale.start * 100).toFixed(2)}%` }} />
        <span class="reglab-slider-stop" />
        {mark !== undefined && <span class="reglab-slider-mark" style={at(mark)} />}
        {[0, ...ticks].map((tick, i) => <span key={tick} class={`reglab-slider-tick ${ticks.length > 2 && i % 2 === 1 ? "is-spare" : ""}`} style={at(tick)}>{formatTick(tick)}</span>)}
      </div>
      <StopRange label={label} min={min} max={max} input={input} class="reglab-range" onMove={onMove} />
    </div>
  );
}
