import type { Matrix } from "./matrix";
import { maxAbs, notFinite } from "./vector";

/** A = QΛQᵀ of a symmetric A. */
export interface SymmetricEigen {
  /** n, ascending. */
  readonly values: Float64Array;
  /** n×n, Q: column m is the unit eigenvector of `values[m]`. */
  readonly vectors: Matrix;
}

/** How far rounding moves the eigenvalues of a matrix: 4·n·ε times the largest of them. Those up to it may be 0. */
export function eigenvalueRounding(values: Float64Array): number {
  return 4 * values.length * Number.EPSILON * maxAbs(values);
}

/** QL with Wilkinson-like shifts needs about two steps for each value; far more means that the input was not finite. */
const maxSteps = 60;

/**
 * All eigenvalues and eigenvectors of a symmetric n×n matrix: Householder tridiagonalisation, then QL with implicit shifts
 * (Golub & Van Loan 2013, §8.3; the EISPACK pair tred2, tql2). Errors are of the order of machine precision times the largest
 * |eigenvalue|. O(n³). Only the lower triangle is read.
 * @throws RangeError where the matrix is not square or not finite.
 */
export function symmetricEigen(matrix: Matrix): SymmetricEigen {
  const n = matrix.rows;
  if (matrix.columns !== n) throw new RangeError(`matrix: ${n}×${matrix.columns} is not square`);
  if (notFinite(matrix.values) >= 0) throw new RangeError("matrix: a value is not finite");
  // With values about 1 no square overflows, and one that vanishes is negligible. A power of two changes no digit.
  const size = maxAbs(matrix.values);
  const scale = size > 0 ? 2 ** Math.min(1000, -Math.round(Math.log2(size))) : 1;
  const { diagonal, offDiagonal, vectors } = tridiagonalize(matrix, scale);
  diagonalize(diagonal, offDiagonal, vectors);
  for (let i = 0; i < n; i++) diagonal[i]! /= scale;
  return ascending(diagonal, vectors, n);
}

interface Tridiagonal {
  diagonal: Float64Array;
  /** Entry i couples rows i and i+1. */
  offDiagonal: Float64Array;
  /** The orthogonal Q with A = QTQᵀ, columns one after another. */
  vectors: Float64Array;
}

/** A · scale = QTQᵀ with T tridiagonal: column k is emptied below its subdiagonal by the reflection H = I − τvvᵀ, for k = 0 … n−3. */
function tridiagonalize(matrix: Matrix, scale: number): Tridiagonal {
  const n = matrix.rows;
  const a = lowerAsFull(matrix, scale);
  const diagonal = new Float64Array(n);
  const offDiagonal = new Float64Array(n);
  const taus = new Float64Array(n);
  const product = new Float64Array(n);
  for (let k = 0; k < n - 1; k++) {
    diagonal[k] = a[k * n + k]!;
    const v = a.subarray(k * n, (k + 1) * n);
    const { tau, head } = reflect(v, k + 1);
    offDiagonal[k] = head;
    taus[k] = tau;
    if (tau !== 0) applyFromBothSides({ a, n, first: k + 1, v, tau, product });
  }
  if (n > 0) diagonal[n - 1] = a[n * n - 1]!;
  return { diagonal, offDiagonal, vectors: accumulate(a, taus, n) };
}

/** Turns v[first…] into a Householder vector with leading entry 1 that maps it onto (head, 0, …, 0). */
function reflect(v: Float64Array, first: number): { tau: number; head: number } {
  const n = v.length;
  const lead = v[first]!;
  let sum = 0;
  for (let i = first + 1; i < n; i++) sum += v[i]! * v[i]!;
  if (sum === 0) return { tau: 0, head: lead };
  const length = Math.sqrt(sum + lead * lead);
  const head = lead > 0 ? -length : length;
  const rest = lead - head;
  for (let i = first + 1; i < n; i++) v[i]! /= rest;
  v[first] = 1;
  return { tau: -rest / head, head };
}

/** A ← HAH on the block from `first` on, as the rank-two update A − vwᵀ − wvᵀ with w = τAv − (τ²/2)(vᵀAv)v. */
function applyFromBothSides(block: { a: Float64Array; n: number; first: number; v: Float64Array; tau: number; product: Float64Array }): void {
  const { a, n, first, v, tau, product: w } = block;
  let inner = 0;
  for (let i = first; i < n; i++) {
    let sum = 0;
    for (let j = first; j < n; j++) sum += a[i * n + j]! * v[j]!;
    w[i] = tau * sum;
    inner += w[i]! * v[i]!;
  }
  for (let i = first; i < n; i++) w[i]! -= 0.5 * tau * inner * v[i]!;
  for (let i = first; i < n; i++) {
    const vi = v[i]!;
    const wi = w[i]!;
    for (let j = first; j < n; j++) a[i * n + j]! -= vi * w[j]! + wi * v[j]!;
  }
}

