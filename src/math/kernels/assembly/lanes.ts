/** Sum of both lanes. */
// @ts-ignore: decorator
@inline
export function sum2(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}

/** Place of element i of an array of f64. */
// @ts-ignore: decorator
@inline
export function f64At(start: usize, i: i32): usize {
  return start + ((<usize>i) << 3);
}
