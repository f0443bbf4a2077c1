import type { Moments } from "../regression/least-squares";
import type { Path } from "../regression/path";
import { squaredPath } from "../regression/squared-solver";

/** Paths live exactly as long as the moments that they were computed from. */
const known = new WeakMap<Moments, Map<number, Path>>();

/** The path of one penalty, computed on the first call for these very `moments` and shared by all later ones. */
export function pathOf(moments: Moments, l1Ratio: number): Path {
  const paths = known.get(moments) ?? new Map<number, Path>();
  known.set(moments, paths);
  const path = paths.get(l1Ratio) ?? squaredPath(moments, l1Ratio);
  paths.set(l1Ratio, path);
  return path;
}
