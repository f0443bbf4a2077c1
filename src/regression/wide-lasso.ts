import { type Kernels, ownKernels } from "../math/kernels/kernels";
import { maxAbs } from "../math/vector";
import type { Steps } from "./steps";
import type { WideDesign } from "./wide-design";
import { followWide, type WideFollowed } from "./wide-following";
import { createScreen } from "./wide-screen";

/** A lasso problem of many more columns than rows, read once and solved as often as wanted. */
export interface WideLasso {
  /** The smallest λ at which every coefficient is zero. */
  readonly lambdaMax: number;
  /** Solutions at λ that are positive and descend. One following ends before the next begins: they share their memory. */
  along(lambdas: Float64Array): Steps<WideFollowed>;
}

/**
 * @param y n, centred as wanted
 * @param kernels whose arena it lives in; nobody else's, since other computations may come between two steps
 * @throws RangeError where a column is too large or too small to multiply.
 */
export function wideLasso(design: WideDesign, y: Float64Array, kernels: Kernels = ownKernels()): WideLasso {
  const screen = createScreen(kernels, design, y);
  const largest = maxAbs(screen.correlations);
  if (!Number.isFinite(largest)) {
    throw new RangeError(`x: column ${screen.correlations.findIndex((value) => !Number.isFinite(value))} holds values that are not finite, or too large to multiply`);
  }
  return {
    lambdaMax: largest / design.rows,
    *along(lambdas) {
      const mark = kernels.arena.mark();
      try {
        return yield* followWide(screen, lambdas);
      } finally {
        kernels.arena.release(mark);
      }
    },
  };
}
