/** Values 1, 2, 5 times a power of ten (or the powers alone, or every second or third …) inside [min, max], at most `count` of them if it can. */
export function logTicks(min: number, max: number, count: number): number[] {
  if (!(min > 0) || !(max >= min)) return [];
  const first = Math.floor(Math.log10(min));
  const last = Math.ceil(Math.log10(max));
  const choose = (multiples: readonly number[], step: number) => {
    const found: number[] = [];
    for (let power = Math.ceil(first / step) * step; power <= last; power += step) {
      for (const multiple of multiples) {
        const value = Number(`${multiple}e${power}`);
        if (value >= min && value <= max) found.push(value);
      }
    }
    return found;
  };
  for (const multiples of [[1, 2, 5], [1, 3]]) {
    const found = choose(multiples, 1);
    if (found.length <= count) return found;
  }
  for (let step = 1; ; step += 1) {
    const found = choose([1], step);
    if (found.length <= Math.max(1, count)) return found;
  }
}
