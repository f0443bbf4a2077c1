import { addScaled } from "./vector";

/** target += Σ weights[j] · columns[j]. Four at a time: each number of the target is read and written once for four columns. */
export function addCombination(target: Float64Array, weights: ArrayLike<number>, columns: readonly Float64Array[]): void {
  const n = target.length;
  let at = 0;
  for (; at + 3 < columns.length; at += 4) {
    const a = columns[at]!;
    const b = columns[at + 1]!;
    const c = columns[at + 2]!;
    const d = columns[at + 3]!;
    const wa = weights[at]!;
    const wb = weights[at + 1]!;
    const wc = weights[at + 2]!;
    const wd = weights[at + 3]!;
    for (let i = 0; i < n; i++) target[i]! += wa * a[i]! + wb * b[i]! + wc * c[i]! + wd * d[i]!;
  }
  for (; at < columns.length; at++) addScaled(target, weights[at]!, columns[at]!);
}
