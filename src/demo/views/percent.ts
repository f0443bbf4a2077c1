/** A share in whole per cent; "–" where there is none. */
export function percent(share: number): string {
  return Number.isNaN(share) ? "–" : `${Math.round(100 * share)}%`;
}
