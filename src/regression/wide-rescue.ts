import { blockedGram } from "../math/kernels/gram";
import { transposeTimes } from "../math/products";
import { addScaled, dot } from "../math/vector";
import { lassoPath } from "./lasso-path";
import type { Moments } from "./least-squares";
import type { Path } from "./path";
import type { Stand, WideHomotopy } from "./wide-homotopy";
import { placeOf, type WideWorkingSet } from "./wide-working-set";

export interface Rescue {
  solve(lambda: number): Stand;
  /** Its residual, n. */
  residual(stand: Stand): Float64Array;
}

/**
 * The slow road: the full homotopy over the working set, which decides everything anew at each knot. For designs with ties and
 * near-copies, where the fast one loses its way.
 */
export function createRescue({ kernels, working, target }: WideHomotopy): Rescue {
  const { arena } = kernels;
  const { rows } = working.design;
  const y = arena.float64(target, rows).slice();
  let path: Path | undefined;
  let columns: number[] = [];
  return {
    solve(lambda) {
      if (!path || columns.length !== working.columns.length) {
        columns = [...working.columns];
        path = lassoPath(momentsOf(working, y));
      }
      const weights = path.coefficientsAt(lambda);
      const active = Array.from(weights.keys()).filter((j) => weights[j] !== 0);
      return {
        lambda,
        columns: active.map((j) => columns[j]!),
        signs: active.map((j) => Math.sign(weights[j]!)),
        values: Float64Array.from(active, (j) => weights[j]!),
      };
    },
    residual(stand) {
      const residual = y.slice();
      stand.columns.forEach((index, i) => addScaled(residual, -stand.values[i]!, arena.float64(placeOf(working, index), rows)));
      return residual;
    },
  };
}

function momentsOf({ kernels, panel, stride, columns, design: { rows } }: WideWorkingSet, y: Float64Array): Moments {
  const values = new Float64Array(rows * columns.length);
  columns.forEach((_, j) => values.set(kernels.arena.float64(panel + 8 * stride * j, rows), j * rows));
  const x = { values, rows, columns: columns.length };
  return { gram: blockedGram(x, 1 / rows), correlations: transposeTimes(x, y, 1 / rows), meanSquare: dot(y, y) / rows, x };
}
