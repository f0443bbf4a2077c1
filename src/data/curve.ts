import { createRandom, normal } from "../math/random";
import { rounded } from "./linear-table";
import { powersOf } from "./powers";
import type { Table } from "./table";

const rows = 12;
/** With ten numbers to choose, the intercept among them, a polynomial can run after most of the points. */
const degree = 9;
const noise = 0.2;

/**
 * A few noisy points of one wave, y = sin πx + noise, x from −1 to 1, and the powers of x up to nine: the polynomial overfits, and a
 * penalty calms it down (after Bishop 2006, section 1.1).
 */
export function drawCurve(): Table {
  const random = createRandom(2);
  // Evenly spread with a little chance, so that no two fall together and no gap is left; the ends stay.
  const place = (i: number) => (i === 0 || i === rows - 1 ? i : i + random() - 0.5);
  const x = Float64Array.from({ length: rows }, (_, i) => rounded((2 * place(i)) / (rows - 1) - 1));
  const y = x.map((value) => rounded(Math.sin(Math.PI * value) + noise * normal(random)));
  return { name: "curve", columns: [...powersOf({ name: "x", values: x }, degree), { name: "y", values: y }], rows };
}
