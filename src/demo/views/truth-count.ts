/** What became of a feature: kept or zero, with or without a part in the truth. */
export const fates = ["left out", "false", "missed", "found"] as const;
export type Fate = (typeof fates)[number];

export interface TruthCount {
  readonly found: number;
  readonly missed: number;
  readonly false: number;
}

/** Where the truth is not known, a kept feature is neither right nor wrong: it counts as found, a zero as left out. */
export function fateOf(weight: number, truth: number | undefined): Fate {
  if (truth === undefined) return weight === 0 ? "left out" : "found";
  if (truth === 0) return weight === 0 ? "left out" : "false";
  return weight === 0 ? "missed" : "found";
}

/** Kept features against the true ones. */
export function countAgainst(truth: Float64Array, weights: Float64Array): TruthCount {
  const count = { found: 0, missed: 0, false: 0 };
  weights.forEach((weight, j) => {
    const fate = fateOf(weight, truth[j] ?? 0);
    if (fate !== "left out") count[fate] += 1;
  });
  return count;
}

/** The features with the largest weights that are not zero, largest first; of equals the first. */
export function largestKept(weights: Float64Array, most: number): number[] {
  const found: number[] = [];
  const size = (feature: number | undefined) => Math.abs(weights[feature ?? -1] ?? 0);
  weights.forEach((weight, j) => {
    if (weight === 0 || (found.length === most && size(found.at(-1)) >= Math.abs(weight))) return;
    if (found.length === most) found.pop();
    let at = found.length;
    while (at > 0 && size(found[at - 1]) < Math.abs(weight)) at -= 1;
    found.splice(at, 0, j);
  });
  return found;
}
