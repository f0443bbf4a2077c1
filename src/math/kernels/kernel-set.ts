import type { Arena } from "./arena";

/**
 * Loops that carry the weight of the computations, over an arena. Arguments named after arrays are places (byte offsets) in it;
 * numbers are f64. A panel is a column-major matrix whose columns start `stride` elements apart, `stride` a multiple of 8 (`strideOf`),
 * with zeros below its last row, so that no loop has a remainder; for `gram`, `shift` and `times` an even one will do.
 */
export interface Kernels {
  readonly kind: KernelKind;
  readonly arena: Arena;
  /** aᵀb. */
  dot(a: number, b: number, length: number): number;
  /** y += scale·x. */
  axpy(scale: number, x: number, y: number, length: number): void;
  /** Takes shifts[j] from the first `length` (an even number) of column j of a panel; `sums` gets what they add up to then. */
  shift(x: number, length: number, columns: number, stride: number, shifts: number, sums: number): void;
  /** out += X·w; `out` has `stride` elements. */
  times(x: number, stride: number, columns: number, weights: number, out: number): void;
  /** Xᵀr for `count` residuals (a panel of the same stride); `out` gets `columns` products for each. Where the stride is only even, X and the one residual are followed by two numbers, which are 0 for the residual. */
  transposeTimes(x: number, stride: number, columns: number, residuals: number, count: number, out: number): void;
  /** vᵀx for `count` (a multiple of 4) columns whose places are in `list` (uint32); `length` is a multiple of 4. They are added to `out`. */
  listProducts(list: number, count: number, vector: number, length: number, out: number): void;
  /** out += Σ weights[i]·x for such columns. */
  listTimes(list: number, count: number, weights: number, length: number, out: number): void;
  /** XᵀX is added to the entries (i, j), i ≤ j, of `out`, at i·columns + j. What happens to the others is not defined. */
  gram(x: number, stride: number, columns: number, out: number): void;
  /** Solves L·z = rhs in place, L as in `CholeskyFactor`: row i starts at i(i+1)/2. */
  solveLower(lower: number, size: number, rhs: number): void;
  /** Solves Lᵀ·z = rhs in place. */
  solveUpper(lower: number, size: number, rhs: number): void;
  /**
   * Rounds columns of `length` numbers (a multiple of 4), one after the other, to int16 (`out`, `stride` apart): column ≈ scale·integers.
   * `records` (3 × `capacity` f64) gets scale, bound on ‖column − scale·integers‖, bound on ‖column‖, column after column, each kind
   * after the one before; `products` gets columnᵀtarget. Integers are so small that no sum of products of two columns leaves 32 bits.
   * For up to four million rows.
   * Where `rows` is not 0, all this is about the column centred and scaled, of which the first `rows` numbers count: those past them
   * repeat the first, and are 0 in the target. `products` (3 × `capacity` then) also gets its mean less its first number, and
   * Σ(x − mean)²: where that has lost its digits, so has all the rest.
   */
  quantise(x: number, length: number, columns: number, rows: number, stride: number, out: number, records: number, capacity: number, target: number, products: number): void;
  /**
   * For each of `columns` (a multiple of 4) quantised columns x and `count` quantised residuals r: a bound on |xᵀr|, which holds
   * whatever was lost in rounding, with the sign of xᵀr as far as that is known. `records` has the capacity `columns`,
   * `residualRecords` has the capacity `count`; `out` gets `columns` bounds for each residual.
   */
  screen(x: number, stride: number, columns: number, records: number, residuals: number, count: number, residualRecords: number, out: number): void;
}

/** `simd` is WebAssembly, `scalar` its twin in TypeScript: the same results up to rounding. */
export type KernelKind = "simd" | "scalar";

/** Rows of a panel with so many rows of data. */
export function strideOf(rows: number): number {
  return Math.ceil(rows / 8) * 8;
}
