import { columnBasis } from "./column-basis";
import { type DualGap, dualGap, gradientOf } from "./dual-gap";
import { fitFrom, type FitSource } from "./fit";
import { newtonProblem, onColumns } from "./newton-problem";
import { emptyState, stateAt } from "./newton-state";
import { newtonWalk, type Solved, strengthAt } from "./newton-walk";
import type { CheckedProblem } from "./problem";
import { rowSpace } from "./row-space";
import { smallestRatio, type Solver } from "./solver";

/** With more softmax weights than these the matrix of their second derivatives is not formed, unless columns are so many that it is no dearer than their eigenvectors. */
const mostCurved = 100;
const mostTurned = 300;

/** Whether steps under L2 alone go by products with the curvature, which are quicker for many weights. */
export function goesByProducts(blocks: number, columns: number): boolean {
  return blocks > 1 && blocks * columns > mostCurved && columns <= mostTurned;
}

/** The columns that the Newton steps see, and the way back. */
interface Coordinates {
  readonly solve: (lambda: number) => Solved;
  /** r weights of these columns → p of the standardised ones. */
  readonly toWeights: (inner: Float64Array) => Float64Array;
  certify(solved: Solved, lambda: number): DualGap;
}

/**
 * Solutions by proximal Newton: logistic, softmax, and squared loss where p×p moments would be too large. A pure ridge with p > n is
 * solved in the space of the rows, a problem without penalty in an orthogonal basis of the columns.
 */
export function newtonSolver(checked: CheckedProblem): Solver {
  const { l1Ratio, tolerance } = checked;
  const { problem, targetMean } = newtonProblem(checked);
  const { design, loss } = problem;
  const { blocks } = loss;
  const p = design.columns.length;
  const gradient = new Float64Array(blocks * p);
  gradientOf(problem, emptyState(problem).point.residuals, gradient);
  const steepest = gradient.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const top = steepest / Math.max(l1Ratio, smallestRatio);

  function coordinates(inner: typeof problem, toWeights: Coordinates["toWeights"], smooth = false): Coordinates {
    return {
      solve: newtonWalk(inner, { l1Ratio, tolerance, top, smooth }),
      toWeights,
      certify: ({ values }, lambda) => dualGap(inner, stateAt(inner, values), strengthAt(lambda, l1Ratio)),
    };
  }
  const penalised = lazily(() => {
    if (l1Ratio > 0) return coordinates(problem, (weights) => weights.slice());
    if (p <= loss.rows) return coordinates(problem, (weights) => weights.slice(), goesByProducts(blocks, p));
    const space = rowSpace(design.x);
    return coordinates(onColumns(problem, space.z), space.toWeights, goesByProducts(blocks, space.z.columns));
  });
  const unpenalised = lazily(() => {
    const basis = columnBasis(design.x);
    return coordinates(onColumns(problem, basis.q), basis.toWeights);
  });

  return {
    lambdaMax: l1Ratio > 0 ? steepest / l1Ratio : Infinity,
    top,
    solve(lambda) {
      const inner = lambda > 0 ? penalised() : unpenalised();
      const solved = inner.solve(lambda);
      const intercepts = solved.values.subarray(solved.values.length - blocks);
      const coefficientsOf = (weights: Float64Array) =>
        weights.map((weight, at) => (weight === 0 || design.scales[at % p] === 0 ? 0 : weight / design.scales[at % p]!));
      const source: FitSource = {
        weights() {
          const width = solved.values.length / blocks - 1;
          const weights = new Float64Array(blocks * p);
          for (let k = 0; k < blocks; k++) weights.set(inner.toWeights(solved.values.subarray(k * width, (k + 1) * width)), k * p);
          if (lambda === 0) centerOverBlocks(weights, blocks);
          return weights;
        },
        coefficients: coefficientsOf,
        intercept(weights) {
          const coefficients = coefficientsOf(weights);
          const raw = intercepts.map((value, k) => {
            if (!checked.intercept) return 0;
            return design.means.reduce((rest, mean, j) => rest - coefficients[k * p + j]! * mean, targetMean + value);
          });
          const middle = raw.reduce((sum, value) => sum + value, 0) / blocks;
          return blocks > 1 ? raw.map((value) => value - middle) : raw[0]!;
        },
        certify: () => inner.certify(solved, lambda),
      };
      return fitFrom(source, lambda, { separable: solved.separable });
    },
  };
}

/** Of all softmax weights with the same probabilities those that sum to 0 over the classes: the ones of smallest norm. */
function centerOverBlocks(weights: Float64Array, blocks: number): void {
  if (blocks === 1) return;
  const p = weights.length / blocks;
  for (let j = 0; j < p; j++) {
    let sum = 0;
    for (let at = j; at < weights.length; at += p) sum += weights[at]!;
    for (let at = j; at < weights.length; at += p) weights[at]! -= sum / blocks;
  }
}

function lazily<T>(create: () => T): () => T {
  let created: { value: T } | undefined;
  return () => (created ??= { value: create() }).value;
}
