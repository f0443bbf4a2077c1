import type { RefObject } from "preact";

export interface NumberBoxProps {
  readonly label: string;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onChange: (value: number) => void;
  /** Writes the current value back after something that is no number. */
  readonly onRefuse: () => void;
}

/** A box for a number ≥ 0, read when it is left or Enter is pressed; a decimal comma is understood. */
export function NumberBox({ label, input, onChange, onRefuse }: NumberBoxProps) {
  const read = (text: string) => {
    const value = readNumber(text);
    if (value === null) onRefuse();
    else onChange(value);
  };
  return (
    <input
      ref={input}
      type="text"
      class="reglab-number"
      inputMode="decimal"
      autocomplete="off"
      spellcheck={false}
      aria-label={label}
      onChange={(event) => read(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={(event) => {
        if (event.key === "Enter") read(event.currentTarget.value);
      }}
    />
  );
}

export function readNumber(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  // Only as people write it: `Number` alone would also read 0x10, and nothing at all as 0.
  const value = /^[\d.][\de.+-]*$/i.test(plain) ? Number(plain) : NaN;
  return Number.isFinite(value) ? value : null;
}
