import type { Plane } from "./plane";
import { pixel } from "./polyline";

/** dᵀHd with H = [[aa, ab], [ab, bb]], positive semi-definite. */
export interface QuadraticForm {
  readonly aa: number;
  readonly ab: number;
  readonly bb: number;
}

/** H = QΛQᵀ: the larger eigenvalue, the smaller, and the angle (radians, anticlockwise) of the smaller one's eigenvector: the long axis. */
export interface Axes {
  readonly larger: number;
  readonly smaller: number;
  readonly angle: number;
}

export function axesOf({ aa, ab, bb }: QuadraticForm): Axes {
  const mean = (aa + bb) / 2;
  const spread = Math.hypot((aa - bb) / 2, ab);
  // The axis of the larger eigenvalue stands at half the angle of (aa − bb, 2ab); the long axis is across it.
  const steep = Math.atan2(2 * ab, aa - bb) / 2;
  return { larger: mean + spread, smaller: Math.max(0, mean - spread), angle: steep > 0 ? steep - Math.PI / 2 : steep + Math.PI / 2 };
}

export function valueOf({ aa, ab, bb }: QuadraticForm, a: number, b: number): number {
  return aa * a * a + 2 * ab * a * b + bb * b * b;
}

/** Longer than any plot is wide; stands in for the infinite valley of a singular form. */
const longest = 1e3;
/** Radii that do not span their chord are stretched until they do: exactly half ellipses, whichever way the coordinates are rounded. */
const tooShort = 0.98;

/** The curve dᵀHd = level around `centre` as exact path data: two half ellipses. Empty where the level is not positive. */
export function ellipsePath(axes: Axes, level: number, centre: readonly [number, number], on: Plane): string {
  if (!(level > 0) || !(axes.larger > 0)) return "";
  const short = Math.sqrt(level / axes.larger);
  const long = Math.min(longest, Math.sqrt(level / axes.smaller));
  const [dx, dy] = [long * Math.cos(axes.angle), long * Math.sin(axes.angle)];
  const [x1, y1] = [pixel(on.x(centre[0] - dx)), pixel(on.y(centre[1] - dy))];
  const [x2, y2] = [pixel(on.x(centre[0] + dx)), pixel(on.y(centre[1] + dy))];
  // Screen coordinates turn clockwise.
  const arc = `A${pixel(tooShort * long * on.unit)},${pixel(tooShort * short * on.unit)} ${pixel((-axes.angle * 180) / Math.PI)} 0 0 `;
  return `M${x1},${y1}${arc}${x2},${y2}${arc}${x1},${y1}Z`;
}
