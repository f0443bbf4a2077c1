/** The keys that a block understands, in the order in which they are offered. */
export const specKeys = [
  "data", "folder", "tag", "target", "features", "missing", "lag", "test", "loss", "penalties", "lambda", "match", "mix", "views", "aim", "predict", "standardize", "folds", "seed", "height", "caption", "language", "name",
] as const;
export type SpecKey = (typeof specKeys)[number];

/** Other ways in which people write the keys. glmnet's `alpha` and `l1_ratio` are left out: they mean something else than ρ here. */
const synonyms = new Map<string, SpecKey>([
  ["λ", "lambda"], ["람다", "lambda"], ["ρ", "mix"], ["rho", "mix"], ["dataset", "data"], ["feature", "features"],
  ["폴더", "folder"], ["태그", "tag"], ["tags", "tag"], ["penalty", "penalties"], ["view", "views"], ["standardise", "standardize"], ["lang", "language"],
]);

/** The key that `written` stands for, or undefined. Case and Unicode form are forgiven. */
export function keyOf(written: string): SpecKey | undefined {
  const name = fold(written);
  return specKeys.find((key) => key === name) ?? synonyms.get(name);
}

/** One spelling for names that differ only in case, width, composition, or in how their words are joined. */
export function fold(written: string): string {
  return written.normalize("NFKC").trim().toLowerCase().replace(/[\s_-]+/g, "-");
}
