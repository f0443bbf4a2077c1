import { writeKey } from "./write-key";

/** The body of a fence with this λ. @throws RangeError for a `lambda` that is negative or not finite. */
export function writeLambda(fenceBody: string, lambda: number): string {
  if (!(lambda >= 0 && lambda < Infinity)) throw new RangeError(`lambda: ${lambda} is not a number of at least 0`);
  return writeKey(fenceBody, "lambda", String(lambda));
}
