import { formatNumber } from "../../plot/number-format";

/** A share of examples as people say it; nothing where there is none yet. */
export function percentOf(share: number): string {
  return Number.isNaN(share) ? "–" : `${formatNumber(Math.round(share * 1000) / 10)}%`;
}
