import { useLayoutEffect, useRef } from "preact/hooks";
import { formatNumber } from "../../plot/number-format";
import { stopScale } from "../../plot/stop-scale";
import { NumberBox } from "../../ui/number-box";
import { showOnSlider } from "../../ui/stop-slider";

export interface QuantityProps {
  readonly label: string;
  readonly symbol: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** Positions of the slider, as many as of the block's own. */
const positions = 360;

/** A quantity ≥ 0 on a short logarithmic slider with a stop at 0, and in a box that takes any number. */
export function Quantity({ label, symbol, value, min, max, disabled = false, onChange }: QuantityProps) {
  const slider = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLInputElement>(null);
  /** What the box was last given; null where that was read and is to be written anew. */
  const given = useRef<number | null>(null);
  const show = () => {
    if (box.current !== null) box.current.value = String(value);
    given.current = value;
  };
  useLayoutEffect(() => {
    if (slider.current !== null) showOnSlider(slider.current, { value: Math.min(max, value), min, max, text: `${symbol} ${formatNumber(value)}` });
    // Only what is new: training draws the view many times while a number is being typed.
    if (given.current !== value) show();
  });
  const type = (number: number) => {
    given.current = null;
    onChange(number);
  };
  const scale = stopScale({ min, max, range: [0, 1] });
  return (
    <span class="reglab-quantity">
      <span aria-hidden="true">{symbol}</span>
      <input ref={slider} type="range" min={0} max={positions} step={1} aria-label={label} disabled={disabled} onInput={(event) => onChange(scale.invert(Number(event.currentTarget.value) / positions))} />
      <NumberBox label={`${label}: ${symbol}`} input={box} onChange={type} onRefuse={show} />
    </span>
  );
}
