// The constants and their reasons are those of assembly/screening.ts.

const longest = 46340;
const largestInteger = 32767;
const smallestSquare = 2 ** -923;
const largestSquare = 2 ** 877;
const mostLost = 0.5 + 2e-11;
const roundedUp = 1 + 1e-9;
const underflow = 1e-300;
const rounder = 1.5 * 2 ** 52;

/** The arena as numbers and as integers. */
interface Views {
  f64: Float64Array;
  i16: Int16Array;
}

/** Columns one after the other; of each `rows` numbers count, or, where that is 0, all as they are. */
interface RawColumns {
  at: number;
  length: number;
  columns: number;
  rows: number;
}

interface QuantisedPlace {
  integers: number;
  stride: number;
  records: number;
  capacity: number;
  products: number;
}

export function quantise({ f64, i16 }: Views, { at, length, columns, rows }: RawColumns, target: number, { integers, stride, records, capacity, products }: QuantisedPlace): void {
  const root = Math.sqrt(stride);
  for (let j = 0; j < columns; j++) {
    const x = at + j * length;
    const out = integers + j * stride;
    const first = rows > 0 ? f64[x]! : 0;
    let sum = 0;
    let square = 0;
    let high = 0;
    let low = 0;
    for (let i = 0; i < length; i++) {
      const value = f64[x + i]! - first;
      sum += value;
      square += value * value;
      high = Math.max(high, value);
      low = Math.min(low, value);
    }
    let mean = 0;
    let share = 1;
    if (rows > 0) {
      mean = sum / rows;
      square -= mean * mean * rows;
      share = Math.sqrt(rows / square);
      f64[products + capacity + j] = mean;
      f64[products + 2 * capacity + j] = square;
    }
    const largest = Math.max(high - mean, mean - low);
    let norm = largest * root + (square - square);
    let scale = 0;
    let error = norm;
    let product = 0;
    if (square >= smallestSquare && square < largestSquare) {
      norm = Math.sqrt(square);
      scale = Math.max(largest / largestInteger, norm / (longest - 1 - root / 2));
      const step = 1 / scale;
      for (let i = 0; i < length; i++) {
        const deviation = f64[x + i]! - first - mean;
        product += deviation * f64[target + i]!;
        i16[out + i] = deviation * step + rounder - rounder;
      }
      error = scale * root * mostLost;
    } else i16.fill(0, out, out + length);
    f64[products + j] = product * share;
    f64[records + j] = scale * share;
    f64[records + capacity + j] = error * share * roundedUp;
    f64[records + 2 * capacity + j] = norm * share * roundedUp;
  }
}

/** `count` quantised columns, whose records have the capacity `count`. */
interface Quantised {
  integers: number;
  stride: number;
  count: number;
  records: number;
}

/** Two columns and two residuals at a time; where there is no second one, the first is done twice. */
export function screen({ f64, i16 }: Views, x: Quantised, residuals: Quantised, out: number): void {
  const { stride, count: columns } = x;
  const { count } = residuals;

  const put = (product: number, j: number, q: number) => {
    const column = x.records + j;
    const record = residuals.records + q;
    const value = product * (f64[column]! * f64[record]!);
    const error = f64[column + columns]!;
    const slack = error * f64[record + 2 * count]! + (f64[column + 2 * columns]! + error) * f64[record + count]!;
    const bound = (Math.abs(value) + slack) * roundedUp + underflow;
    f64[out + q * columns + j] = value < 0 ? -bound : bound;
  };

  for (let j = 0; j < columns; j += 2) {
    const j1 = Math.min(j + 1, columns - 1);
    const a0 = x.integers + j * stride;
    const a1 = x.integers + j1 * stride;
    for (let q = 0; q < count; q += 2) {
      const q1 = Math.min(q + 1, count - 1);
      const b0 = residuals.integers + q * stride;
      const b1 = residuals.integers + q1 * stride;
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      for (let i = 0; i < stride; i++) {
        const u = i16[a0 + i]!;
        const v = i16[a1 + i]!;
        const s = i16[b0 + i]!;
        const t = i16[b1 + i]!;
        s00 = (s00 + Math.imul(u, s)) | 0;
        s01 = (s01 + Math.imul(u, t)) | 0;
        s10 = (s10 + Math.imul(v, s)) | 0;
        s11 = (s11 + Math.imul(v, t)) | 0;
      }
      put(s00, j, q);
      put(s01, j, q1);
      put(s10, j1, q);
      put(s11, j1, q1);
    }
  }
}
