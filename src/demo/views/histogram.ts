/** Equal bins on either side of 0, which is none of theirs: exact zeros have a place of their own between them. */
export interface Bins {
  /** Width of a bin, a round number. */
  readonly step: number;
  /** How many bins lie below and above 0. */
  readonly below: number;
  readonly above: number;
}

/** At most `most` bins that hold [low, high]: width 1, 2 or 5 times a power of ten. */
export function binsFor([low, high]: readonly [number, number], most: number): Bins {
  const span = Math.max(high, 0) - Math.min(low, 0);
  const count = (step: number) => ({ step, below: binsUpTo(-low, step), above: binsUpTo(high, step) });
  if (!(span > 0)) return count(1);
  for (let power = Math.floor(Math.log10(span / Math.max(2, most))); ; power += 1) {
    for (const multiple of [1, 2, 5]) {
      const bins = count(Number(`${multiple}e${power}`));
      if (bins.below + bins.above <= Math.max(2, most)) return bins;
    }
  }
}

/** −below … −1 and 1 … above; 0 for an exact zero only. Bin k > 0 holds ((k−1)·step, k·step], the outermost also all beyond. */
export function binOf({ step, below, above }: Bins, weight: number): number {
  if (weight === 0) return 0;
  const bin = Math.max(1, Math.ceil(Number((Math.abs(weight) / step).toPrecision(12))));
  return weight > 0 ? Math.min(above, bin) : -Math.min(below, bin);
}

/** How many weights each bin has, from bin −below to bin above. */
export function countWeights(bins: Bins, weights: ArrayLike<number>, out = new Int32Array(bins.below + bins.above + 1)): Int32Array {
  out.fill(0);
  for (let j = 0; j < weights.length; j += 1) {
    const place = binOf(bins, weights[j] ?? 0) + bins.below;
    out[place] = (out[place] ?? 0) + 1;
  }
  return out;
}

/** The weights that a bin holds, without regard to those beyond: "0.1 to 0.2". */
export function edgesOf({ step }: Bins, bin: number): readonly [number, number] {
  const round = (value: number) => Number((value * step).toPrecision(12));
  return bin > 0 ? [round(bin - 1), round(bin)] : bin < 0 ? [round(bin), round(bin + 1)] : [0, 0];
}

function binsUpTo(value: number, step: number): number {
  return Math.max(1, Math.ceil(Number((value / step).toPrecision(12))));
}