/** Q = H₀H₁…H_{n−3}; the vectors v stand in the columns of `a`. Backwards, so that only the block that has filled up is touched. */
function accumulate(a: Float64Array, taus: Float64Array, n: number): Float64Array {
  const q = new Float64Array(n * n);
  for (let i = 0; i < n; i++) q[i * n + i] = 1;
  for (let k = n - 2; k >= 0; k--) {
    const tau = taus[k]!;
    if (tau === 0) continue;
    const v = k * n;
    for (let j = k + 1; j < n; j++) {
      let sum = 0;
      for (let i = k + 1; i < n; i++) sum += a[v + i]! * q[j * n + i]!;
      for (let i = k + 1; i < n; i++) q[j * n + i]! -= tau * sum * a[v + i]!;
    }
  }
  return q;
}

/** Turns T into its eigenvalues (in `d`) and Q into the eigenvectors, by QL steps with implicit shifts. */
function diagonalize(d: Float64Array, e: Float64Array, q: Float64Array): void {
  const n = d.length;
  // Against the whole matrix: where many eigenvalues are zero, their neighbours are rounding and nothing to measure by.
  const negligible = Number.EPSILON * Math.max(maxAbs(d), maxAbs(e));
  for (let l = 0; l < n; l++) {
    for (let step = 0; ; step++) {
      let m = l;
      while (m < n - 1 && Math.abs(e[m]!) > negligible) m++;
      if (m === l) break;
      if (step === maxSteps) throw new RangeError("matrix: the eigenvalues do not settle");
      qlStep({ d, e, q, l, m });
    }
  }
}

/** One QL step on the block l … m of T, chasing the bulge upwards from row m. */
function qlStep({ d, e, q, l, m }: { d: Float64Array; e: Float64Array; q: Float64Array; l: number; m: number }): void {
  const n = d.length;
  const half = (d[l + 1]! - d[l]!) / (2 * e[l]!);
  const root = Math.sqrt(half * half + 1);
  let bulge = d[m]! - d[l]! + e[l]! / (half + (half < 0 ? -root : root));
  let sine = 1;
  let cosine = 1;
  let shift = 0;
  for (let i = m - 1; i >= l; i--) {
    const f = sine * e[i]!;
    const b = cosine * e[i]!;
    const length = Math.sqrt(f * f + bulge * bulge);
    e[i + 1] = length;
    if (length === 0) {
      // The block has split by itself: take the shift back and start again.
      d[i + 1]! -= shift;
      e[m] = 0;
      return;
    }
    sine = f / length;
    cosine = bulge / length;
    const lifted = d[i + 1]! - shift;
    const turn = (d[i]! - lifted) * sine + 2 * cosine * b;
    shift = sine * turn;
    d[i + 1] = lifted + shift;
    bulge = cosine * turn - b;
    rotateColumns(q, { n, i, sine, cosine });
  }
  d[l]! -= shift;
  e[l] = bulge;
  e[m] = 0;
}

function rotateColumns(q: Float64Array, { n, i, sine, cosine }: { n: number; i: number; sine: number; cosine: number }): void {
  const left = i * n;
  const right = left + n;
  for (let k = 0; k < n; k++) {
    const a = q[left + k]!;
    const b = q[right + k]!;
    q[right + k] = sine * a + cosine * b;
    q[left + k] = cosine * a - sine * b;
  }
}

/** Orders by exchanging columns, which costs next to nothing beside what has gone before. */
function ascending(values: Float64Array, vectors: Float64Array, n: number): SymmetricEigen {
  for (let to = 0; to < n - 1; to++) {
    let least = to;
    for (let m = to + 1; m < n; m++) if (values[m]! < values[least]!) least = m;
    if (least === to) continue;
    [values[to], values[least]] = [values[least]!, values[to]!];
    for (let i = to * n, j = least * n; i < (to + 1) * n; i++, j++) [vectors[i], vectors[j]] = [vectors[j]!, vectors[i]!];
  }
  return { values, vectors: { values: vectors, rows: n, columns: n } };
}

function lowerAsFull({ values, rows: n }: Matrix, scale: number): Float64Array {
  const full = new Float64Array(n * n);
  for (let j = 0; j < n; j++) for (let i = j; i < n; i++) full[i * n + j] = full[j * n + i] = values[j * n + i]! * scale;
  return full;
}
