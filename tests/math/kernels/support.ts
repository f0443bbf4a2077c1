import type { Kernels, KernelKind } from "../../../src/math/kernels/kernels";
import { preferKernels, strideOf, withKernels } from "../../../src/math/kernels/kernels";
import { normal, type Random } from "../../../src/math/random";

export const kinds: KernelKind[] = ["simd", "scalar"];

/** Runs `work` with kernels of one kind, which it checks. */
export function inKind<T>(kind: KernelKind, work: (kernels: Kernels) => T): T {
  preferKernels(kind);
  try {
    return withKernels((kernels) => {
      if (kernels.kind !== kind) throw new Error(`${kernels.kind} kernels in place of ${kind}`);
      return work(kernels);
    });
  } finally {
    preferKernels(undefined);
  }
}

export function gaussians(random: Random, length: number): Float64Array {
  return Float64Array.from({ length }, () => normal(random));
}

/** Puts values into the arena; returns their place. */
export function put({ arena }: Kernels, values: Float64Array): number {
  const place = arena.reserve(8 * values.length);
  arena.float64(place, values.length).set(values);
  return place;
}

/** Puts columns into the arena as a panel, over memory that was not zero before. */
export function putPanel({ arena }: Kernels, columns: readonly Float64Array[], rows: number): number {
  const stride = strideOf(rows);
  const place = arena.reserve(8 * stride * columns.length);
  const panel = arena.float64(place, stride * columns.length).fill(NaN);
  columns.forEach((column, j) => panel.fill(0, j * stride, (j + 1) * stride).set(column, j * stride));
  return place;
}

/** `length` numbers of the arena that hold 7 each. */
export function putSevens({ arena }: Kernels, length: number): number {
  const place = arena.reserve(8 * length);
  arena.float64(place, length).fill(7);
  return place;
}
