import type { RefObject } from "preact";
import { stopScale } from "../plot/stop-scale";

/** Finer than a pixel on most screens; one arrow key is about two percent. */
const steps = 360;

export interface StopSliderProps {
  readonly label: string;
  /** Ends of the logarithmic part; 0 has a stop of its own below. */
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  readonly formatTick: (value: number) => string;
  /** A value worth finding back, marked on the track. */
  readonly mark?: number;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onMove: (value: number) => void;
}

function scaleOf(min: number, max: number) {
  return stopScale({ min, max, range: [0, 1] });
}

/** A native range input: focus, keys, touch and screen readers come with it. Its position is written from outside by `showOnSlider`. */
export function StopSlider({ label, min, max, ticks, formatTick, mark, input, onMove }: StopSliderProps) {
  const scale = scaleOf(min, max);
  const at = (value: number) => ({ left: `${(scale(value) * 100).toFixed(2)}%` });
  return (
    <div class="reglab-slider">
      <div class="reglab-slider-track" aria-hidden="true">
        <span class="reglab-slider-line" style={{ left: `${(scale.start * 100).toFixed(2)}%` }} />
        <span class="reglab-slider-stop" />
        {mark !== undefined && <span class="reglab-slider-mark" style={at(mark)} />}
        {[0, ...ticks].map((tick, i) => <span key={tick} class={`reglab-slider-tick ${ticks.length > 2 && i % 2 === 1 ? "is-spare" : ""}`} style={at(tick)}>{formatTick(tick)}</span>)}
      </div>
      <input
        ref={input}
        type="range"
        class="reglab-range"
        min={0}
        max={steps}
        step={1}
        aria-label={label}
        onInput={(event) => onMove(scale.invert(Number(event.currentTarget.value) / steps))}
      />
    </div>
  );
}

export function showOnSlider(input: HTMLInputElement, { value, min, max, text }: { value: number; min: number; max: number; text: string }): void {
  const position = String(Math.round(scaleOf(min, max)(value) * steps));
  if (input.value !== position) input.value = position;
  input.setAttribute("aria-valuetext", text);
}
