import { f64At } from "./lanes";
import { dot } from "./vectors";

export function solveLower(lower: usize, size: i32, rhs: usize): void {
  let row = lower;
  for (let i = 0; i < size; i++) {
    const place = f64At(rhs, i);
    store<f64>(place, (load<f64>(place) - dot(row, rhs, i)) / load<f64>(f64At(row, i)));
    row = f64At(row, i + 1);
  }
}

export function solveUpper(lower: usize, size: i32, rhs: usize): void {
  let pivot = f64At(lower - 8, (size * (size + 1)) >> 1);
  let i = size - 1;
  // Two rows at a time: one pass over what is above serves both.
  for (; i > 0; i -= 2) {
    const place = f64At(rhs, i);
    const row = f64At(pivot, -i);
    const above = f64At(row, -i);
    const a = load<f64>(place) / load<f64>(pivot);
    const b = (load<f64>(place - 8) - a * load<f64>(pivot - 8)) / load<f64>(row - 8);
    const wa = f64x2.splat(a);
    const wb = f64x2.splat(b);
    const end = f64At(0, i - 1);
    // Of an odd number the last is followed by b, which is written afterwards.
    for (let k: usize = 0; k < end; k += 16) {
      v128.store(rhs + k, f64x2.sub(v128.load(rhs + k), f64x2.add(f64x2.mul(wa, v128.load(row + k)), f64x2.mul(wb, v128.load(above + k)))));
    }
    store<f64>(place - 8, b);
    store<f64>(place, a);
    pivot = above - 8;
  }
  if (i === 0) store<f64>(rhs, load<f64>(rhs) / load<f64>(lower));
}
