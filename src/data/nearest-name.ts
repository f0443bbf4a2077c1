/**
 * The name that was probably meant by `written`, or undefined where none is near enough: case aside, at most a third of the
 * letters wrong (at least one), or one name beginning with the other.
 */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const typed = [...written.trim().toLowerCase()];
  // No name is that long: a pasted page is not a typing mistake.
  if (typed.length === 0 || typed.length > 60) return undefined;
  const allowed = Math.max(1, Math.floor(typed.length / 3));
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const name of names) {
    const letters = [...name.toLowerCase()];
    const distance = begins(letters, typed) ? 1 : typingDistance(typed, letters);
    // With one or two letters everything is one mistake away from everything.
    const near = distance === 0 || (typed.length > 2 || letters.length <= 3 ? distance <= allowed && distance < letters.length : false);
    if (near && distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

function begins(a: readonly string[], b: readonly string[]): boolean {
  const length = Math.min(a.length, b.length);
  return length >= 3 && a.slice(0, length).join("") === b.slice(0, length).join("");
}

/** Letters to insert, delete, replace or swap with their neighbour (Damerau 1964, optimal string alignment). */
export function typingDistance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
