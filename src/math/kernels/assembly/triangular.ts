import { f64At } from "./lanes";
import { axpy, dot } from "./vectors";

export function solveLower(lower: usize, size: i32, rhs: usize): void {
  let row = lower;
  for (let i = 0; i < size; i++) {
    const place = f64At(rhs, i);
    store<f64>(place, (load<f64>(place) - dot(row, rhs, i)) / load<f64>(f64At(row, i)));
    row = f64At(row, i + 1);
  }
}

export function solveUpper(lower: usize, size: i32, rhs: usize): void {
  let row = f64At(lower, (size * (size + 1)) >> 1);
  for (let i = size - 1; i >= 0; i--) {
    row = f64At(row, -(i + 1));
    const place = f64At(rhs, i);
    const value = load<f64>(place) / load<f64>(f64At(row, i));
    store<f64>(place, value);
    axpy(-value, row, rhs, i);
  }
}
