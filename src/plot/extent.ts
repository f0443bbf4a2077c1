/** The smallest and the largest of the values that are numbers, with room beside them as a share of what lies between; −1 to 1 where they are not two. */
export function extentOf(values: Float64Array, around: number): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (!(low < high)) [low, high] = [-1, 1];
  const room = around * (high - low);
  return [low - room, high + room];
}
