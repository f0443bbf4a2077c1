/**
 * Positions for labels that want to stand at `wanted` but need `gap` between neighbours, inside [low, high]: the order is kept
 * and the sum of squared moves is smallest (pool adjacent violators). Too many for the room share it evenly.
 */
export function spreadLabels(wanted: readonly number[], gap: number, [low, high]: readonly [number, number]): number[] {
  const count = wanted.length;
  if (count === 0) return [];
  const step = Math.min(gap, count > 1 ? (high - low) / (count - 1) : gap);
  const order = wanted.map((_, index) => index).sort((i, j) => (wanted[i] ?? 0) - (wanted[j] ?? 0) || i - j);
  // Without the gaps the problem is: values that may not fall, as near as possible to the wanted ones.
  const pools: { sum: number; size: number }[] = [];
  order.forEach((index, rank) => {
    let pool = { sum: (wanted[index] ?? 0) - rank * step, size: 1 };
    for (let last = pools.at(-1); last && last.sum / last.size >= pool.sum / pool.size; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, size: last.size + pool.size };
    }
    pools.push(pool);
  });
  const placed = new Array<number>(count).fill(0);
  let rank = 0;
  for (const { sum, size } of pools) {
    const base = Math.min(high - (count - 1) * step, Math.max(low, sum / size));
    for (let k = 0; k < size; k += 1, rank += 1) placed[order[rank] ?? 0] = base + rank * step;
  }
  return placed;
}
