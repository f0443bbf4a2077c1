/** A plane drawn with the same scale along both axes, so that a disc stays a disc. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  /** Pixels per unit. */
  readonly unit: number;
  x(a: number): number;
  y(b: number): number;
  /** The point of the plane under a pixel. */
  invert(x: number, y: number): [number, number];
}

export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Fits the bounds into the size, centred. */
export function plane(bounds: Bounds, width: number, height: number): Plane {
  const unit = Math.min(width / (bounds.right - bounds.left), height / (bounds.top - bounds.bottom));
  const x0 = width / 2 - (unit * (bounds.left + bounds.right)) / 2;
  const y0 = height / 2 + (unit * (bounds.bottom + bounds.top)) / 2;
  return {
    width,
    height,
    unit,
    x: (a) => x0 + unit * a,
    y: (b) => y0 - unit * b,
    invert: (x, y) => [(x - x0) / unit, (y0 - y) / unit],
  };
}
