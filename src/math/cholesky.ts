/** A = LLᵀ for a symmetric positive definite A that grows and shrinks by one row and column at a time. */
export interface CholeskyFactor {
  /** Rows of A. */
  size: number;
  /** The lower triangle of L, row after row: row i starts at i(i+1)/2. Longer than needed, so that appending seldom copies. */
  lower: Float64Array;
}

/** `room` is the number of rows that need no copying. */
export function emptyFactor(room = 10): CholeskyFactor {
  return { size: 0, lower: new Float64Array(rowStart(room)) };
}

/**
 * Extends A by the row (`products`, `diagonal`), `products` holding the k entries left of the diagonal. O(k²).
 * @param accept gets the new pivot (what is left of `diagonal` once the other rows have explained their part) and gives the one to
 * keep: itself, a better figure where subtraction has lost its digits, or 0 for "none".
 * @returns false, and leaves the factor as it was, where there is no positive pivot: the row depends on the others.
 */
export function appendRow(factor: CholeskyFactor, products: ArrayLike<number>, diagonal: number, accept = (pivot: number) => pivot): boolean {
  const k = factor.size;
  const row = rowStart(k);
  if (factor.lower.length < rowStart(k + 1)) factor.lower = grown(factor.lower, rowStart(k + 1));
  const { lower } = factor;
  let pivot = diagonal;
  for (let i = 0; i < k; i++) {
    const start = rowStart(i);
    let value = products[i]!;
    for (let t = 0; t < i; t++) value -= lower[start + t]! * lower[row + t]!;
    value /= lower[start + i]!;
    lower[row + i] = value;
    pivot -= value * value;
  }
  pivot = accept(pivot);
  if (!(pivot > 0)) return false;
  lower[row + k] = Math.sqrt(pivot);
  factor.size = k + 1;
  return true;
}

/** Takes row and column `index` out of A by Givens rotations, which lose no accuracy. O(k²). */
export function removeRow(factor: CholeskyFactor, index: number): void {
  const { lower, size } = factor;
  // Without its row, each row below has one entry too many: the rotation of columns (m, m+1) turns that of row m+1 to zero.
  for (let m = index; m < size - 1; m++) {
    let at = rowStart(m + 1) + m;
    const a = lower[at]!;
    const b = lower[at + 1]!;
    const length = Math.sqrt(a * a + b * b);
    const cosine = a / length;
    const sine = b / length;
    lower[at] = length;
    // Row after row, which do not wait for one another.
    for (let r = m + 2; r < size; r++) {
      at += r;
      const left = lower[at]!;
      const right = lower[at + 1]!;
      lower[at] = cosine * left + sine * right;
      lower[at + 1] = cosine * right - sine * left;
    }
  }
  for (let r = index + 1; r < size; r++) lower.copyWithin(rowStart(r - 1), rowStart(r), rowStart(r) + r);
  factor.size = size - 1;
}

/** Solves A·out = rhs. O(k²). `out` may be `rhs`. */
export function solveFactored(factor: CholeskyFactor, rhs: Float64Array, out = new Float64Array(rhs.length)): Float64Array {
  const { lower, size } = factor;
  for (let i = 0, start = 0; i < size; start += ++i) {
    let value = rhs[i]!;
    for (let t = 0; t < i; t++) value -= lower[start + t]! * out[t]!;
    out[i] = value / lower[start + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    const start = rowStart(i);
    const value = out[i]! / lower[start + i]!;
    out[i] = value;
    for (let t = 0; t < i; t++) out[t]! -= lower[start + t]! * value;
  }
  return out;
}

/** The diagonal of A⁻¹. O(k³/6). */
export function inverseDiagonal({ lower, size }: CholeskyFactor): Float64Array {
  const diagonal = new Float64Array(size);
  const column = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    // Column j of L⁻¹ is zero above row j.
    for (let i = j; i < size; i++) {
      const start = rowStart(i);
      let value = i === j ? 1 : 0;
      for (let t = j; t < i; t++) value -= lower[start + t]! * column[t]!;
      value /= lower[start + i]!;
      column[i] = value;
      diagonal[j]! += value * value;
    }
  }
  return diagonal;
}

function rowStart(i: number): number {
  return (i * (i + 1)) / 2;
}

function grown(values: Float64Array, needed: number): Float64Array {
  const larger = new Float64Array(Math.max(needed, 2 * values.length));
  larger.set(values);
  return larger;
}
