import { f64At, sum2 } from "./lanes";
import { axpy } from "./vectors";

/** Adds the products of two columns with up to four to the rows out0 and out1 (none where that is 0): six loads serve eight products. */
function tile2x4(a0: usize, a1: usize, b0: usize, size: usize, left: i32, out0: usize, out1: usize): void {
  const b1 = b0 + size * min(1, left - 1);
  const b2 = b0 + size * min(2, left - 1);
  const b3 = b0 + size * min(3, left - 1);
  let s00 = f64x2.splat(0), s01 = s00, s02 = s00, s03 = s00, s10 = s00, s11 = s00, s12 = s00, s13 = s00;
  for (let k: usize = 0; k < size; k += 16) {
    const u = v128.load(a0 + k);
    const v = v128.load(a1 + k);
    let b = v128.load(b0 + k);
    s00 = f64x2.add(s00, f64x2.mul(u, b));
    s10 = f64x2.add(s10, f64x2.mul(v, b));
    b = v128.load(b1 + k);
    s01 = f64x2.add(s01, f64x2.mul(u, b));
    s11 = f64x2.add(s11, f64x2.mul(v, b));
    b = v128.load(b2 + k);
    s02 = f64x2.add(s02, f64x2.mul(u, b));
    s12 = f64x2.add(s12, f64x2.mul(v, b));
    b = v128.load(b3 + k);
    s03 = f64x2.add(s03, f64x2.mul(u, b));
    s13 = f64x2.add(s13, f64x2.mul(v, b));
  }
  add4(out0, left, s00, s01, s02, s03);
  if (out1) add4(out1, left, s10, s11, s12, s13);
}

/** The same with one column `a` and any four others, which are `left` different ones. */
function tile1x4(a: usize, b0: usize, b1: usize, b2: usize, b3: usize, size: usize, left: i32, out: usize): void {
  let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0;
  for (let k: usize = 0; k < size; k += 32) {
    const u = v128.load(a + k);
    const v = v128.load(a + k, 16);
    s0 = f64x2.add(s0, f64x2.add(f64x2.mul(u, v128.load(b0 + k)), f64x2.mul(v, v128.load(b0 + k, 16))));
    s1 = f64x2.add(s1, f64x2.add(f64x2.mul(u, v128.load(b1 + k)), f64x2.mul(v, v128.load(b1 + k, 16))));
    s2 = f64x2.add(s2, f64x2.add(f64x2.mul(u, v128.load(b2 + k)), f64x2.mul(v, v128.load(b2 + k, 16))));
    s3 = f64x2.add(s3, f64x2.add(f64x2.mul(u, v128.load(b3 + k)), f64x2.mul(v, v128.load(b3 + k, 16))));
  }
  add4(out, left, s0, s1, s2, s3);
}

/** Adds the sums that have a column of their own; those past the last one repeat it. */
function add4(out: usize, left: i32, a: v128, b: v128, c: v128, d: v128): void {
  store<f64>(out, load<f64>(out) + sum2(a));
  if (left > 1) store<f64>(out, load<f64>(out, 8) + sum2(b), 8);
  if (left > 2) store<f64>(out, load<f64>(out, 16) + sum2(c), 16);
  if (left > 3) store<f64>(out, load<f64>(out, 24) + sum2(d), 24);
}

export function gram(x: usize, stride: i32, columns: i32, out: usize): void {
  const size = (<usize>stride) << 3;
  for (let i = 0; i < columns; i += 2) {
    const a0 = x + size * i;
    // 0 where there is no second one: then it is the first again, and its products go nowhere.
    const pair = usize(i + 1 < columns);
    for (let j = i; j < columns; j += 4) {
      const place = f64At(out, i * columns + j);
      tile2x4(a0, a0 + size * pair, x + size * j, size, columns - j, place, f64At(place, columns) * pair);
    }
  }
}

export function transposeTimes(x: usize, stride: i32, columns: i32, residuals: usize, count: i32, out: usize): void {
  const size = (<usize>stride) << 3;
  memory.fill(out, 0, f64At(0, columns * count));
  for (let j = 0; j < columns; j += 4) {
    const b = x + size * j;
    let r = residuals;
    let place = f64At(out, j);
    let q = count;
    for (; q > 1; q -= 2) {
      const second = f64At(place, columns);
      tile2x4(r, r + size, b, size, columns - j, place, second);
      r += 2 * size;
      place = f64At(second, columns);
    }
    const left = columns - j;
    if (q) tile1x4(r, b, b + size * min(1, left - 1), b + size * min(2, left - 1), b + size * min(3, left - 1), size, left, place);
  }
}

/** out += four columns, weighed. */
function combine(a: usize, b: usize, c: usize, d: usize, weights: usize, out: usize, size: usize): void {
  const wa = v128.load64_splat(weights);
  const wb = v128.load64_splat(weights, 8);
  const wc = v128.load64_splat(weights, 16);
  const wd = v128.load64_splat(weights, 24);
  for (let k: usize = 0; k < size; k += 16) {
    const ab = f64x2.add(f64x2.mul(wa, v128.load(a + k)), f64x2.mul(wb, v128.load(b + k)));
    const cd = f64x2.add(f64x2.mul(wc, v128.load(c + k)), f64x2.mul(wd, v128.load(d + k)));
    v128.store(out + k, f64x2.add(v128.load(out + k), f64x2.add(ab, cd)));
  }
}

export function times(x: usize, stride: i32, columns: i32, weights: usize, out: usize): void {
  const size = (<usize>stride) << 3;
  let j = 0;
  for (; j + 3 < columns; j += 4, weights += 32, x += 4 * size) combine(x, x + size, x + 2 * size, x + 3 * size, weights, out, size);
  for (; j < columns; j++, weights += 8, x += size) axpy(load<f64>(weights), x, out, stride);
}

export function listProducts(list: usize, count: i32, vector: usize, length: i32, out: usize): void {
  const size = f64At(0, length);
  const end = f64At(out, count);
  for (; out < end; out += 32, list += 16) {
    const a = load<u32>(list);
    const b = load<u32>(list, 4);
    const c = load<u32>(list, 8);
    const d = load<u32>(list, 12);
    tile1x4(vector, a, b, c, d, size, 4, out);
  }
}

export function listTimes(list: usize, count: i32, weights: usize, length: i32, out: usize): void {
  const size = f64At(0, length);
  const end = f64At(weights, count);
  for (; weights < end; weights += 32, list += 16) {
    const a = load<u32>(list);
    const b = load<u32>(list, 4);
    const c = load<u32>(list, 8);
    const d = load<u32>(list, 12);
    combine(a, b, c, d, weights, out, size);
  }
}
