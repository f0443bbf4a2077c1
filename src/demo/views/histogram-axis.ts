import type { Model } from "../model";
import { binsFor, type Bins } from "./histogram";
import { unpenalised } from "./unpenalised";
import { weightDomain } from "./weight-domain";

/** Where the bins of a histogram stand: those below 0, a place for the exact zeros, those above. In pixels. */
export interface HistogramAxis {
  readonly bins: Bins;
  /** Width of a bin. */
  readonly width: number;
  /** Middle of bin k; of the place for zeros for 0. */
  readonly middle: (bin: number) => number;
  /** Left end of bin k. */
  readonly start: (bin: number) => number;
}

/** Width of the place for exact zeros, and the least of a bin that a mark fits into. */
export const zeroPlace = 26;
const narrowest = 11;

export function histogramAxis(domain: readonly [number, number], [left, right]: readonly [number, number]): HistogramAxis {
  const room = Math.max(2 * narrowest, right - left - zeroPlace);
  const bins = binsFor(domain, Math.floor(room / narrowest));
  const width = room / (bins.below + bins.above);
  const zeroStart = left + bins.below * width;
  const start = (bin: number) => (bin <= 0 ? zeroStart + bin * width : zeroStart + zeroPlace + (bin - 1) * width);
  return { bins, width, start, middle: (bin) => start(bin) + (bin === 0 ? zeroPlace : width) / 2 };
}

/** The weights that the bins tell apart, and whether there are larger ones at λ = 0. */
export function histogramDomain(model: Model): { readonly domain: readonly [number, number]; readonly beyond: boolean } {
  const [low, high] = weightDomain(model);
  const beyond = model.fits.some((fit) => unpenalised(model, fit).some((weight) => weight < low || weight > high));
  return { domain: [low, high], beyond };
}
