/** Maps a domain onto a range of pixels and back. */
export interface Scale {
  (value: number): number;
  invert(position: number): number;
}

/** A scale that is a straight line; an empty domain maps to the middle of the range. */
export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [d0, d1] = domain;
  const [r0, r1] = range;
  const slope = d1 === d0 ? 0 : (r1 - r0) / (d1 - d0);
  const scale = (value: number) => (slope === 0 ? (r0 + r1) / 2 : r0 + (value - d0) * slope);
  return Object.assign(scale, { invert: (position: number) => (slope === 0 ? d0 : d0 + (position - r0) / slope) });
}
