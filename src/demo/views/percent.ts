/** A share in per cent, whole or with so many decimals at most; "–" where there is none. */
export function percent(share: number, decimals = 0): string {
  const unit = 10 ** decimals;
  return Number.isNaN(share) ? "–" : `${Math.round(100 * unit * share) / unit}%`;
}
