import { normal, type Random } from "../math/random";
import type { Column, Table } from "./table";

/** Decimals of drawn values: as measured data have them, and the same on devices whose cosine differs in its last digit. */
const decimals = 3;

export function rounded(value: number): number {
  return Number(value.toFixed(decimals));
}

/** Columns named `prefix` and a number: x1, x2, …; with as many digits as the last one needs, so that they sort. */
export function numberedColumns(prefix: string, values: readonly Float64Array[]): Column[] {
  const width = String(values.length).length;
  return values.map((column, j) => ({ name: `${prefix}${String(j + 1).padStart(width, "0")}`, values: column.map(rounded) }));
}

export interface LinearTableOptions {
  readonly name: string;
  readonly features: readonly Column[];
  readonly truth: Readonly<Record<string, number>>;
  /** Standard deviation of what is added to the target. */
  readonly noise: number;
  readonly random: Random;
}

/** A table with the features and a last column y = Σ truth·feature + noise. */
export function linearTable({ name, features, truth, noise, random }: LinearTableOptions): Table {
  const rows = features[0]?.values.length ?? 0;
  const y = Float64Array.from({ length: rows }, (_, i) => {
    const signal = features.reduce((sum, feature) => sum + (truth[feature.name] ?? 0) * (feature.values[i] ?? 0), 0);
    return rounded(signal + noise * normal(random));
  });
  return { name, columns: [...features, { name: "y", values: y }], rows, truth };
}
