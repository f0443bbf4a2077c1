import type { RefObject } from "preact";
import type { Words } from "../../language/language";
import { formatNumber } from "../../plot/number-format";

/** The pair's two weights in numbers, and in words which of them is zero. */
export function PairReadout({ row }: { row: RefObject<HTMLDivElement | null> }) {
  return <div ref={row} class="reglab-readout"><span /> <span /></div>;
}

interface Shown {
  readonly a: number;
  readonly b: number;
  readonly names: readonly [string, string];
  readonly words: Words["demo"]["geometry"];
}

export function showPair(row: HTMLElement, { a, b, names, words }: Shown): void {
  const [values, zero] = row.children;
  const reading = `${names[0]} = ${formatNumber(a)}, ${names[1]} = ${formatNumber(b)}`;
  if (values) values.textContent = reading;
  if (zero) zero.textContent = a === 0 && b === 0 ? words.corners : a === 0 ? words.corner(names[0]) : b === 0 ? words.corner(names[1]) : "";
}
