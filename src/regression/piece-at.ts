/** The piece that holds λ: the last whose upper end is not below it. `uppers` is descending and λ is at most the first. */
export function pieceAt(uppers: Float64Array, lambda: number): number {
  let low = 0;
  let high = uppers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (uppers[middle]! >= lambda) low = middle;
    else high = middle - 1;
  }
  return low;
}
