import { f64At, sum2 } from "./lanes";

export function dot(a: usize, b: usize, length: i32): f64 {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  const end = f64At(a, length & ~3);
  for (; a < end; a += 32, b += 32) {
    s0 = f64x2.add(s0, f64x2.mul(v128.load(a), v128.load(b)));
    s1 = f64x2.add(s1, f64x2.mul(v128.load(a, 16), v128.load(b, 16)));
  }
  let total = sum2(f64x2.add(s0, s1));
  for (let i = length & 3; i > 0; i--, a += 8, b += 8) total += load<f64>(a) * load<f64>(b);
  return total;
}

export function axpy(scale: f64, x: usize, y: usize, length: i32): void {
  const factor = f64x2.splat(scale);
  const end = f64At(x, length & ~1);
  for (; x < end; x += 16, y += 16) v128.store(y, f64x2.add(v128.load(y), f64x2.mul(factor, v128.load(x))));
  if (length & 1) store<f64>(y, load<f64>(y) + scale * load<f64>(x));
}

export function beyond(values: usize, length: i32, limit: f64, out: usize): i32 {
  const limits = f64x2.splat(limit);
  let place = out;
  let i = 0;
  for (; i < (length & ~1); i += 2) {
    const within = f64x2.le(f64x2.abs(v128.load(f64At(values, i))), limits);
    if (i64x2.all_true(within)) continue;
    if (!i64x2.extract_lane(within, 0)) place = append(place, i);
    if (!i64x2.extract_lane(within, 1)) place = append(place, i + 1);
  }
  if (i < length && !(Math.abs(load<f64>(f64At(values, i))) <= limit)) place = append(place, i);
  return <i32>((place - out) >> 2);
}

// @ts-ignore: decorator
@inline
function append(place: usize, index: i32): usize {
  store<i32>(place, index);
  return place + 4;
}
