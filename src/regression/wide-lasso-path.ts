import { ownKernels, strideOf } from "../math/kernels/kernels";
import type { Matrix } from "../math/matrix";
import { maxAbs } from "../math/vector";
import { checkLambda } from "./lambda";
import { pieceAt } from "./piece-at";
import { finish, type Steps } from "./steps";
import type { SparseWeights } from "./wide-homotopy";
import { followWide, type WideEffort } from "./wide-following";

/** λ values for which solutions are wanted: given, positive and descending, or `count` from λmax down to minRatio·λmax, equally spaced in log λ. */
export type WideGrid = { readonly lambdas: ArrayLike<number> } | { readonly count: number; readonly minRatio: number };

export interface WideLassoPath {
  /** The smallest λ at which every coefficient is zero. */
  readonly lambdaMax: number;
  readonly lambdas: Float64Array;
  /** For each of `lambdas` the coefficients that are not zero, in the units of the problem. */
  readonly solutions: readonly SparseWeights[];
  /**
   * All p coefficients at any λ not below the last of `lambdas`, written into `out` and returned: on the straight line between two
   * knots. Exact unless a column outside the working set goes beyond its bound and comes back between two checked λ.
   */
  coefficientsAt(lambda: number, out?: Float64Array): Float64Array;
  readonly effort: WideEffort;
}

/**
 * The lasso, 1/(2n)·‖y − Xw‖² + λ‖w‖₁, for many more columns than rows; XᵀX is never formed. Follows the exact path over a growing
 * working set and checks all columns against every solution.
 * @param x n×p, columns centred and scaled as wanted
 * @param y n, centred
 * @throws RangeError for sizes that do not fit, values of y that are not finite, and grids that are empty, not descending or not positive.
 */
export function wideLassoPath(x: Matrix, y: Float64Array, grid: WideGrid): WideLassoPath {
  return finish(wideLassoSteps(x, y, grid));
}

/** The same in steps, one for each check of all columns. */
export function* wideLassoSteps(x: Matrix, y: Float64Array, grid: WideGrid): Steps<WideLassoPath> {
  if (x.values.length !== x.rows * x.columns) throw new RangeError(`x: ${x.values.length} values do not fill ${x.rows} rows of ${x.columns} columns`);
  if (y.length !== x.rows) throw new RangeError(`y: ${y.length} values for ${x.rows} rows of x`);
  if (!Number.isFinite(maxAbs(y))) throw new RangeError("y: there are values that are not finite");
  // Other computations may come between two steps.
  const kernels = ownKernels();
  const stride = strideOf(x.rows);
  const target = kernels.arena.reserve(8 * stride);
  kernels.arena.float64(target, stride).fill(0).set(y);
  const { lambdaMax, lambdas, nodes, effort } = yield* followWide(kernels, { x, target, lambdasOf: (largest) => lambdasOf(grid, largest) });
  const uppers = Float64Array.from(nodes, (node) => node.lambda);
  const solutions = Array.from(lambdas, (lambda) => withoutZeros(nodes[lambda >= lambdaMax ? 0 : uppers.lastIndexOf(lambda)]!));
  return {
    lambdaMax,
    lambdas,
    solutions,
    effort,
    coefficientsAt(lambda, out = new Float64Array(x.columns)) {
      checkLambda(lambda);
      const last = nodes.at(-1)!;
      if (lambda < last.lambda) throw new RangeError(`lambda: ${lambda} is below the end of the path, ${last.lambda}`);
      out.fill(0);
      if (lambda >= lambdaMax) return out;
      const at = pieceAt(uppers, lambda);
      const [start, end] = [nodes[at]!, nodes[at + 1] ?? last];
      const share = start === end ? 0 : (start.lambda - lambda) / (start.lambda - end.lambda);
      start.columns.forEach((column, i) => (out[column] = (1 - share) * start.values[i]!));
      end.columns.forEach((column, i) => (out[column]! += share * end.values[i]!));
      return out;
    },
  };
}

function withoutZeros({ columns, values }: SparseWeights): SparseWeights {
  if (!values.includes(0)) return { columns, values };
  return { columns: columns.filter((_, i) => values[i] !== 0), values: values.filter((value) => value !== 0) };
}

function lambdasOf(grid: WideGrid, lambdaMax: number): Float64Array {
  if ("lambdas" in grid) {
    const lambdas = Float64Array.from(grid.lambdas);
    if (lambdas.length === 0) throw new RangeError("lambdas: there are none");
    lambdas.forEach((lambda, l) => {
      if (!(lambda > 0 && lambda < Infinity)) throw new RangeError(`lambdas: ${lambda} is not a positive number`);
      if (l > 0 && !(lambda < lambdas[l - 1]!)) throw new RangeError(`lambdas: ${lambda} does not lie below ${lambdas[l - 1]}`);
    });
    return lambdas;
  }
  const { count, minRatio } = grid;
  if (!(Number.isInteger(count) && count > 0)) throw new RangeError(`count: ${count} is not a positive whole number`);
  if (!(minRatio > 0 && minRatio < 1)) throw new RangeError(`minRatio: ${minRatio} does not lie between 0 and 1`);
  return Float64Array.from({ length: count }, (_, l) => lambdaMax * minRatio ** (count === 1 ? 0 : l / (count - 1)));
}
