import { createRandom, normal } from "../math/random";
import { linearTable, rounded } from "./linear-table";
import type { Column, Table } from "./table";

const rows = 80;
/** Twins of one group follow one hidden value; what each has of its own is this share of it: correlations near 1/(1 + 0.2²) = 0.96. */
const own = 0.2;
/** Each group's name, its twins, and the weight that every one of them has in the target. */
const groups = [
  { name: "a", twins: 3, weight: 1 },
  { name: "b", twins: 3, weight: -0.6 },
  { name: "c", twins: 2, weight: 0 },
  { name: "d", twins: 1, weight: 0.8 },
  { name: "e", twins: 1, weight: 0 },
] as const;
/** About a quarter of the target's variance. */
const noise = 2;

/** Groups of twins that carry the same news, so that no data can tell which twin it came from; all twins of a group truly count alike. */
export function drawCorrelated(): Table {
  const random = createRandom(7);
  const truth: Record<string, number> = {};
  const features = groups.flatMap(({ name, twins, weight }): Column[] => {
    const hidden = Float64Array.from({ length: rows }, () => normal(random));
    return Array.from({ length: twins }, (_, k) => {
      const column = twins === 1 ? name : `${name}${k + 1}`;
      if (weight !== 0) truth[column] = weight;
      return { name: column, values: hidden.map((value) => rounded(twins === 1 ? value : value + own * normal(random))) };
    });
  });
  return linearTable({ name: "correlated", features, truth, noise, random });
}
