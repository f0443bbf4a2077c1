import { borrowKernels, giveBack } from "../math/kernels/kernels";
import type { Steps } from "./steps";
import type { WideDesign } from "./wide-design";
import { followWide, type WideFollowed } from "./wide-following";
import { createScreen, type WideScreen } from "./wide-screen";

/** A lasso problem of many more columns than rows. */
export interface WideLasso {
  /** The smallest λ at which every coefficient is zero. */
  readonly lambdaMax: number;
  /** Solutions at λ that are positive and descend. All columns are read, the first time when the problem is made. */
  along(lambdas: Float64Array): Steps<WideFollowed>;
}

/**
 * @param y n, centred as wanted, not too large to square
 * @throws RangeError where the values of a column are too large or too small to square.
 */
export function wideLasso(design: WideDesign, y: Float64Array): WideLasso {
  // Not kept after the first following: some path may be held for long, and hardly ever asked for more.
  let ready: WideScreen | undefined = createScreen(borrowKernels(), design, y);
  const { lambdaMax } = ready;
  return {
    lambdaMax,
    *along(lambdas) {
      const screen = ready ?? createScreen(borrowKernels(), design, y);
      ready = undefined;
      try {
        return yield* followWide(screen, lambdas);
      } finally {
        giveBack(screen.kernels);
      }
    },
  };
}
