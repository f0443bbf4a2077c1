/** Columns of `stride` elements each, from element `at` on. */
export interface Panel {
  readonly at: number;
  readonly stride: number;
  readonly columns: number;
}

export function dot(m: Float64Array, a: number, b: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    s0 += m[a + i]! * m[b + i]!;
    s1 += m[a + i + 1]! * m[b + i + 1]!;
    s2 += m[a + i + 2]! * m[b + i + 2]!;
    s3 += m[a + i + 3]! * m[b + i + 3]!;
  }
  for (; i < length; i++) s0 += m[a + i]! * m[b + i]!;
  return s0 + s1 + (s2 + s3);
}

export function axpy(m: Float64Array, scale: number, x: number, y: number, length: number): void {
  for (let i = 0; i < length; i++) m[y + i]! += scale * m[x + i]!;
}

export function shift(m: Float64Array, { at, stride, columns }: Panel, own: { length: number; shifts: number; sums: number }): void {
  for (let j = 0; j < columns; j++) {
    const x = at + j * stride;
    const taken = m[own.shifts + j]!;
    // Two sums do not wait for each other.
    let even = 0;
    let odd = 0;
    for (let i = x; i < x + own.length; i += 2) {
      even += m[i] = m[i]! - taken;
      odd += m[i + 1] = m[i + 1]! - taken;
    }
    m[own.sums + j] = even + odd;
  }
}

/** Four columns at a time: one pass over `out` serves them all. */
export function times(m: Float64Array, { at, stride, columns }: Panel, weights: number, out: number): void {
  let j = 0;
  for (; j + 3 < columns; j += 4) {
    const a = at + j * stride;
    const b = a + stride;
    const c = a + 2 * stride;
    const d = a + 3 * stride;
    const wa = m[weights + j]!;
    const wb = m[weights + j + 1]!;
    const wc = m[weights + j + 2]!;
    const wd = m[weights + j + 3]!;
    for (let i = 0; i < stride; i++) m[out + i]! += wa * m[a + i]! + wb * m[b + i]! + (wc * m[c + i]! + wd * m[d + i]!);
  }
  for (; j < columns; j++) axpy(m, m[weights + j]!, at + j * stride, out, stride);
}

export function transposeTimes(m: Float64Array, x: Panel, residuals: Panel, out: number): void {
  m.fill(0, out, out + x.columns * residuals.columns);
  for (let q = 0; q < residuals.columns; q += 2) {
    const a = residuals.at + q * x.stride;
    const pair = q + 1 < residuals.columns;
    for (let j = 0; j < x.columns; j += 2) addTile(m, { a, pair, x, j, place: out + q * x.columns + j });
  }
}

/** Places of columns (bytes) from element `list` on. */
export interface List {
  readonly list: number;
  readonly count: number;
  readonly length: number;
}

export function listProducts({ f64, i32 }: { f64: Float64Array; i32: Int32Array }, { list, count, length }: List, vector: number, out: number): void {
  for (let i = 0; i < count; i++) f64[out + i]! += dot(f64, i32[list + i]! >>> 3, vector, length);
}

export function listTimes({ f64, i32 }: { f64: Float64Array; i32: Int32Array }, { list, count, length }: List, weights: number, out: number): void {
  for (let i = 0; i < count; i++) axpy(f64, f64[weights + i]!, i32[list + i]! >>> 3, out, length);
}

export function gram(m: Float64Array, x: Panel, out: number): void {
  for (let i = 0; i < x.columns; i += 2) {
    const a = x.at + i * x.stride;
    const pair = i + 1 < x.columns;
    for (let j = i; j < x.columns; j += 2) addTile(m, { a, pair, x, j, place: out + i * x.columns + j });
  }
}

interface Tile {
  /** First of one or two (`pair`) columns in a row. */
  a: number;
  pair: boolean;
  x: Panel;
  /** First of up to two columns of x. */
  j: number;
  /** Where the products go, those of the second column `x.columns` further on. */
  place: number;
}

/** Adds the products of two columns with two: four loads serve four products. */
function addTile(m: Float64Array, { a, pair, x, j, place }: Tile): void {
  const { stride, columns } = x;
  const both = j + 1 < columns;
  const a1 = pair ? a + stride : a;
  const b = x.at + j * stride;
  const b1 = both ? b + stride : b;
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  for (let i = 0; i < stride; i++) {
    const u = m[a + i]!;
    const v = m[a1 + i]!;
    const s = m[b + i]!;
    const t = m[b1 + i]!;
    s00 += u * s;
    s01 += u * t;
    s10 += v * s;
    s11 += v * t;
  }
  m[place]! += s00;
  if (both) m[place + 1]! += s01;
  if (pair) m[place + columns]! += s10;
  if (pair && both) m[place + columns + 1]! += s11;
}

export function solveLower(m: Float64Array, lower: number, size: number, rhs: number): void {
  for (let i = 0, row = lower; i < size; row += ++i) {
    m[rhs + i] = (m[rhs + i]! - dot(m, row, rhs, i)) / m[row + i]!;
  }
}

export function solveUpper(m: Float64Array, lower: number, size: number, rhs: number): void {
  for (let i = size - 1; i >= 0; i--) {
    const row = lower + (i * (i + 1)) / 2;
    const value = m[rhs + i]! / m[row + i]!;
    m[rhs + i] = value;
    axpy(m, -value, row, rhs, i);
  }
}
