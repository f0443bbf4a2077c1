import type { Model } from "../model";
import { l1Share } from "./shrinkage";
import { unpenalised } from "./unpenalised";

/** More rows do not fit a screen together with the slider. */
const most = 24;

/** The features that are drawn: largest unpenalised weight first; of many, those that the first penalty with zeros keeps longest. */
export function proofRows(model: Model): number[] {
  const { fits, features, moments: { correlations } } = model;
  const free = fits[0] && unpenalised(model, fits[0]);
  const all = features.map((_, j) => j);
  const bySize = (values: ArrayLike<number> | undefined) => (i: number, j: number) => Math.abs(values?.[j] ?? 0) - Math.abs(values?.[i] ?? 0);
  if (all.length <= most) return all.sort(bySize(free));
  const sparse = fits.find(({ knots }) => knots.length > 0);
  if (sparse === undefined) return all.sort(bySize(free)).slice(0, most);
  const entered: number[] = [];
  for (const [i, knot] of sparse.knots.entries()) {
    if (entered.length >= most) break;
    const weights = sparse.weightsAt((knot + (sparse.knots[i + 1] ?? 0)) / 2);
    for (const j of all) if (weights[j] !== 0 && !entered.includes(j)) entered.push(j);
  }
  const rest = all.filter((j) => !entered.includes(j)).sort(bySize(correlations));
  return [...entered, ...rest].slice(0, most);
}

/** Slopes, as multiples of λ, that the scale holds at most: longer bars are cut off. */
const longest = 2.4;
/** Beyond the end of the longest bar. */
const around = 1.05;

/** The end of the scale, as a multiple of λ: the bound, and as much of the ridge part as the weights need. */
export function proofDomain({ fits, mix, lambdaRange: { min, max } }: Model): number {
  let largest = 0;
  for (const fit of fits) {
    const rho = l1Share(fit.penalty, mix);
    if (fit.penalty === "none") continue;
    for (const lambda of [min, Math.sqrt(min * max)]) {
      for (const weight of fit.weightsAt(lambda)) largest = Math.max(largest, rho + 2 * (1 - rho) * Math.abs(weight));
    }
  }
  return around * Math.min(longest, Math.max(1, largest));
}
