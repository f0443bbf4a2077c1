import type { Model } from "../model";

/** A model whose features are powers of one column: a curve over that column. */
export interface Polynomial {
  /** Name of the first power. */
  readonly name: string;
  /** n, the column's values. */
  readonly x: Float64Array;
  /** p, the power that each feature is. */
  readonly powers: readonly number[];
}

/** More are not tried. */
const highest = 30;
/** Of a column's largest value: powers that were written with fewer digits are still powers. */
const tolerance = 1e-3;

/** What the features are powers of; null where they are not, or where the first power is not among them. */
export function polynomialOf({ problem, features }: Model): Polynomial | null {
  if (problem === undefined || features.length > highest) return null;
  const columns = features.map((_, j) => rawColumn(problem, j));
  for (const [base, x] of columns.entries()) {
    const powers = columns.map((column, j) => (j === base ? 1 : powerOf(column, x)));
    if (new Set(powers).size === powers.length && powers.every((power) => power > 0)) return { name: features[base] ?? "", x, powers };
  }
  return null;
}

/** The features' values (p) at one x, in the model's units. */
export function basisAt({ powers }: Polynomial, { problem }: Model, x: number): Float64Array {
  return Float64Array.from(powers, (power, j) => {
    const scale = problem?.scaling.scales[j] ?? 0;
    return scale === 0 ? 0 : (x ** power - (problem?.scaling.means[j] ?? 0)) / scale;
  });
}

/** What is added to the features' share: the mean of the target's values, which need not be 0 where points were moved. In the model's units. */
export function levelOf(points: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < points.length; i += 1) sum += points[i] ?? 0;
  return points.length === 0 ? 0 : sum / points.length;
}

function rawColumn({ x, scaling }: NonNullable<Model["problem"]>, j: number): Float64Array {
  const [mean, scale] = [scaling.means[j] ?? 0, scaling.scales[j] ?? 0];
  return x.values.slice(j * x.rows, (j + 1) * x.rows).map((value) => mean + (scale === 0 ? 0 : scale * value));
}

/** The k ≥ 2 with column = x^k; 0 where there is none. */
function powerOf(column: Float64Array, x: Float64Array): number {
  const largest = column.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let power = 2; power <= highest; power += 1) {
    if (column.every((value, i) => Math.abs(value - (x[i] ?? 0) ** power) <= tolerance * largest)) return power;
  }
  return 0;
}
