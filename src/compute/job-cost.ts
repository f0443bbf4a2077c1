import type { CheckedProblem } from "../regression/problem";
import { hasMoments } from "../regression/regression";
import type { Job } from "./job";

// Measured on a laptop of 2020, for the order of magnitude: all that hangs on it is where a job runs.
/** Products of a Gram matrix in a millisecond. */
const productsPerMillisecond = 2e6;
/** Milliseconds per p³ of an exact path: a lasso's knots, one eigendecomposition, an elastic net's curved pieces. */
const exactPath = { lasso: 1e-5, ridge: 1.5e-5, net: 2e-4 };
/** Milliseconds per number in X, and pair of classes, of an iterative solution at one λ on its own; and of one along a path. */
const alone = 3e-4;
const alongPath = 3e-5;
/** Milliseconds per number in X of a whole lasso path for more columns than rows. */
const widePath = 2e-5;

/** Milliseconds that a job takes, roughly. */
export function jobCost(job: Job, checked: CheckedProblem): number {
  if (job.kind === "fit") return hasMoments(checked) ? gramCost(checked) + pathCost(checked) : alone * numbersOf(checked);
  const lambdas = job.request.lambdas?.length ?? job.request.count ?? 100;
  const isWideLasso = checked.loss === "squared" && checked.l1Ratio === 1;
  const iterative = (isWideLasso ? widePath : lambdas * alongPath) * numbersOf(checked);
  if (job.kind === "path") return hasMoments(checked) ? gramCost(checked) + pathCost(checked) : iterative;
  const folds = foldsOf(job.request.folds, checked.x.rows);
  return hasMoments(checked) ? 2 * gramCost(checked) + folds * pathCost(checked) : folds * iterative;
}

function gramCost({ x: { rows, columns } }: CheckedProblem): number {
  return (rows * columns * columns) / productsPerMillisecond;
}

function pathCost({ l1Ratio, x: { columns } }: CheckedProblem): number {
  return exactPath[l1Ratio === 1 ? "lasso" : l1Ratio === 0 ? "ridge" : "net"] * columns ** 3;
}

function numbersOf({ x: { rows, columns }, blocks }: CheckedProblem): number {
  return rows * columns * blocks * blocks;
}

function foldsOf(folds: number | ArrayLike<number> | undefined, rows: number): number {
  if (typeof folds === "object") return new Set(Array.from(folds)).size;
  return folds ?? Math.min(10, rows);
}
