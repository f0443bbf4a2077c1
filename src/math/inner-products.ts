/** out[from + i] = vector · columns[from + i] for `count` columns. Four at a time: each number of the vector is read once for four columns. */
export function innerProducts(vector: Float64Array, columns: readonly Float64Array[], { from = 0, count = columns.length, out }: { from?: number; count?: number; out: Float64Array }): void {
  const n = vector.length;
  const end = from + count;
  let at = from;
  for (; at + 3 < end; at += 4) {
    const a = columns[at]!;
    const b = columns[at + 1]!;
    const c = columns[at + 2]!;
    const d = columns[at + 3]!;
    let sa = 0;
    let sb = 0;
    let sc = 0;
    let sd = 0;
    for (let i = 0; i < n; i++) {
      const value = vector[i]!;
      sa += value * a[i]!;
      sb += value * b[i]!;
      sc += value * c[i]!;
      sd += value * d[i]!;
    }
    out[at] = sa;
    out[at + 1] = sb;
    out[at + 2] = sc;
    out[at + 3] = sd;
  }
  for (; at < end; at++) {
    const a = columns[at]!;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += vector[i]! * a[i]!;
    out[at] = sum;
  }
}
