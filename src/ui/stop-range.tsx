import type { RefObject, TargetedKeyboardEvent } from "preact";
import { stopScale } from "../plot/stop-scale";
import { sliderKey } from "./slider-keys";

/** Finer than a pixel on most screens; one arrow key is about two percent of the value. */
const steps = 360;

export interface StopRangeProps {
  readonly label: string;
  /** Ends of the logarithmic part; 0 has a stop of its own below. */
  readonly min: number;
  readonly max: number;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly class?: string;
  readonly disabled?: boolean;
  readonly onMove: (value: number) => void;
}

function scaleOf(min: number, max: number) {
  return stopScale({ min, max, range: [0, 1] });
}

/** A native range input: focus, keys, touch and screen readers come with it. Its position is written from outside by `showOnRange`. */
export function StopRange({ label, min, max, input, class: name, disabled = false, onMove }: StopRangeProps) {
  const scale = scaleOf(min, max);
  const shareOf = ({ value }: HTMLInputElement) => Number(value) / steps;
  /** From either end of the gap a key leads to the other: where it would stand in between, it would be brought back. */
  const cross = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const key = sliderKey(event);
    const share = shareOf(event.currentTarget);
    if (key === null || !("by" in key) || share > scale.start || (share === 0) !== (key.by > 0)) return;
    event.preventDefault();
    onMove(share === 0 ? min : 0);
  };
  return <input ref={input} type="range" class={name} min={0} max={steps} step={1} aria-label={label} disabled={disabled} onKeyDown={cross} onInput={(event) => onMove(scale.invert(shareOf(event.currentTarget)))} />;
}

export function showOnRange(input: HTMLInputElement, { value, min, max, text }: { value: number; min: number; max: number; text: string }): void {
  const position = String(Math.round(scaleOf(min, max)(value) * steps));
  if (input.value !== position) input.value = position;
  input.setAttribute("aria-valuetext", text);
}
