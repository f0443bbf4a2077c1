/** Largest absolute value; 0 of an empty vector. */
export function maxAbs(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  return largest;
}

/** The sum of the values. */
export function sum(values: Float64Array): number {
  // Four sums, as in `dot`.
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const length = values.length;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    s0 += values[i]!;
    s1 += values[i + 1]!;
    s2 += values[i + 2]!;
    s3 += values[i + 3]!;
  }
  for (; i < length; i++) s0 += values[i]!;
  return s0 + s1 + (s2 + s3);
}

/** Index of the first value that is NaN or infinite; −1 where there is none. */
export function notFinite(values: Float64Array): number {
  // One such value shows in the sum; a sum that overflows by itself is looked at closely.
  if (Number.isFinite(sum(values))) return -1;
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i]!)) return i;
  return -1;
}

/**
 * Σ(x − x₀) and Σ(x − x₀)² of `length` values from `at` on, x₀ the first: where it lies near the others, one pass loses no digits. NaN
 * or Infinity where a value is not finite.
 */
export function sumsLessFirst(values: Float64Array, at: number, length: number): { sum: number; squares: number } {
  const first = values[at]!;
  // Sums in pairs do not wait for each other.
  let s0 = 0;
  let s1 = 0;
  let q0 = 0;
  let q1 = 0;
  let i = at;
  for (; i + 1 < at + length; i += 2) {
    const even = values[i]! - first;
    const odd = values[i + 1]! - first;
    s0 += even;
    s1 += odd;
    q0 += even * even;
    q1 += odd * odd;
  }
  if (i < at + length) {
    const last = values[i]! - first;
    s0 += last;
    q0 += last * last;
  }
  return { sum: s0 + s1, squares: q0 + q1 };
}

/** aᵀb of two vectors of the same length. */
export function dot(a: Float64Array, b: Float64Array): number {
  // Four sums: they do not wait for each other, and each rounds less than one long sum would.
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const length = a.length;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (; i < length; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + (s2 + s3);
}

/** target += scale · values. */
export function addScaled(target: Float64Array, scale: number, values: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i]! += scale * values[i]!;
}

/** Gives vectors of zeros, none of which shares a value with another. Several may share one buffer. */
export type Memory = (length: number) => Float64Array<ArrayBuffer>;

/** Values of a piece that vectors are cut from: larger ones go through more memory than caches hold before any is free again. */
const pieceLength = 1024;

/** Cuts vectors from pieces of memory, the first of which has `room` for so many values: by itself a short array takes longer to make than to fill. */
export function memory(room = pieceLength): Memory {
  let piece = new ArrayBuffer(8 * room);
  let left = room;
  return (length) => {
    if (left < length) {
      if (length > pieceLength / 4) return new Float64Array(length);
      piece = new ArrayBuffer(8 * pieceLength);
      left = pieceLength;
    }
    left -= length;
    return new Float64Array(piece, 8 * left, length);
  };
}
