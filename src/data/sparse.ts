import { createRandom, normal } from "../math/random";
import { linearTable, numberedColumns } from "./linear-table";
import type { Table } from "./table";

const rows = 80;
const count = 20;
/** Between neighbours: enough that features share something, too little to take one for another. */
const correlation = 0.3;
/** Five of twenty, from strong to hardly above the noise, scattered so that the order of the columns gives nothing away. */
const truth = { x03: 2, x08: -1.5, x11: 1, x15: -0.8, x18: 0.4 };
/** About a third of the target's variance. */
const noise = 2;

/** A few features with a part in the target among many without: what L1 is made for, and the answer is known. */
export function drawSparse(): Table {
  const random = createRandom(20);
  const columns: Float64Array[] = [];
  for (let j = 0; j < count; j++) {
    const before = columns[j - 1];
    columns.push(Float64Array.from({ length: rows }, (_, i) => {
      const own = normal(random);
      return before === undefined ? own : correlation * (before[i] ?? 0) + Math.sqrt(1 - correlation ** 2) * own;
    }));
  }
  return linearTable({ name: "sparse", features: numberedColumns("x", columns), truth, noise, random });
}
