import { notFinite } from "../math/vector";

/** `y` as it is, or copied where it is no Float64Array. @throws RangeError or TypeError that names what is wrong with it: not `rows` values, one that is no finite number. */
export function targetOf(y: ArrayLike<number>, rows: number): Float64Array {
  if (y.length !== rows) throw new RangeError(`y: ${y.length} values for ${rows} rows of x`);
  if (!(y instanceof Float64Array)) {
    for (let i = 0; i < rows; i++) if (typeof y[i] !== "number") throw new TypeError(`y: row ${i} is not a number`);
  }
  const target = y instanceof Float64Array ? y : new Float64Array(y);
  const bad = notFinite(target);
  if (bad >= 0) throw new RangeError(`y: ${target[bad]} in row ${bad}`);
  return target;
}
