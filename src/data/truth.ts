import type { Table } from "./table";

/** The true weight of each of these features (p, in the units of the columns; 0 where it has no part); null where nobody knows. */
export function truthOf({ truth }: Table, features: readonly string[]): Float64Array | null {
  return truth === undefined ? null : Float64Array.from(features, (name) => truth[name] ?? 0);
}
