import { f64At, sum2 } from "./lanes";

/** Two vectors of this length have a product below 2³¹ (Cauchy and Schwarz), and so has every partial sum of it. */
const longest: f64 = 46340;
const largestInteger: f64 = 32767;
/** Squared lengths from 2⁻⁹²³ to 2⁸⁷⁷ have lost nothing to the ends of the range of numbers; other columns are bounded by their largest value alone. */
const smallestExponent: u32 = 1023 - 923;
const exponents: u32 = 1800;
/** Steps that a number may lose: half a one to the nearest integer, and the rounding of x/scale, at most 3·2⁻⁵³ of 32767. To add up what each has lost would bound it twice as closely, at a third more time. */
const mostLost: f64 = 0.5 + 2e-11;
/** Adding and subtracting it rounds to an integer, halves to the even one; in between, the integer is in the low half of the bits. */
const rounder: f64 = 6755399441055744;
/** Covers the rounding of sums over up to four million rows. */
const roundedUp: f64 = 1 + 1e-9;

/** More than is lost where products fall below the smallest number. */
const underflow: f64 = 1e-300;

export function quantise(x: usize, length: i32, columns: i32, rows: i32, stride: i32, out: usize, records: usize, capacity: i32, target: usize, products: usize): void {
  const size = f64At(0, length);
  const kind = f64At(0, capacity);
  const root = Math.sqrt(<f64>stride);
  for (; columns > 0; columns--, x += size, out += (<usize>stride) << 1, records += 8, products += 8) {
    // Zeros, as a constant would take 18 bytes.
    const bits = v128.load(x);
    const zero = v128.xor(bits, bits);
    // Nor is this one put in each place where it is used.
    const magic = f64x2.add(f64x2.splat(rounder), zero);
    let first = zero;
    if (rows) first = v128.load64_splat(x);
    let sums = zero, squares = zero, high = zero, low = zero;
    for (let k: usize = 0; k < size; k += 32) {
      const v = f64x2.sub(v128.load(x + k), first);
      const w = f64x2.sub(v128.load(x + k, 16), first);
      sums = f64x2.add(sums, f64x2.add(v, w));
      squares = f64x2.add(squares, f64x2.add(f64x2.mul(v, v), f64x2.mul(w, w)));
      // Much faster than max and min, as they need not care for what is no number: that shows in the squares.
      high = f64x2.pmax(high, f64x2.pmax(v, w));
      low = f64x2.pmin(low, f64x2.pmin(v, w));
    }
    let square = sum2(squares);
    let mean: f64 = 0;
    let share: f64 = 1;
    if (rows) {
      const count = <f64>rows;
      mean = sum2(sums) / count;
      square -= mean * mean * count;
      share = Math.sqrt(count / square);
      store<f64>(products + kind, mean);
      store<f64>(products + kind + kind, square);
    }
    const top = f64x2.pmax(f64x2.sub(high, f64x2.splat(mean)), f64x2.sub(f64x2.splat(mean), low));
    const largest = Math.max(f64x2.extract_lane(top, 0), f64x2.extract_lane(top, 1));
    let norm = largest * root + (square - square);
    let scale: f64 = 0;
    let error = norm;
    let product = zero;
    if (<u32>(reinterpret<u64>(square) >> 52) - smallestExponent < exponents) {
      norm = Math.sqrt(square);
      scale = Math.max(largest / largestInteger, norm / (longest - 1 - root / 2));
      const step = f64x2.splat(1 / scale);
      const rest = f64x2.splat(mean);
      for (let k: usize = 0; k < size; k += 32) {
        const v = f64x2.sub(f64x2.sub(v128.load(x + k), first), rest);
        const w = f64x2.sub(f64x2.sub(v128.load(x + k, 16), first), rest);
        product = f64x2.add(product, f64x2.add(f64x2.mul(v, v128.load(target + k)), f64x2.mul(w, v128.load(target + k, 16))));
        const a = f64x2.mul(v, step);
        const b = f64x2.mul(w, step);
        const ia = f64x2.add(a, magic);
        const ib = f64x2.add(b, magic);
        const four = v128.shuffle<i32>(ia, ib, 0, 2, 4, 6);
        v128.store64_lane(out + (k >> 2), i16x8.narrow_i32x4_s(four, four), 0);
      }
      error = scale * root * mostLost;
    } else memory.fill(out, 0, size >> 2);
    store<f64>(products, sum2(product) * share);
    store<f64>(records, scale * share);
    share *= roundedUp;
    store<f64>(records + kind, error * share);
    store<f64>(records + kind + kind, norm * share);
  }
}

