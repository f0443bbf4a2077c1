// The constants and their reasons are those of assembly/screening.ts.
import type { Panel } from "./scalar-products";

const longest = 46340;
const largestInteger = 32767;
const smallestSquare = 2 ** -923;
const largestSquare = 2 ** 877;
const quotientRounding = 2e-11;
const roundedUp = 1 + 1e-9;
const underflow = 1e-300;
const rounder = 1.5 * 2 ** 52;

/** The arena as numbers and as integers. */
interface Views {
  f64: Float64Array;
  i16: Int16Array;
}

interface QuantisedPlace {
  integers: number;
  records: number;
  capacity: number;
}

export function quantise({ f64, i16 }: Views, { at, stride, columns }: Panel, { integers, records, capacity }: QuantisedPlace): void {
  const root = Math.sqrt(stride);
  for (let j = 0; j < columns; j++) {
    const x = at + j * stride;
    const out = integers + j * stride;
    const record = records + j;
    let largest = 0;
    let square = 0;
    for (let i = 0; i < stride; i++) {
      const value = f64[x + i]!;
      largest = Math.max(largest, Math.abs(value));
      square += value * value;
    }
    let length = largest * root + (square - square);
    let scale = 0;
    let error = length;
    if (square >= smallestSquare && square < largestSquare) {
      length = Math.sqrt(square);
      scale = Math.max(largest / largestInteger, length / (longest - 1 - root / 2));
      const step = 1 / scale;
      let rest = 0;
      for (let i = 0; i < stride; i++) {
        const value = f64[x + i]! * step;
        const nearest = value + rounder - rounder;
        i16[out + i] = nearest;
        rest += (value - nearest) ** 2;
      }
      error = scale * (Math.sqrt(rest) + root * quotientRounding);
    } else i16.fill(0, out, out + stride);
    f64[record] = scale;
    f64[record + capacity] = error * roundedUp;
    f64[record + 2 * capacity] = length * roundedUp;
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
export function screen({ f64, i16 }: Views, x: Quantised, residuals: Quantised, { scale, out }: { scale: number; out: number }): void {
  const { stride, count: columns } = x;
  const { count } = residuals;
  const factor = scale * roundedUp;

  const put = (product: number, j: number, q: number) => {
    const column = x.records + j;
    const record = residuals.records + q;
    const value = product * (f64[column]! * f64[record]!);
    const error = f64[column + columns]!;
    const slack = error * f64[record + 2 * count]! + (f64[column + 2 * columns]! + error) * f64[record + count]!;
    const bound = (Math.abs(value) + slack) * factor + underflow;
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
