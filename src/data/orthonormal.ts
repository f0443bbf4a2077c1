import { createRandom, normal } from "../math/random";
import { orthonormalColumns } from "./orthonormal-columns";
import type { Table } from "./table";

const rows = 60;
/** The unpenalised weights, spread so that each λ of the slider holds some of them at 0; their squares are 0.64 of the target's variance. */
const weights = [0.5, -0.42, 0.32, -0.25, 0.19, 0.14, -0.1, 0.07, -0.04, 0.02];

/**
 * Features that are exactly uncorrelated in the sample, mean 0 and variance 1, so that every penalty works on each weight alone:
 * in the note's formula L1 is the soft threshold at λ/2, L2 divides by 1 + λ, and the weights without a penalty are `weights` exactly.
 */
export function drawOrthonormal(): Table {
  const random = createRandom(12);
  const draws = Array.from({ length: weights.length + 1 }, () => Float64Array.from({ length: rows }, () => normal(random)));
  const columns = orthonormalColumns(draws);
  const noise = Math.sqrt(1 - weights.reduce((sum, weight) => sum + weight * weight, 0));
  const y = Float64Array.from({ length: rows }, (_, i) => {
    return columns.reduce((sum, column, j) => sum + (weights[j] ?? noise) * (column[i] ?? 0), 0);
  });
  // Not rounded: that would end being orthonormal.
  const features = columns.slice(0, -1).map((values, j) => ({ name: `q${j + 1}`, values }));
  const truth = Object.fromEntries(features.map(({ name }, j) => [name, weights[j] ?? 0]));
  return { name: "orthonormal", columns: [...features, { name: "y", values: y }], rows, truth };
}
