import { pixel } from "./polyline";

/** The second cue beside colour: each kind of series has its own shape. */
export type MarkerShape = "diamond" | "circle" | "square" | "triangle";

/** A marker around (0, 0) as path data. The shapes have about the same area, so that none looks heavier. */
export function markerPath(shape: MarkerShape, radius: number): string {
  const r = pixel(radius);
  switch (shape) {
    case "circle":
      return `M${-r},0A${r},${r} 0 1 0 ${r},0A${r},${r} 0 1 0 ${-r},0Z`;
    case "diamond": {
      const d = pixel(radius * 1.25);
      return `M0,${-d}L${d},0L0,${d}L${-d},0Z`;
    }
    case "square": {
      const s = pixel(radius * 0.89);
      return `M${-s},${-s}H${s}V${s}H${-s}Z`;
    }
    case "triangle": {
      const [h, w] = [pixel(radius * 1.42), pixel(radius * 1.38)];
      return `M0,${-h}L${w},${pixel(radius * 0.85)}H${-w}Z`;
    }
  }
}
