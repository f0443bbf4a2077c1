import { useLayoutEffect, useRef } from "preact/hooks";
import { formatNumber, roundSignificant } from "../../plot/number-format";
import { NumberBox } from "../../ui/number-box";
import { showOnRange, StopRange } from "../../ui/stop-range";

export interface QuantityProps {
  readonly label: string;
  readonly symbol: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** A quantity ≥ 0 on a short logarithmic slider with a stop at 0, which gives three digits, and in a box that takes any number. */
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
    if (slider.current !== null) showOnRange(slider.current, { value: Math.min(max, value), min, max, text: `${symbol} ${formatNumber(value)}` });
    // Only what is new: training draws the view many times while a number is being typed.
    if (given.current !== value) show();
  });
  const type = (number: number) => {
    given.current = null;
    onChange(number);
  };
  return (
    <span class="reglab-quantity">
      <span aria-hidden="true">{symbol}</span>
      {/* With two digits, some steps of the slider would come to the value that it had. */}
      <StopRange label={label} min={min} max={max} input={slider} disabled={disabled} onMove={(number) => onChange(roundSignificant(number))} />
      <NumberBox label={`${label}: ${symbol}`} input={box} onChange={type} onRefuse={show} />
    </span>
  );
}
