import { builtIn } from "../../data/built-in";
import type { Examples } from "../../network/gradient";

/** Pixels along a side, and the darkest ink. */
export const [side, ink] = [8, 16];

export interface DigitExamples {
  readonly training: Examples;
  /** Never trained on. */
  readonly test: Examples;
}

/** Of each digit every third is for testing. */
const everyForTest = 3;
let read: DigitExamples | undefined;

/** The built-in digits, pixels from 0 to 1: two thirds for training, one for testing. */
export function digitExamples(): DigitExamples {
  if (read !== undefined) return read;
  const { columns, rows } = builtIn("digits");
  const pixels = columns.slice(0, side * side);
  const labels = columns.at(-1)?.values ?? new Float64Array(0);
  const seen = new Int32Array(10);
  const [training, test]: [number[], number[]] = [[], []];
  for (let i = 0; i < rows; i += 1) {
    const digit = labels[i] as number;
    seen[digit] = (seen[digit] ?? 0) + 1;
    ((seen[digit] ?? 0) % everyForTest === 0 ? test : training).push(i);
  }
  const take = (chosen: readonly number[]): Examples => ({
    pictures: Float64Array.from(chosen.flatMap((i) => pixels.map(({ values }) => (values[i] ?? 0) / ink))),
    labels: Uint8Array.from(chosen, (i) => labels[i] ?? 0),
  });
  read = { training: take(training), test: take(test) };
  return read;
}
