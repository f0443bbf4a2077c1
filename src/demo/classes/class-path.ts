import { path as pathNow, type FittedPath, type PathRequest } from "../../regression/regression";
import { engineScale, noteLambda, type PenaltyName } from "../../regression/note-objective";
import type { LambdaRange } from "../slider-range";
import { type ClassProblem, manyWeights } from "./class-problem";

/** The solutions of one penalty at many λ of the note's formula; between two of them weights are read off. */
export interface ClassPath {
  /** Ascending, above 0. */
  readonly lambdas: readonly number[];
  /** p weights for each of `lambdas`. */
  readonly weights: readonly Float64Array[];
  /** At λ = 0; where no weights are best, because the loss falls forever, large ones. */
  readonly free: Float64Array;
  /** Whether a hyperplane tells all rows apart: without a penalty the weights grow without end. */
  readonly separable: boolean;
}

export interface ClassPathOf {
  readonly penalty: PenaltyName;
  readonly mix: number;
  readonly range: LambdaRange;
}

interface Resolution {
  /** λ along the slider: dense enough that a straight line between two, in log λ, is the path as it can be seen. */
  readonly count: number;
  /** Each halves the stretch of λ in which a weight becomes 0: 4% after the first look, below the three digits of a λ after all. */
  readonly halvings: number;
  /** Largest duality gap, as a share of the loss that knows nothing. */
  readonly tolerance: number;
}

const fine: Resolution = { count: 160, halvings: 5, tolerance: 1e-9 };
/** Of hundreds of weights one becomes 0 at every step: what is seen is how many. */
const coarse: Resolution = { count: 60, halvings: 0, tolerance: 1e-6 };
/** λ beyond the slider for a penalty that never reaches 0: where equal training errors are compared it is asked for there. */
const further = 30;

/** Asks for paths, one after another, until every λ at which a weight becomes 0 is known to three digits. */
export function* classPathSteps({ design, labels, loss, weights: size }: ClassProblem, { penalty, mix, range: { min, max, initial } }: ClassPathOf): Generator<PathRequest, ClassPath, FittedPath> {
  const note = { loss, penalty, mix };
  const { l1Ratio } = engineScale({ ...note, lambda: 1 });
  const { count, halvings, tolerance } = size > manyWeights ? coarse : fine;
  const found = new Map<number, Float64Array>();
  let separable = false;
  const ask = function* (lambdas: readonly number[]): Generator<PathRequest, void, FittedPath> {
    const descending = [...new Set(lambdas)].sort((a, b) => b - a);
    const engine = descending.map((lambda) => engineScale({ ...note, lambda }).lambda);
    const { fits } = yield { x: design.x, y: labels, loss, standardize: false, l1Ratio, tolerance, lambdas: engine };
    descending.forEach((lambda, l) => {
      const fit = fits[l];
      if (fit === undefined) return;
      found.set(lambda, fit.standardizedCoefficients);
      if (lambda === 0) separable = fit.separable;
    });
  };
  const along = Array.from({ length: count }, (_, i) => max * (min / max) ** (i / (count - 1)));
  const beyond = penalty === "l2" ? Array.from({ length: further }, (_, i) => max * (max / min) ** ((i + 1) / further)) : [];
  yield* ask(penalty === "none" ? [0] : [0, min, ...(initial > 0 ? [initial] : []), ...along, ...beyond]);
  for (let round = 0; l1Ratio > 0 && round < halvings; round += 1) {
    const known = [...found.keys()].filter((lambda) => lambda > 0).sort((a, b) => a - b);
    const between = known.slice(1).flatMap((upper, i) => {
      const lower = known[i] ?? upper;
      return sameZeros(found.get(lower), found.get(upper)) ? [] : [Math.sqrt(lower * upper)];
    });
    if (between.length > 0) yield* ask(between);
  }
  const lambdas = [...found.keys()].filter((lambda) => lambda > 0).sort((a, b) => a - b);
  const none = new Float64Array(size);
  return { lambdas, weights: lambdas.map((lambda) => found.get(lambda) ?? none), free: found.get(0) ?? none, separable };
}

function sameZeros(first: Float64Array | undefined, second: Float64Array | undefined): boolean {
  return first?.every((weight, j) => (weight === 0) === (second?.[j] === 0)) ?? false;
}

/** Weights at any λ, linear in log λ between two that were solved; written into `out` and returned. */
export function classWeightsAt({ lambdas, weights, free }: ClassPath, lambda: number, out: Float64Array = new Float64Array(free.length)): Float64Array {
  const last = lambdas.length - 1;
  if (lambda === 0 || last < 0) return copied(free, out);
  const [least = 0, most = 0] = [lambdas[0], lambdas[last]];
  if (lambda <= least) return copied(weights[0] ?? free, out);
  // Far beyond, a weight that is not 0 falls as 1/λ.
  if (lambda >= most) return copied(weights[last] ?? free, out, lambda === Infinity ? 0 : most / lambda);
  const after = firstAtLeast(lambdas, lambda);
  const [lower = 0, upper = 0] = [lambdas[after - 1], lambdas[after]];
  const [from = free, to = free] = [weights[after - 1], weights[after]];
  const share = Math.log(lambda / lower) / Math.log(upper / lower);
  for (let j = 0; j < out.length; j += 1) out[j] = (1 - share) * (from[j] ?? 0) + share * (to[j] ?? 0);
  return out;
}

function copied(weights: Float64Array, out: Float64Array, factor = 1): Float64Array {
  for (let j = 0; j < out.length; j += 1) out[j] = factor * (weights[j] ?? 0);
  return out;
}

function firstAtLeast(lambdas: readonly number[], lambda: number): number {
  let [low, high] = [0, lambdas.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((lambdas[middle] ?? Infinity) >= lambda) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** λ, descending, beyond which a weight has become 0 or come back: the upper ends of the stretches in which it does. */
export function classKnots({ lambdas, weights }: ClassPath): Float64Array {
  const knots = lambdas.filter((_, l) => l > 0 && !sameZeros(weights[l - 1], weights[l]));
  return Float64Array.from(knots.reverse());
}

/** The same at once, in this thread. */
export function solveClassPath(problem: ClassProblem, asked: ClassPathOf): ClassPath {
  const steps = classPathSteps(problem, asked);
  let step = steps.next();
  while (step.done !== true) step = steps.next(pathNow(step.value));
  return step.value;
}

/** λmax of the note's formula; Infinity where no λ takes every weight to 0. */
export function classLambdaMax({ steepest, loss }: ClassProblem, penalty: PenaltyName, mix: number): number {
  const note = { loss, penalty, mix };
  const { l1Ratio } = engineScale({ ...note, lambda: 1 });
  return l1Ratio > 0 ? noteLambda({ ...note, lambda: steepest / l1Ratio }) : Infinity;
}