/** The sums of the lanes of a, b, c and d, in this order. */
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i64>(ab, cd, 0, 2), v128.shuffle<i64>(ab, cd, 1, 3));
}

/** ±(|product| + error), rounded up, for two columns with one residual. */
function bound(product: v128, column: usize, capacity: i32, residual: usize, count: i32): v128 {
  const value = f64x2.mul(product, f64x2.mul(v128.load(column), v128.load64_splat(residual)));
  const error = v128.load(f64At(column, capacity));
  const length = f64x2.add(v128.load(f64At(column, 2 * capacity)), error);
  const residualError = v128.load64_splat(f64At(residual, count));
  const residualLength = v128.load64_splat(f64At(residual, 2 * count));
  const slack = f64x2.add(f64x2.mul(error, residualLength), f64x2.mul(length, residualError));
  const size = f64x2.add(f64x2.mul(f64x2.add(f64x2.abs(value), slack), f64x2.splat(roundedUp)), f64x2.splat(underflow));
  return v128.or(size, v128.and(value, f64x2.neg(v128.xor(value, value))));
}

function store4(out: usize, products: v128, column: usize, capacity: i32, residual: usize, count: i32): void {
  v128.store(out, bound(f64x2.convert_low_i32x4_s(products), column, capacity, residual, count));
  const high = f64x2.convert_low_i32x4_s(v128.shuffle<i64>(products, products, 1, 1));
  v128.store(out, bound(high, column + 16, capacity, residual, count), 16);
}

export function screen(x: usize, stride: i32, columns: i32, records: usize, residuals: usize, count: i32, residualRecords: usize, out: usize): void {
  const size = (<usize>stride) << 1;
  // Zeros: as constants they would take 18 bytes in each of eight places.
  const any = v128.load(residualRecords);
  const zero = v128.xor(any, any);
  for (let j = 0; j < columns; j += 4) {
    const b0 = x + size * j;
    const b1 = b0 + size;
    const b2 = b1 + size;
    const b3 = b2 + size;
    for (let q = 0; q < count; q += 2) {
      // The last of an odd number is done twice, which is cheaper than a loop of its own.
      const q1 = min(q + 1, count - 1);
      const r0 = residuals + size * q;
      const r1 = residuals + size * q1;
      let s00 = zero, s01 = s00, s02 = s00, s03 = s00, s10 = s00, s11 = s00, s12 = s00, s13 = s00;
      for (let k: usize = 0; k < size; k += 16) {
        const u = v128.load(r0 + k);
        const v = v128.load(r1 + k);
        let b = v128.load(b0 + k);
        s00 = i32x4.add(s00, i32x4.dot_i16x8_s(u, b));
        s10 = i32x4.add(s10, i32x4.dot_i16x8_s(v, b));
        b = v128.load(b1 + k);
        s01 = i32x4.add(s01, i32x4.dot_i16x8_s(u, b));
        s11 = i32x4.add(s11, i32x4.dot_i16x8_s(v, b));
        b = v128.load(b2 + k);
        s02 = i32x4.add(s02, i32x4.dot_i16x8_s(u, b));
        s12 = i32x4.add(s12, i32x4.dot_i16x8_s(v, b));
        b = v128.load(b3 + k);
        s03 = i32x4.add(s03, i32x4.dot_i16x8_s(u, b));
        s13 = i32x4.add(s13, i32x4.dot_i16x8_s(v, b));
      }
      const column = f64At(records, j);
      store4(f64At(out, q * columns + j), sums(s00, s01, s02, s03), column, columns, f64At(residualRecords, q), count);
      store4(f64At(out, q1 * columns + j), sums(s10, s11, s12, s13), column, columns, f64At(residualRecords, q1), count);
    }
  }
}
