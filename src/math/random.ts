/** A stream of numbers in [0, 1), the same for the same seed on every device. */
export type Random = () => number;

/**
 * xoshiro128** (Blackman & Vigna 2018), its state filled from `seed` by splitmix32; period 2¹²⁸ − 1.
 * Numbers carry 53 random bits. `seed` may be any finite number; its 32 low integer bits count.
 */
export function createRandom(seed: number): Random {
  const next = splitmix32(seed);
  let a = next();
  let b = next();
  let c = next();
  let d = next();
  const bits = () => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  };
  return () => {
    const high = bits() >>> 5;
    const low = bits() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  };
}

/** One draw from the normal distribution with mean 0 and variance 1 (Box & Muller 1958; takes two numbers of the stream). */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** Brings `values` into an order drawn from all with the same chance, in place (Fisher & Yates 1938). */
export function shuffle(values: number[] | Int32Array, random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [values[i], values[other]] = [values[other]!, values[i]!];
  }
}

/** Spreads one seed over as many 32-bit words as are asked for, so that neighbouring seeds give unrelated streams. */
function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = state ^ (state >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return word ^ (word >>> 15);
  };
}
