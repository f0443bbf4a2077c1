import type { Matrix } from "../../../src/math/matrix";
import { normal, type Random } from "../../../src/math/random";
import { at } from "./designs";

/** Labels 0 … k−1 that go with the first columns of x, the first k rows holding one of each class. */
export function classesOf(random: Random, x: Matrix, classes: number, noise = 1): Float64Array {
  return Float64Array.from({ length: x.rows }, (_, i) => {
    if (i < classes) return i;
    const scores = Array.from({ length: classes }, (_k, k) => 1.5 * at(x, i, k % x.columns) * (k % 2 === 0 ? 1 : -1) + noise * normal(random));
    return scores.indexOf(Math.max(...scores));
  });
}
