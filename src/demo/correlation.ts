import type { Matrix } from "../math/matrix";

/** Of two features, from their products; 0 with a constant column. */
export function correlation({ values, columns }: Matrix, j: number, k: number): number {
  const scale = Math.sqrt((values[j * columns + j] ?? 0) * (values[k * columns + k] ?? 0));
  return scale > 0 ? (values[j * columns + k] ?? 0) / scale : 0;
}
