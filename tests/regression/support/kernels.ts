import { type Kernels, ownKernels, preferKernels } from "../../../src/math/kernels/kernels";

export const kinds = ["simd", "scalar"] as const;

/** Kernels of one kind with an arena of their own; others go on as the host decides. */
export function kernelsOf(kind: (typeof kinds)[number]): Kernels {
  preferKernels(kind);
  const kernels = ownKernels();
  preferKernels(undefined);
  return kernels;
}
