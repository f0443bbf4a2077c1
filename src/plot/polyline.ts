/** Path data through the points in order; coordinates to a hundredth of a pixel. */
export function polylinePath(points: readonly (readonly [number, number])[]): string {
  let path = "";
  for (const [x, y] of points) path += `${path === "" ? "M" : "L"}${pixel(x)},${pixel(y)}`;
  return path;
}

/** A coordinate to a hundredth of a pixel: finer is not seen and makes the file longer. */
export function pixel(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  // An attribute must not read "-0".
  return rounded === 0 ? 0 : rounded;
}
