export type Point = readonly [number, number];

/** Points along path data of M, L, H, V, A and Z: the ends of its lines, and `perArc` points on every arc. */
export function pointsOf(path: string, perArc = 64): Point[] {
  const points: Point[] = [];
  for (const [, command = "", text = ""] of path.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const numbers = text.match(/-?\d+(\.\d+)?(e-?\d+)?/g)?.map(Number) ?? [];
    const [x = 0, y = 0] = points.at(-1) ?? [];
    const [first = NaN, second = NaN] = numbers;
    if (command === "M" || command === "L") points.push([first, second]);
    else if (command === "H") points.push([first, y]);
    else if (command === "V") points.push([x, first]);
    else if (command === "A") points.push(...arcPoints([x, y], numbers, perArc));
    else if (command !== "Z") throw new Error(`no command of these paths: ${command}`);
  }
  return points;
}

/** The area inside a closed path. */
export function areaOf(path: string): number {
  const points = pointsOf(path, 2000);
  const doubled = points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length] as Point;
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

/** SVG 2, appendix B.2.4: from the two ends of an elliptical arc to its centre and angles. Radii that are too short are stretched. */
function arcPoints([x1, y1]: Point, numbers: readonly number[], count: number): Point[] {
  const [rx = 0, ry = 0, degrees = 0, large = 0, sweep = 0, x2 = 0, y2 = 0] = numbers;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  // Half the chord in the ellipse's own axes, in units of its radii.
  const [halfX, halfY] = [(x1 - x2) / 2, (y1 - y2) / 2];
  const [ux, uy] = [(cos * halfX + sin * halfY) / rx, (cos * halfY - sin * halfX) / ry];
  const chord = ux * ux + uy * uy;
  const stretch = Math.max(1, Math.sqrt(chord));
  const across = Math.sqrt(Math.max(0, (stretch * stretch - chord) / chord)) * (large === sweep ? -1 : 1);
  const [cx, cy] = [across * uy, -across * ux];
  const from = Math.atan2(uy - cy, ux - cx);
  let turn = Math.atan2(-uy - cy, -ux - cx) - from;
  if (sweep === 1 && turn < 0) turn += 2 * Math.PI;
  if (sweep === 0 && turn > 0) turn -= 2 * Math.PI;
  return Array.from({ length: count }, (_, i): Point => {
    const angle = from + (turn * (i + 1)) / count;
    const [px, py] = [rx * (cx + stretch * Math.cos(angle)), ry * (cy + stretch * Math.sin(angle))];
    return [cos * px - sin * py + (x1 + x2) / 2, sin * px + cos * py + (y1 + y2) / 2];
  });
}
