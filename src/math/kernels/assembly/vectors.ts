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

export function shift(x: usize, length: i32, columns: i32, stride: i32, shifts: usize, sums: usize): void {
  const size = f64At(0, length);
  for (; columns > 0; columns--, x += f64At(0, stride), shifts += 8, sums += 8) {
    const own = v128.load64_splat(shifts);
    const end = x + size;
    let sum = f64x2.sub(own, own);
    for (let at = x; at < end; at += 16) {
      const v = f64x2.sub(v128.load(at), own);
      v128.store(at, v);
      sum = f64x2.add(sum, v);
    }
    store<f64>(sums, sum2(sum));
  }
}
