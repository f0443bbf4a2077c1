/** Largest absolute value; 0 of an empty vector. */
export function maxAbs(values: Float64Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}

/** aᵀb of two vectors of the same length. */
export function dot(a: Float64Array, b: Float64Array): number {
  // Four sums: they do not wait for each other, and each rounds less than one long sum would.
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
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
