import type { Model } from "../model";

/**
 * The pair of features that shows most: at the first λ, the feature that L1 has set to zero although L2 gives it most weight,
 * beside the largest that L1 keeps. Where L1 is absent, or has zeroed nothing or everything: the two largest weights without a penalty.
 */
export function choosePair(model: Model): readonly [number, number] | null {
  const { fits, features, lambdaRange: { initial } } = model;
  if (features.length < 2) return null;
  if (features.length === 2) return [0, 1];
  const free = fits[0]?.weightsAt(0) ?? new Float64Array(features.length);
  const all = features.map((_, j) => j);
  const bySize = (weights: Float64Array, among: number[]) => [...among].sort((i, j) => Math.abs(weights[j] ?? 0) - Math.abs(weights[i] ?? 0));
  const sparse = fits.find(({ penalty }) => penalty === "l1")?.weightsAt(initial);
  if (sparse !== undefined) {
    const shrunk = fits.find(({ penalty }) => penalty === "l2")?.weightsAt(initial) ?? free;
    const [kept] = bySize(sparse, all.filter((j) => sparse[j] !== 0));
    const [zeroed] = bySize(shrunk, all.filter((j) => sparse[j] === 0));
    if (kept !== undefined && zeroed !== undefined) return [kept, zeroed];
  }
  const [first = 0, second = 1] = bySize(free, all);
  return [first, second];
}

/** The pair that the reader has chosen by name, if the data still have both features; else the chosen one. */
export function pairOf(model: Model, named: readonly [string, string] | null): readonly [number, number] | null {
  const [first, second] = (named ?? []).map((name) => model.features.indexOf(name));
  if (first === undefined || second === undefined || first < 0 || second < 0 || first === second) return choosePair(model);
  return [first, second];
}
