import { linearScale } from "../../plot/linear-scale";
import type { Model } from "../model";
import { weightExtremes } from "./weight-extremes";

/** How far beyond all other weights those at λ = 0 may stretch the scale; where features nearly copy each other they are a hundred times as large. */
export const stretch = 2;

/**
 * The smallest and largest weight that any penalty reaches at any λ, with 0 inside: the scale that stays put while λ moves. Weights at
 * λ = 0 count up to twice the size of all others, so that they do not press those flat.
 */
export function weightDomain({ fits: all, lambdaRange, endless = false }: Pick<Model, "fits" | "lambdaRange"> & { readonly endless?: boolean }): [number, number] {
  // No scale holds weights that grow without end.
  const fits = endless ? all.filter(({ penalty }) => penalty !== "none") : all;
  let [low, high] = [0, 0];
  for (const fit of fits) {
    const extremes = weightExtremes(fit, lambdaRange);
    low = extremes.low.reduce((least, weight) => Math.min(least, weight), low);
    high = extremes.high.reduce((most, weight) => Math.max(most, weight), high);
  }
  const limit = low === 0 && high === 0 ? Infinity : stretch * Math.max(high, -low);
  for (const fit of endless ? [] : fits) {
    for (const weight of fit.weightsAt(0)) {
      low = Math.min(low, Math.max(weight, -limit));
      high = Math.max(high, Math.min(weight, limit));
    }
  }
  return low === 0 && high === 0 ? [-1, 1] : [low, high];
}

/** In pixels: weights beyond the domain stand a little beyond the ends of the axis. */
const outside = 3;

/** From weights to pixels. */
export function weightScale(domain: readonly [number, number], range: readonly [number, number]): (weight: number) => number {
  const scale = linearScale(domain, range);
  const [first, last] = [Math.min(...range) - outside, Math.max(...range) + outside];
  return (weight) => Math.min(last, Math.max(first, scale(weight)));
}
