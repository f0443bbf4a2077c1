import type { Plane } from "./plane";
import { pixel } from "./polyline";

/** Above this the arcs' radius would be thousands of times the ball's: straight lines are the same picture. */
const straight = 0.9999;

/**
 * The outline {ρ(|a|+|b|) + (1−ρ)(a²+b²) = size} as exact path data: a diamond for ρ = 1, a circle for ρ = 0, else four arcs.
 * In the first quadrant the curve is a circle around (−k, −k) with k = ρ / (2(1−ρ)). Empty where the size is not positive.
 */
export function ballOutline(rho: number, size: number, on: Plane): string {
  if (!(size > 0)) return "";
  const reach = reachOf(rho, size);
  const [x0, y0] = [on.x(0), on.y(0)];
  const step = reach * on.unit;
  const corners = [[x0, y0 - step], [x0 - step, y0], [x0, y0 + step], [x0 + step, y0]] as const;
  const k = rho / (2 * (1 - rho));
  const radius = pixel(Math.sqrt(size / (1 - rho) + 2 * k * k) * on.unit);
  const edge = rho > straight ? "L" : `A${radius},${radius} 0 0 0 `;
  return `M${pixel(x0 + step)},${pixel(y0)}${corners.map(([x, y]) => `${edge}${pixel(x)},${pixel(y)}`).join("")}Z`;
}

/** How far the ball reaches along an axis: the r ≥ 0 with ρr + (1−ρ)r² = size. */
export function reachOf(rho: number, size: number): number {
  if (!(size > 0)) return 0;
  // The form of the quadratic formula that stays exact as 1−ρ goes to 0.
  return (2 * size) / (rho + Math.sqrt(rho * rho + 4 * (1 - rho) * size));
}
